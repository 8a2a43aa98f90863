internal import ParcoursModel
internal import ParcoursSystem

/// The trust among the members of a team as a picture (SVG 2): everyone on a circle, the nearer two are the thicker their line.
struct TrustPicture {
  private let sheet: TeamSheet
  private let points: [(x: Double, y: Double)]

  init(_ sheet: TeamSheet) {
    self.sheet = sheet
    let count = sheet.team.members.count
    points = (0..<count).map { index in
      let point = UnitCircle.point(turns: Double(index) / Double(max(1, count)) - 0.25)
      return (Self.width / 2 + Self.radius * point.x, Self.height / 2 + Self.radius * point.y)
    }
  }

  static let rules = """
    .graph{display:block;width:100%;max-width:34rem;height:auto;margin:1rem 0;font:13px system-ui,"Segoe UI",Roboto,Arial,sans-serif}
    .graph text{fill:var(--ink)}.graph circle{fill:var(--accent)}
    .graph line{stroke:var(--accent)}.graph .far{stroke:var(--line);stroke-dasharray:3 4}
    .graph .step{fill:var(--ground);stroke:var(--line)}.graph .steps text{text-anchor:middle;font-size:11px}
    """

  private static let width = 520.0
  private static let height = 320.0
  private static let radius = 110.0

  /// A coordinate to a tenth.
  private func at(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }

  private func place(_ id: String?) -> Int? { sheet.team.members.firstIndex { $0.id == id } }

  /// The element, with everything it shows in words.
  var svg: String {
    var out = HTMLText()
    let words = sheet.words
    out.element(
      "svg",
      [
        ("class", "graph"), ("viewBox", "0 0 \(at(Self.width)) \(at(Self.height))"), ("role", "img"),
        ("aria-labelledby", "graph-title graph-text"),
      ]
    ) { out in
      // Engines that set paper do not look for a picture's rules in the page.
      if sheet.dossier.isTypeset {
        out.raw(trusted: "<style>\(sheet.dossier.theme.onPaper(Self.rules))</style>")
      }
      out.element("title", [("id", "graph-title")], text: words("Who knows whom", "Qui connaît qui"))
      out.element(
        "desc", [("id", "graph-text")], text: sheet.dossier.sentences.pairs.joined(separator: words("; ", "\u{202F}; "))
      )
      let stranger = sheet.contract.trust?.lengths?.stranger ?? Contract.Lengths().stranger
      for pair in sheet.team.pairs { line(pair, stranger, &out) }
      out.element("g", [("class", "steps")]) { out in
        for pair in sheet.team.pairs where pair.distance < stranger { label(pair, &out) }
      }
      for (index, member) in sheet.team.members.enumerated() { node(index, sheet.name(member.id), &out) }
    }
    return out.text
  }

  private func line(_ pair: Team.Pair, _ stranger: Int, _ out: inout HTMLText) {
    guard let a = place(pair.a), let b = place(pair.b) else { return }
    let isFar = pair.distance >= stranger
    out.element(
      "line",
      [
        ("class", isFar ? "far" : nil), ("x1", at(points[a].x)), ("y1", at(points[a].y)), ("x2", at(points[b].x)),
        ("y2", at(points[b].y)), ("stroke-width", isFar ? "1" : at(max(1, Double(stranger - pair.distance) * 1.5))),
      ])
  }

  /// The distance, at a third of the way, where lines through the middle are apart.
  private func label(_ pair: Team.Pair, _ out: inout HTMLText) {
    guard let a = place(pair.a), let b = place(pair.b) else { return }
    let x = points[a].x + (points[b].x - points[a].x) * 0.36
    let y = points[a].y + (points[b].y - points[a].y) * 0.36
    out.element("circle", [("class", "step"), ("cx", at(x)), ("cy", at(y)), ("r", "8")])
    out.element("text", [("x", at(x)), ("y", at(y + 4))], text: String(pair.distance))
  }

  private func node(_ index: Int, _ name: String, _ out: inout HTMLText) {
    let point = points[index]
    out.element("circle", [("cx", at(point.x)), ("cy", at(point.y)), ("r", "7")])
    let isMiddle = abs(point.x - Self.width / 2) < 20
    let isRight = point.x > Self.width / 2
    let x = isMiddle ? point.x : point.x + (isRight ? 13 : -13)
    let y = isMiddle ? point.y + (point.y < Self.height / 2 ? -14 : 24) : point.y + 5
    let short = name.count > 22 ? String(name.prefix(21)) + "…" : name
    out.element(
      "text", [("x", at(x)), ("y", at(y)), ("text-anchor", isMiddle ? "middle" : isRight ? "start" : "end")],
      text: short)
  }
}
