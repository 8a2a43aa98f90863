import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import Testing

/// The page as Markdown, and as JSON-LD.
@Suite struct MarkdownTests {
  private func markdown(_ yaml: String, language: String = "en") throws -> String {
    let made = converted(Array(yaml.utf8), .yaml, .markdown, language: language)
    return String(decoding: try #require(made.output), as: UTF8.self)
  }

  @Test func sectionsStepsAndQuotations() throws {
    let text = try markdown(
      """
      parcours: 1
      name: Ana Lopez
      contact: {url: 'https://ana.example/a_(b)', email: ana@example.org}
      path:
        - {kind: role, title: Cook, organization: {name: Mo}, startDate: 2015, endDate: 2019, highlights: [One, Two]}
      skills: [{name: C++}]
      recommendations: [{from: {name: Bo}, text: "Line one.\\nLine two."}]
      """)
    #expect(
      text == """
        # Ana Lopez

        - [ana@example.org](mailto:ana@example.org)
        - [ana.example/a\\_(b)](https://ana.example/a_%28b%29)

        ## Career

        ### Cook

        Mo

        2015 – 2019

        - One
        - Two

        ## Skills

        - C++

        ## Recommendations

        - > Line one.
          >
          > Line two.

          *Bo*

        """)
  }

  @Test func nothingOfATextIsAMark() throws {
    let text = try markdown(
      """
      parcours: 1
      name: "<img src=x onerror=alert(1)> *a* [b](javascript:alert(1)) `c`"
      headline: "# not a heading"
      summary: "2019. not a list\\n\\n+ nor this\\n\\n> nor this\\n\\n&lt;b&gt;"
      """)
    #expect(text.contains("# \\<img src=x onerror=alert(1)\\> \\*a\\* \\[b\\](javascript:alert(1)) \\`c\\`"))
    #expect(
      text.contains("\n\\# not a heading\n") && text.contains("\n2019\\. not a list\n")
        && text.contains("\n\\+ nor this\n"))
    #expect(text.contains("\n\\> nor this\n") && text.contains("\\&lt;b\\&gt;"))
    for (line, written) in [("- 20 %", "\n\\- 20 %\n"), ("1. the first", "\n1\\. the first\n")] {
      #expect(try markdown("parcours: 1\nname: A\nsummary: \"\(line)\"").contains(written))
    }
  }

  @Test func jsonLDComesBackAsFarAsItsWordsGo() throws {
    let yaml = """
      parcours: 1
      name: Ana Lopez
      headline: Cook
      path:
        - {kind: role, title: Cook, organization: {name: Mo}, startDate: 2015-03, endDate: 2019}
        - {kind: study, studyType: BSc, institution: {name: MIT}, startDate: 2010, endDate: 2014}
      skills: [{name: Baking}]
      languages: [{language: fr}]
      services: [{name: Catering, summary: For ten.}]
      certificates: [{name: Hygiene, issuer: City, date: 2020}]
      """
    let linked = try #require(converted(Array(yaml.utf8), .yaml, .jsonLD).output)
    let back = try readIdentity(linked, as: .jsonLD)
    #expect(back == (try readIdentity(Array(yaml.utf8), as: .yaml)).with(language: back.language))
  }
}

extension Identity {
  fileprivate func with(language: String?) -> Identity {
    var copy = self
    copy.language = language
    return copy
  }
}
