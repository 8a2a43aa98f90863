import Parcours
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

@testable import ParcoursFormats

/// Marks in texts, carried to each format as what it can show, and never as marks.
struct ProseTests {
  private static let marked =
    "Led the **migration** of *forty* `tables`, see [the talk](https://example.org/talk):\n\n- one table\n- two tables"
  private static let plain =
    "Led the migration of forty tables, see the talk (https://example.org/talk):\n\n• one table\n• two tables"

  /// An identity with marks wherever marks mean something.
  private static var identity: Identity {
    get throws {
      let yaml = """
        parcours: 1
        id: jo
        language: en
        name: Jo Doe
        headline: Engineer
        summary: PROSE
        contact: {email: jo@example.org}
        availability: {from: 2026-12-01}
        path:
          - kind: role
            title: Engineer
            organization: {name: Acme, description: PROSE}
            startDate: 2020-01
            summary: PROSE
            highlights: [PROSE, plain]
            engagements: [{title: Rebuild, client: {name: Zed}, startDate: 2021-01, summary: PROSE, highlights: [PROSE]}]
            transition: {kind: pivot, summary: PROSE}
        services: [{name: Audit, summary: PROSE, deliverables: [PROSE]}]
        projects: [{name: Tool, description: PROSE, highlights: [PROSE]}]
        publications: [{name: Book, summary: PROSE}]
        awards: [{title: Prize, summary: PROSE}]
        recommendations: [{from: {name: Al}, text: PROSE}]
        """
      let quoted = String(
        decoding: JSONPrinter.print(Tree.document(.string(marked))), as: UTF8.self
      ).trimmed
      let text = yaml.split(separator: "PROSE", omittingEmptySubsequences: false).joined(separator: quoted)
      let reading = Format.yaml.reading(SourceText(name: "jo.yaml", text: text))
      #expect(reading.diagnostics.isEmpty)
      return try #require(reading.identity)
    }
  }

  private func written(_ format: Format) throws -> String {
    let options = Looking(
      language: "en", audience: .private, asOf: try #require(PartialDate("2026-11-27")),
      theme: try #require(Themes.named("classic")))
    let bytes = format.written(try Self.identity, options)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func noFormatShowsMarks() throws {
    for format in Registry.standard.formats where format.write != nil && !format.capabilities.contains(.native) {
      var text = try written(format)
      if format.capabilities.contains(.page) {
        // The page carries the model itself for the way back.
        let parts = text.split(separator: "data-parcours>")
        text = String(parts[0]) + String(parts[1].drop { $0 != "<" })
      }
      if format.id == "jsonresume" {
        // Under the model's own key stands what themes do not show.
        var value = Tree.value(try JSONParser.parse(SourceText(name: "resume", text: text)))
        value = Self.withoutOwn(value)
        text = String(decoding: JSONPrinter.print(Tree.document(value)), as: UTF8.self)
      }
      let marks: [String] =
        switch format.id {
        case "markdown": ["- - ", "\\*", "\\_", "\\["]
        // Their own samples are written in Markdown.
        case "fresh", "mac": []
        case "rendercv": ["`", "\\n- ", "\\*"]
        default: ["**", "*forty", "`", "[the talk", "](", "\\n- ", "\n- "]
        }
      for mark in marks { #expect(!text.contains(mark), "\(format.id): \(mark)") }
      #expect(!text.isEmpty, "\(format.id)")
    }
  }

  private static func withoutOwn(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(withoutOwn))
    case .object(let members):
      .object(members.filter { $0.key != "parcours" }.map { .init($0.key, withoutOwn($0.value)) })
    default: value
    }
  }

  @Test func pagesShowWhatMarksMean() throws {
    let page = try written(.html)
    let shown =
      "Led the <strong>migration</strong> of <em>forty</em> <code>tables</code>, see <a href=\"https://example.org/talk\">the talk</a>:"
    #expect(page.contains("<p>\(shown)</p><ul><li>one table</li><li>two tables</li></ul>"))
    #expect(page.contains("<li>\(shown)<ul><li>one table</li><li>two tables</li></ul></li>"))
    #expect(
      page.contains("content=\"Led the migration of forty tables, see the talk (https://example.org/talk):\""))
  }

  @Test func markdownKeepsMarks() throws {
    let text = try written(.markdown)
    #expect(
      text.contains(
        "Led the **migration** of *forty* `tables`, see [the talk](https://example.org/talk):\n\n- one table\n- two"))
  }

  @Test func markdownsListsAreTight() throws {
    var identity = Identity()
    identity.name = "Jo"
    identity.summary = "Did:\n\n1. one\n2. two\n   - inner\n   - other\n3. three\n\nEnd, [x](https://y.z/&#98;?a=1&b=2)"
    let bytes = Format.markdown.written(
      identity, Looking(language: "en", audience: .public, asOf: .epoch))
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(
        "Did:\n\n1. one\n2. two\n   - inner\n   - other\n3. three\n\nEnd, [x](https://y.z/&amp;#98;?a=1&b=2)\n"))
  }

  @Test func plainFormatsHavePlainTexts() throws {
    #expect(
      try written(.linkedIn).contains("• Led the migration of forty tables, see the talk (https://example.org/talk):"))
    #expect(try written(.vCard).contains("NOTE:Led the migration of forty tables"))
    #expect(try written(.jsonLD).contains("Led the migration of forty tables, see the talk"))
  }

  /// RenderCV shows emphasis and links, and no lists.
  @Test func renderCVKeepsEmphasis() throws {
    #expect(
      try written(.renderCV).contains(
        "Led the **migration** of *forty* tables, see [the talk](https://example.org/talk):"))
  }

  /// Lines broken to fit into a file are one; lines of their own are paragraphs.
  @Test(arguments: [
    (
      "J’ai appris à compter dans un hôpital, puis en cuisine avant de\nreprendre mes études. Fin.\nPuis autre chose",
      "<p>J’ai appris à compter dans un hôpital, puis en cuisine avant de reprendre mes études. Fin.</p><p>Puis autre chose</p>"
    ),
    ("Une ligne\nune autre", "<p>Une ligne</p><p>une autre</p>"),
    (
      "Une ligne assez longue pour qu’on l’ait coupée, mais finie.\nelle",
      "<p>Une ligne assez longue pour qu’on l’ait coupée, mais finie.</p><p>elle</p>"
    ),
    ("a **b\nc** d", "<p>a <strong>b<br>c</strong> d</p>"),
    (
      "30 % de 4 000 €, en 2020 300 fois 1 234 567",
      "<p>30\u{202F}% de 4\u{202F}000\u{202F}€, en 2020 300 fois 1\u{202F}234\u{202F}567</p>"
    ),
  ]) func linesOfPages(_ text: String, _ shown: String) {
    var out = HTMLText()
    Prose(LocalizedText.Version(language: "fr", text: text)).write(Markup(text).blocks, to: &out)
    #expect(out.text == shown)
  }

  /// Its own patterns find marks where CommonMark has none, and links in what is none.
  @Test(arguments: [
    ("candidat*es et 2 * 3 * 4", "candidat\\*es et 2 \\* 3 \\* 4"), ("a `b*c` **d**", "a b\\*c **d**"),
    ("voir [x](javascript:alert(1))", "voir x (javascript:alert(1))"), ("\\[x](https://y.z)", "[x] (https://y.z)"),
    ("[l](https://x.y/a_(b))", "l (https://x.y/a_(b))"), ("snake_case, C:\\temp", "snake_case, C:\\temp"),
    ("- a\n- *b*", "• a\n• *b*"), ("[l](https://x.y?a=1&b=2)", "[l](https://x.y?a=1&b=2)"),
  ]) func renderCVsOwnMarks(_ text: String, _ written: String) {
    #expect(RenderCVText.text(text) == written)
  }

  /// What a theme of JSON Resume shows is plain; nothing is lost on the way back; and a résumé that had marks keeps them.
  @Test func jsonResumeLosesNothing() throws {
    let text = try written(.jsonResume)
    let back = try #require(Format.jsonResume.reading(SourceText(name: "resume.json", text: text)).identity)
    #expect(Loss.between(try Self.identity, back).isEmpty)
    let own =
      "{\"basics\": {\"name\": \"Jo\", \"summary\": \"**bold**\"}, \"work\": [{\"name\": \"A\", \"highlights\": [\"*x*\"]}]}"
    let read = try #require(Format.jsonResume.reading(SourceText(name: "resume.json", text: own)).identity)
    let again = String(
      decoding: Format.jsonResume.written(
        read, Looking(language: "en", audience: .private, asOf: .epoch)), as: UTF8.self)
    #expect(
      Tree.value(try JSONParser.parse(SourceText(name: "again", text: again)))
        == Tree.value(try JSONParser.parse(SourceText(name: "own", text: own))))
  }

  /// Plain texts that look like marks come through plain formats as they were.
  @Test func plainFormatsAreReadAsPlain() throws {
    let linkedIn = try written(.linkedIn).split(separator: "Led the migration").joined(
      separator: "*Led* the [migration](x)")
    let back = try #require(Format.linkedIn.reading(SourceText(name: "jo.linkedin.txt", text: linkedIn)).identity)
    #expect(back.summary?.versions.first?.text.contains("\\*Led\\* the \\[migration](x)") == true)
    #expect(back.plainTexts.summary?.versions.first?.text.contains("*Led* the [migration](x)") == true)
  }

  /// Addresses that are not safe are told, not linked; markup of HTML is text; a link may not break out.
  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,y)", "<javascript:alert(1)>",
    "[x](//evil)",
    "![x](javascript:alert(1))", "<script>alert(1)</script>", "[<img src=x onerror=alert(1)>](https://example.org)",
    "[x](https://example.org/\"onmouseover=\"alert(1))", "[x](<https://example.org/ onclick=alert(1)>)", "`<b>`",
    "[x](file:///etc)",
  ]) func hostileMarksAreInert(_ text: String) throws {
    var identity = Identity()
    identity.name = "Jo"
    identity.summary = LocalizedText(text + " **b**")
    let options = Looking(language: "en", audience: .public, asOf: .epoch)
    let page = String(decoding: Format.html.written(identity, options), as: UTF8.self)
    let body = try #require(page.split(separator: "<main").last)
    #expect(body.contains("<strong>b</strong>"))
    for inert in [
      "<script", "<img", "href=\"java", "href=\"JaVa", "href=\"data", "href=\"/", "href=\"file", "<b>", "\" on",
      "<a onclick",
    ] {
      #expect(!body.contains(inert), "\(inert)")
    }
    #expect(Format.html.reading(SourceText(name: "a.html", text: page)).identity?.summary == identity.summary)
  }
}
