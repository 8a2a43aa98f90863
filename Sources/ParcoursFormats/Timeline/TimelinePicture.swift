internal import ParcoursModel
internal import ParcoursTransform

/// The path as one picture (SVG 2): years along the width, work as high as its share of a week, what is to come in outline.
struct TimelinePicture {
  private let view: IdentityView
  private let words: Wording
  private let asOf: PartialDate
  private let layout: TimelineLayout
  private let titleOf: (Step) -> String
  private var out = HTMLText()

  /// The picture of a path; nil where nothing in it has a date.
  init?(_ page: HTMLPage) {
    view = page.view
    words = page.words
    asOf = page.view.asOf
    titleOf = { page.plainTitle($0) }
    guard let layout = TimelineLayout(view, words: words, asOf: asOf, title: titleOf) else { return nil }
    self.layout = layout
  }

  /// What is said below the picture: how it is drawn, where that is not plain.
  var caption: String? {
    var parts: [String] = []
    if let bend = layout.axis.bend, let year = PartialDate(dayNumber: bend)?.year {
      parts.append(
        words("Years before \(year) are drawn closer together.", "Les années avant \(year) sont resserrées."))
    }
    if layout.leftOut > 0 {
      parts.append(
        words(
          "\(layout.leftOut) older steps are not drawn.",
          "\(layout.leftOut) étapes plus anciennes ne sont pas dessinées."))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var hasTurnLabels: Bool { layout.turns.contains { $0.labelAt != nil } }
  private var turnsBottom: Double { layout.bottom + (layout.turns.isEmpty ? 4 : 16) + (hasTurnLabels ? 12 : 0) }
  private var axisY: Double { turnsBottom + 6 }
  private var height: Double {
    let rows = (layout.legend.count + 1) / 2
    return axisY + 18 + (rows > 0 ? Double(rows) * 15 + 8 : 0)
  }

  /// Where the picture stands, which decides whose rules dress it.
  enum Place {
    /// In a page, under the page's rules.
    case page
    /// In a page for paper: with rules of its own, their variables filled in.
    case paper(Theme)
    /// In a file of its own.
    case file
  }

  /// The element; with a style of its own where no page dresses it.
  func svg(_ place: Place) -> String {
    var run = self
    run.draw(place)
    return run.out.text
  }

  private mutating func draw(_ place: Place) {
    let space: String
    let style: String
    switch place {
    case .page: (space, style) = ("", "")
    case .paper(let theme): (space, style) = (" font-size=\"11\" font-family=\"sans-serif\"", theme.onPaper(Self.rules))
    case .file:
      space = " xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" lang=\"\(words.language)\""
      style = Self.style
    }
    out.raw(
      trusted:
        "<svg\(space) class=\"tl\" viewBox=\"0 0 720 \(Self.number(height))\" role=\"img\" aria-labelledby=\"tl-t tl-d\">\n"
    )
    let name = view.name.map { words("Path of ", "Parcours de ") + $0 } ?? words("Path", "Parcours")
    out.element("title", [("id", "tl-t")], text: name)
    out.element("desc", [("id", "tl-d")], text: description)
    if !style.isEmpty { out.raw(trusted: "<style>\(style)</style>") }
    out.raw(
      trusted:
        "<defs><pattern id=\"tl-h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V6\"/></pattern></defs>\n"
    )
    drawAxis()
    drawBars()
    for turn in layout.turns { draw(turn) }
    drawLegend()
    out.raw(trusted: "</svg>")
  }

  // MARK: Parts

  private mutating func drawAxis() {
    let y = Self.number(axisY)
    out.raw(trusted: "<g class=\"tl-a\"><path d=\"M0 \(y)H720")
    for mark in layout.axis.years { out.raw(trusted: "M\(Self.number(mark.x)) \(y)v4") }
    out.raw(trusted: "\"/>")
    for mark in layout.axis.years {
      out.raw(trusted: "<text x=\"\(Self.number(mark.x))\" y=\"\(Self.number(axisY + 15))\">\(mark.year)</text>")
    }
    out.raw(trusted: "</g>\n")
    let now = Self.number(layout.now)
    let word = words("Now", "Aujourd’hui")
    let half = TimelineLayout.width(word) / 2
    let at = min(max(half + 1, layout.now), TimelineAxis.width - half - 1)
    out.raw(trusted: "<g class=\"tl-n\"><path d=\"M\(now) 14V\(y)\"/><text x=\"\(Self.number(at))\" y=\"10\">")
    out.write(word)
    out.raw(trusted: "</text></g>\n")
  }

  private static func dress(_ bar: TimelineLayout.Bar) -> StaticString {
    switch (bar.tense, bar.step.kind) {
    case (.future, _): "tl-f"
    case (_, .break): "tl-b"
    case (_, .study): "tl-s"
    case (.present, .role): "tl-p"
    case (.past, .role): "tl-r"
    }
  }

  /// Bars of one kind stand in one group, which carries their dress.
  private mutating func drawBars() {
    for dress in ["tl-r", "tl-p", "tl-b", "tl-s", "tl-f"] {
      let bars = layout.bars.filter { Self.dress($0).description == dress }
      guard !bars.isEmpty else { continue }
      out.raw(trusted: "<g class=\"\(dress)\">\n")
      for bar in bars { draw(bar) }
      out.raw(trusted: "</g>\n")
    }
  }

  private mutating func draw(_ bar: TimelineLayout.Bar) {
    let box =
      "x=\"\(Self.number(bar.start + 0.5))\" y=\"\(Self.number(bar.top))\" width=\"\(Self.number(max(2, bar.end - bar.start - 1)))\" height=\"\(Self.number(bar.height))\""
    out.raw(trusted: "<rect \(box) rx=\"2\"/>")
    let middle = bar.top + bar.height / 2 + 4
    if let label = bar.label {
      out.raw(trusted: "<text x=\"\(Self.number(bar.start + 5))\" y=\"\(Self.number(middle))\">")
      out.write(label)
      out.raw(trusted: "</text>")
    } else if let number = bar.number {
      let width = Double(String(number).count) * 6.5
      let isInside = bar.end - bar.start >= width + 3 && bar.height >= 11
      if isInside {
        out.raw(
          trusted: "<text class=\"tl-m\" x=\"\(Self.number(bar.middle))\" y=\"\(Self.number(middle))\">\(number)</text>"
        )
      } else if hasRoom(beside: bar, width) {
        out.raw(
          trusted:
            "<text class=\"tl-o\" x=\"\(Self.number(bar.end + 2))\" y=\"\(Self.number(bar.top + bar.height / 2 + 3.5))\">\(number)</text>"
        )
      }
    }
    out.newLine()
  }

  /// Whether a number can stand right of a bar that is too small for it.
  private func hasRoom(beside bar: TimelineLayout.Bar, _ width: Double) -> Bool {
    let (start, end) = (bar.end + 1, bar.end + 4 + width)
    let (top, bottom) = (bar.top + bar.height / 2 - 5, bar.top + bar.height / 2 + 5)
    guard end <= TimelineAxis.width else { return false }
    return layout.bars.allSatisfy { other in
      other.start >= end || other.end <= start || other.top >= bottom || other.bottom <= top
        || (other.start == bar.start && other.top == bar.top)
    }
  }

  private mutating func draw(_ turn: TimelineLayout.Turn) {
    let from = layout.bars[turn.from]
    let to = layout.bars[turn.to]
    let (x1, y1) = (max(from.middle, from.end - 22), from.bottom)
    let (x2, y2) = (min(to.start + 22, to.middle), to.bottom)
    let low = max(max(y1, y2) + 10, layout.bottom + 8)
    let path =
      "M\(Self.number(x1)) \(Self.number(y1))C\(Self.number(x1)) \(Self.number(low + 6)) \(Self.number(x2)) \(Self.number(low + 6)) \(Self.number(x2)) \(Self.number(y2 + 4))"
    let tip = "m-3 4 3-4 3 4"
    out.raw(trusted: "<g class=\"tl-t\"><path d=\"\(path)\(tip)\"/>")
    if let at = turn.labelAt {
      out.raw(trusted: "<text x=\"\(Self.number(at))\" y=\"\(Self.number(turnsBottom))\">")
      out.write(turn.label)
      out.raw(trusted: "</text>")
    }
    out.raw(trusted: "</g>\n")
  }

  private mutating func drawLegend() {
    guard !layout.legend.isEmpty else { return }
    out.raw(trusted: "<g class=\"tl-l\">")
    let rows = (layout.legend.count + 1) / 2
    for (index, line) in layout.legend.enumerated() {
      let x = index < rows ? 6 : 366
      let y = axisY + 36 + Double(index % rows) * 15
      out.raw(trusted: "<text x=\"\(x)\" y=\"\(Self.number(y))\">")
      out.write(line)
      out.raw(trusted: "</text>")
    }
    out.raw(trusted: "</g>\n")
  }

  /// The whole path in words, the oldest first.
  private var description: String {
    let steps = view.path.enumerated().sorted {
      let left = $0.element.startDate?.firstDay ?? Int.max
      let right = $1.element.startDate?.firstDay ?? Int.max
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
    return steps.suffix(TimelineLayout.limit).map { step in
      let isFuture = step.tense(asOf: asOf) == .future
      var text = titleOf(step)
      if let place = (step.organization ?? step.institution).flatMap({
        $0.name ?? $0.alias?.version(for: words.language, documentLanguage: view.documentLanguage)?.text
      }), place != text {
        text += ", \(place)"
      }
      if let workload = step.workload { text += ", \(words.percent(workload))" }
      if let range = words.range(step.startDate, step.endDate, isFuture: isFuture || step.isEndHidden) {
        text += " (\(range))"
      }
      if step.status == .sought { text += words(", sought", ", recherché") }
      return (text).ended
    }.joined(separator: " ")
  }

  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// The rules of the picture where it stands alone; in a page the theme's colours hold.
  private static let style = """
    .tl{--accent:#1d4f73;--tint:#d6e4ee;--ink:#1c2126;--quiet:#535c66;--line:#a9b2bb;--ground:#fff;--turn:#9a3c10}\
    @media(prefers-color-scheme:dark){.tl{--accent:#8cc3ea;--tint:#24465c;--ink:#e7ebef;--quiet:#aab4be;--line:#56616c;--ground:#14181c;--turn:#f0a070}}\
    \(rules)
    """

  /// The rules that a page needs too.
  static let rules = """
    .tl{display:block;width:100%;height:auto;background:var(--paper,var(--ground));font:11px system-ui,"Segoe UI",Roboto,Arial,sans-serif}\
    .tl text{fill:var(--ink);stroke:none}\
    .tl .tl-r rect{fill:var(--tint)}.tl .tl-p rect{fill:var(--accent)}.tl .tl-p text:not(.tl-o){fill:var(--ground)}\
    .tl .tl-f rect{fill:none;stroke:var(--accent);stroke-width:1.2;stroke-dasharray:4 2}\
    .tl .tl-b rect{fill:url(#tl-h);stroke:var(--quiet);stroke-width:.8}.tl pattern path{stroke:var(--line);stroke-width:1.4}\
    .tl .tl-b text{font-weight:600}\
    .tl .tl-s rect{fill:var(--quiet)}.tl .tl-m{text-anchor:middle;font-weight:600}.tl .tl-s .tl-m{fill:var(--ground);font-size:9px}\
    .tl .tl-o{font-size:10px}.tl .tl-a path{stroke:var(--line);fill:none}.tl .tl-a text,.tl .tl-n text{text-anchor:middle;font-size:10px;fill:var(--quiet)}\
    .tl .tl-n path{stroke:var(--quiet);stroke-dasharray:2 2}.tl .tl-t path{stroke:var(--turn);fill:none;stroke-width:1.6}\
    .tl .tl-t text{fill:var(--turn);font-size:10px}.tl .tl-l text{font-size:11px}
    """
}
