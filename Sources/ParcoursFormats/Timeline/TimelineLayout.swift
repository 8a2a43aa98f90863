internal import ParcoursModel
internal import ParcoursTransform

/// Where everything in the picture of a path stands: bars as high as their workload, stacked where they are at the same time.
struct TimelineLayout {
  /// What a bar shows.
  struct Bar {
    var step: Step
    var tense: Tense
    var start: Double
    var end: Double
    var top = 0.0
    var height: Double
    /// The label in the bar; nil where it does not fit.
    var label: String?
    /// The number under which the legend has it; nil where the bar is labelled.
    var number: Int?

    var middle: Double { (start + end) / 2 }
    var bottom: Double { top + height }
  }

  /// A turn from one step to another.
  struct Turn {
    var from: Int
    var to: Int
    var label: String
    /// Where its label stands; nil where the legend has it.
    var labelAt: Double?
  }

  /// The most steps that are drawn, the newest first.
  static let limit = 48
  /// The height of a full week.
  static let week = 34.0
  static let textSize = 11.0

  private(set) var bars: [Bar] = []
  private(set) var turns: [Turn] = []
  private(set) var axis: TimelineAxis
  private(set) var now: Double
  /// How many older steps are left out.
  private(set) var leftOut = 0
  /// Where the studies end and the work begins, and where that ends.
  private(set) var studiesBottom = 0.0
  private(set) var bottom = 0.0
  /// Lines of the legend.
  private(set) var legend: [String] = []

  /// Lays the path out; nil where nothing in it has a date.
  init?(_ view: IdentityView, words: Wording, asOf: PartialDate, title: (Step) -> String) {
    let today = asOf.firstDay
    var steps = view.path.filter { $0.startDate != nil || $0.endDate != nil || $0.tense(asOf: asOf) == .future }
    guard steps.contains(where: { $0.startDate != nil || $0.endDate != nil }) else { return nil }
    if steps.count > Self.limit {
      leftOut = steps.count - Self.limit
      steps = Array(steps.newestFirst.prefix(Self.limit))
    }
    let soonest = view.availability?.from?.firstDay ?? today
    func span(_ step: Step) -> (Int, Int?) {
      let start = step.startDate?.firstDay ?? (step.tense(asOf: asOf) == .future ? max(today, soonest) : nil)
      // Of what is over, though nobody is told since when, the beginning alone is drawn.
      let known = step.endDate?.lastDay ?? (step.isEndHidden ? step.startDate?.lastDay : nil)
      let end = known ?? (step.tense(asOf: asOf) == .future ? nil : today)
      return (start ?? (end ?? today) - 365, end)
    }
    let spans = steps.map(span)
    let first = min(spans.map(\.0).min() ?? today, today)
    let hasFuture = steps.contains { $0.tense(asOf: asOf) == .future }
    let room = max(365, (today - first) / 8)
    var last = max(today + (hasFuture ? room : 20), spans.compactMap(\.1).max() ?? today)
    if hasFuture { last = max(last, (spans.filter { $0.1 == nil }.map(\.0).max() ?? today) + room) }
    axis = TimelineAxis(first: first, last: last, now: today)
    now = axis.x(today)
    for (step, span) in zip(steps, spans) {
      let start = axis.x(span.0)
      let end = max(start + 3, axis.x(span.1.map { $0 + 1 } ?? last))
      let height =
        switch step.kind {
        case .study: 9.0
        case .break: Self.week * 0.6
        case .role: max(11, Self.week * Double(step.share) / 100)
        }
      bars.append(Bar(step: step, tense: step.tense(asOf: asOf), start: start, end: end, height: height))
    }
    stack()
    findTurns(view, words)
    label(words, title)
  }

  // MARK: Lanes

  private mutating func stack() {
    // Studies are thin and above; the rest is below them, each as low as nothing is in its way.
    let studies = bars.indices.filter { bars[$0].step.kind == .study }
    studiesBottom = place(studies, from: 18, gap: 3)
    let others = bars.indices.filter { bars[$0].step.kind != .study }
    bottom = place(others, from: studies.isEmpty ? 18 : studiesBottom + 8, gap: 2)
  }

  private mutating func place(_ indices: [Int], from top: Double, gap: Double) -> Double {
    let ordered = indices.sorted {
      (bars[$0].start, -bars[$0].end, $0) < (bars[$1].start, -bars[$1].end, $1)
    }
    var placed: [Int] = []
    var lowest = top
    for index in ordered {
      let rivals = placed.filter { bars[$0].start < bars[index].end - 0.5 && bars[index].start < bars[$0].end - 0.5 }
      let candidates = ([top] + rivals.map { bars[$0].bottom + gap }).sorted()
      let height = bars[index].height
      bars[index].top =
        candidates.first { y in
          rivals.allSatisfy { bars[$0].bottom + gap <= y || bars[$0].top >= y + height + gap }
        } ?? lowest
      placed.append(index)
      lowest = max(lowest, bars[index].bottom)
    }
    return lowest
  }

  // MARK: Labels

  /// About how wide a text is; a little more than most fonts take.
  static func width(_ text: String, size: Double = textSize) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      let wide = scalar.value >= 0x1100 && scalar.value < 0xFE00 || scalar.value >= 0x1F000
      let em =
        wide
        ? 1.05 : "iljtf.,:;'’|! ".unicodeScalars.contains(scalar) ? 0.34 : scalar.properties.isUppercase ? 0.72 : 0.57
      return sum + em * size
    }
  }

  /// A text that is not wider than that.
  static func fitting(_ text: String, _ width: Double, size: Double = textSize) -> String {
    guard self.width(text, size: size) > width else { return text }
    var kept = ""
    for character in text {
      if self.width(kept + String(character) + "…", size: size) > width { break }
      kept.append(character)
    }
    while let last = kept.last, " ,;:·–—".contains(last) { kept.removeLast() }
    return kept + "…"
  }

  private mutating func label(_ words: Wording, _ title: (Step) -> String) {
    var number = 0
    let ordered = bars.indices.sorted { (bars[$0].start, $0) < (bars[$1].start, $1) }
    for index in ordered {
      let text = title(bars[index].step)
      if bars[index].height >= 15, Self.width(text) + 8 <= bars[index].end - bars[index].start {
        bars[index].label = text
        continue
      }
      number += 1
      bars[index].number = number
      let name = [text, Self.place(bars[index].step, words)].compactMap(\.self).joined(separator: ", ")
      let years = Self.years(bars[index].step, words)
      legend.append(Self.fitting("\(number)\u{2002}\(years.map { $0 + " · " } ?? "")\(name)", 344))
    }
    placeTurnLabels(words)
  }

  private static func place(_ step: Step, _ words: Wording) -> String? {
    guard let organization = step.organization ?? step.institution else { return nil }
    return organization.name ?? organization.alias?.version(for: words.language, documentLanguage: words.language)?.text
  }

  private static func years(_ step: Step, _ words: Wording) -> String? {
    switch (step.startDate?.year, step.endDate?.year) {
    case (let start?, let end?): start == end ? "\(start)" : "\(start)–\(end)"
    case (let start?, nil): "\(start)–"
    case (nil, let end?): "–\(end)"
    default: nil
    }
  }

  // MARK: Turns

  private mutating func findTurns(_ view: IdentityView, _ words: Wording) {
    for (index, bar) in bars.enumerated() {
      guard let transition = bar.step.transition, let from = transition.from,
        let origin = bars.firstIndex(where: { $0.step.attributes.id == from }), origin != index
      else { continue }
      let carried = transition.carriedOver.compactMap {
        $0.version(for: words.language, documentLanguage: view.documentLanguage)?.text
      }
      let label = carried.isEmpty ? transition.kind.map(words.transition) ?? "" : carried.joined(separator: ", ")
      turns.append(Turn(from: origin, to: index, label: label))
    }
  }

  /// Labels under the turns; one that would stand on another goes to the legend.
  private mutating func placeTurnLabels(_ words: Wording) {
    var taken: [ClosedRange<Double>] = []
    for index in turns.indices {
      let turn = turns[index]
      let width = Self.width(turn.label, size: 10)
      let middle = (bars[turn.from].end + bars[turn.to].start) / 2
      let start = min(max(2, middle - width / 2), TimelineAxis.width - width - 2)
      if !turn.label.isEmpty, width <= 300, !taken.contains(where: { $0.overlaps(start - 6...start + width + 6) }) {
        turns[index].labelAt = start
        taken.append(start...start + width)
      } else if !turn.label.isEmpty {
        let from = bars[turn.from].number.map(String.init) ?? bars[turn.from].label ?? ""
        let to = bars[turn.to].number.map(String.init) ?? bars[turn.to].label ?? ""
        legend.append(Self.fitting("\(from) → \(to)\(words.label("", "").trimmed) \(turn.label)", 344))
      }
    }
  }
}
