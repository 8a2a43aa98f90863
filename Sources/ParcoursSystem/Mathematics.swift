#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Points on a circle.
package enum UnitCircle {
  /// The point after so many turns, counterclockwise from the right where y grows upwards.
  package static func point(turns: Double) -> (x: Double, y: Double) {
    let angle = 2 * Double.pi * turns
    return (cos(angle), sin(angle))
  }
}
