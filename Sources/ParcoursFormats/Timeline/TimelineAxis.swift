internal import ParcoursModel

/// Days along the width of the picture: even for the newer years, closer together for the far past.
struct TimelineAxis {
  /// The picture's width.
  static let width = 720.0
  private static let margin = 6.0
  /// Years that are drawn evenly before the older ones come closer.
  private static let evenYears = 14.0
  private static let olderScale = 0.4

  let first: Int
  let last: Int
  /// The day before which years are drawn closer; nil where all are even.
  let bend: Int?
  private let scale: Double

  init(first: Int, last: Int, now: Int) {
    self.first = first
    self.last = max(last, first + 30)
    let even = now - Int(Self.evenYears * 365.25)
    bend = first < even - 3 * 365 ? even : nil
    let width = Self.width - 2 * Self.margin
    scale = width / Self.length(from: first, to: self.last, bend: bend)
  }

  private static func length(from first: Int, to last: Int, bend: Int?) -> Double {
    guard let bend, first < bend else { return Double(last - first) }
    let older = Double(min(last, bend) - first) * olderScale
    return older + Double(max(0, last - bend))
  }

  /// Where a day stands, within the picture.
  func x(_ day: Int) -> Double {
    Self.margin + scale * Self.length(from: first, to: min(max(day, first), last), bend: bend)
  }

  /// Years that get a mark, each far enough from the next for its number.
  var years: [(year: Int, x: Double)] {
    guard let from = PartialDate(dayNumber: first)?.year, let to = PartialDate(dayNumber: last)?.year else { return [] }
    var marks: [(Int, Double)] = []
    let step = [1, 2, 5, 10, 20, 50].first { Double(to - from) / Double($0) <= 14 } ?? 100
    for year in stride(from: (to / step) * step, through: from, by: -step) {
      guard let date = PartialDate(year: year), date.firstDay >= first else { continue }
      let x = x(date.firstDay)
      if x < Self.width - 14, x > 14, marks.last.map({ $0.1 - x >= 34 }) ?? true { marks.append((year, x)) }
    }
    return marks.reversed()
  }
}
