import ParcoursSyntax
import TestSupport
import Testing

/// What marks in texts mean, and that nothing else in a text is taken for one.
@Suite struct MarkupTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("**Led** the *migration*", "Led the migration"),
    ("see [the talk](https://example.org/a_b)", "see the talk (https://example.org/a_b)"),
    ("[https://example.org](https://example.org)", "https://example.org"),
    (
      "write to <jo@example.org> or <https://example.org/?a=1&b=2>",
      "write to jo@example.org or https://example.org/?a=1&b=2"
    ),
    ("![a chart](https://example.org/c.png)", "a chart (https://example.org/c.png)"),
    ("run `make *all*`", "run make *all*"),
    ("Did:\n\n- one\n- two\n  more\n\nand more", "Did:\n\n• one\n• two\n  more\n\nand more"),
    ("Did:\n- one\n  - inner\n- two", "Did:\n• one\n  • inner\n• two"),
    ("1. one\n2. two", "1. one\n2. two"),
    ("2 \\* 3 \\_a\\_", "2 * 3 _a_"),
    ("a  \n*b*", "a\nb"), ("[a\\]b]: /u\n\n**rest**", "[a]b]: /u\n\nrest"), ("- a\n- ***\n- b", "• a\n• ***\n• b"),
    ("[a](https://e.org \"The title\")", "a (https://e.org) (The title)"),
    ("[![build](https://img.org/a.png)](https://x.org) x", "build (https://x.org) x"),
    ("<!--@>\n\n**bold**", "<!--@>\n\nbold"), ("    **bold**", "bold"), ("- **x**\n\n      see **b**", "• x\n  see b"),
  ]) func marksAreRead(_ text: String, _ plain: String) {
    #expect(Markup.plain(text) == plain)
  }

  /// Texts that CommonMark would change, and that people write in résumés.
  @Test(arguments: [
    "> 30 % de gains", "#1 in sales", "# 1 des ventes", "+ 30 % de chiffre d’affaires\n+ 20 % de marge",
    "- 20 % de coûts",
    "* autre", "2019. Une année", "1) premier", "AT&T &copy; &amp; <b>gras</b> <script>",
    "candidat*es et développeur*euses",
    "C* et A*", "snake_case_name", "a < b > c", "Titre\n---\nTexte", "Titre\n===\nTexte", "---", "* * *",
    "```\ncode\n```",
    "[1]: https://example.org", "[x] fait [ ] à faire", "    retrait", "a\n\n\n  b  \n", "5 * 3 = 15 * 1",
    "C:\\temp\\x",
    "2 ** 3", "prix*\n", "1990. a\n1991. b", "x <y@z", "~~~\n~~", "<!-- rien -->",
  ]) func textsAreTexts(_ text: String) {
    let markup = Markup(text)
    #expect(!markup.hasMarks)
    #expect(markup.plain == text)
    #expect(Markup.escaped(text) == text)
  }

  /// The characters that stand in for signs while a text is read stay what they are.
  @Test func standInsAreTexts() throws {
    let stand = String(try #require(Unicode.Scalar(0xFDD0 as UInt32)))
    #expect(Markup.plain(stand + "*a*") == stand + "*a*")
  }

  /// A text of many signs, escaped, is read as it stands.
  @Test func escapedTextsAreThemselves() {
    var random = Seeded(20_261_127)
    let parts = [
      "*", "**", "_", "`", "[", "](", ")", "\\", "\n", "\n\n", " ", "  ", "    ", "-", "- ", "1. ", "12) ", "123. ",
      "+ ", "> ",
      "# ", "a", "b1", "é", "<", ">", "<a@b>", "<https://x.y>", "&amp;", "!", "---", "===", "~~~", "|", "日本", "]:",
      "\t", "\r",
    ]
    var marked = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      let escaped = Markup.escaped(text)
      #expect(Markup.plain(escaped) == text, "\(text.debugDescription)")
      #expect(!Markup(escaped).hasMarks, "\(text.debugDescription)")
      #expect(Markup.normalized(escaped) == escaped, "\(text.debugDescription)")
      if Markup(text).hasMarks {
        marked += 1
        #expect(!Markup.plain(text).isEmpty || !text.contains(where: \.isLetter), "\(text.debugDescription)")
      }
    }
    #expect(marked > 1_000)
  }

  /// No letter of a text is lost by reading it.
  @Test func noLetterIsLost() {
    var random = Seeded(7)
    let parts = [
      "*", "**", "_", "`", "[", "](", ")", "\n", "\n\n", " ", "    ", "- ", "1. ", "a", "b", "é", "c", "<", ">", "\\",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0..<14, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      let letters = text.filter(\.isLetter)
      #expect(Markup.plain(text).filter(\.isLetter) == letters, "\(text.debugDescription)")
      #expect(Markup.plain(Markup(text).inlines).filter(\.isLetter) == letters, "\(text.debugDescription)")
    }
  }

  /// Texts made to take long or to nest deep are read in time, in no more than so many levels.
  @Test(.timeLimit(.minutes(1))) func hostileTexts() {
    let units = [
      "*a ", "**a _b ", "[", "[a](", "`", "\\", "- ", "  - a\n", "> ", "<", "<![CDATA[", "<https://", "![[]()", "1. ",
      "*a**b*",
      "[a]: <", "&", "_", "a*b", "\n- ", "[]()", "``a`",
    ]
    for unit in units {
      let text = String(repeating: unit, count: Markup.longest / unit.utf8.count)
      #expect(Markup(text).plain.utf8.count <= text.utf8.count * 3)
    }
    let deep = String(repeating: "- ", count: 16_384) + "x" + String(repeating: "\n", count: 32_000) + "y"
    #expect(Markup(deep).plain.contains("y"))
    #expect(Markup.plain("*a\u{0}b*") == "*a\u{0}b*")
    let long = String(repeating: "**a** ", count: 20_000)
    #expect(Markup.plain(long) == long)
  }
}
