/// A number exactly as JSON writes it: sign, significant digits and a power of ten; compared without rounding.
struct JSONNumber: Sendable, Hashable {
  private let isNegative: Bool
  private let digits: [UInt8]
  private let exponent: Int

  /// Reads a number's text, which is known to be one.
  init(_ text: some Sequence<UInt8>) {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0
    var hasPoint = false
    var power = 0
    var isPowerNegative = false
    var inPower = false
    for byte in text {
      switch byte {
      case 0x2D: if inPower { isPowerNegative = true } else { isNegative = true }
      case 0x2E: hasPoint = true
      case 0x45, 0x65: inPower = true
      case 0x30...0x39:
        if inPower {
          power = min(power * 10 + Int(byte - 0x30), 1 << 40)
        } else {
          if !digits.isEmpty || byte != 0x30 { digits.append(byte - 0x30) }
          if hasPoint { exponent -= 1 }
        }
      default: break
      }
    }
    exponent += isPowerNegative ? -power : power
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : exponent
  }

  /// A text that equal numbers share, and no others.
  var canonical: String {
    (isNegative ? "-" : "") + digits.map(String.init).joined() + "e" + String(exponent)
  }

  /// Whether it has no fraction.
  var isInteger: Bool { exponent >= 0 }

  static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? magnitudeLess(right, left) : magnitudeLess(left, right)
  }

  private static func magnitudeLess(_ left: JSONNumber, _ right: JSONNumber) -> Bool {
    if left.digits.isEmpty || right.digits.isEmpty { return left.digits.isEmpty && !right.digits.isEmpty }
    let leftTop = left.digits.count + left.exponent
    let rightTop = right.digits.count + right.exponent
    if leftTop != rightTop { return leftTop < rightTop }
    return left.digits.lexicographicallyPrecedes(right.digits)
  }

  /// Whether it is a whole multiple of another: by long division on the digits, exact for any length.
  func isMultiple(of divisor: JSONNumber) -> Bool {
    if digits.isEmpty { return true }
    guard let unit = divisor.digits.isEmpty ? nil : divisor.smallInteger else { return false }
    let shift = exponent - divisor.exponent
    // value / divisor = digits × 10^shift / unit
    if shift >= 0 {
      var rest: UInt64 = 0
      for digit in digits { rest = (rest * 10 + UInt64(digit)) % unit }
      for _ in 0..<min(shift, 64) where rest != 0 { rest = rest * 10 % unit }
      return rest == 0
    }
    // The digits end in no zero, so that a negative shift can only be made up by factors of the unit: never whole.
    return false
  }

  /// Its value, where it is whole and has at most seventeen digits.
  var shortInteger: Int64? {
    guard exponent >= 0, digits.count + exponent <= 17 else { return nil }
    let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1) }
    return (0..<exponent).reduce(isNegative ? -value : value) { sum, _ in sum * 10 }
  }

  private var smallInteger: UInt64? {
    guard digits.count <= 17 else { return nil }
    return digits.reduce(0) { $0 * 10 + UInt64($1) }
  }
}
