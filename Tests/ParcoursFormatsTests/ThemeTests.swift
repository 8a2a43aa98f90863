import Parcours
import ParcoursModel
import ParcoursReport
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats

/// Themes: what they may hold, and that every one of them keeps the page what it is.
@Suite struct ThemeTests {
  @Test func theProgramsOwnAreRead() throws {
    #expect(Themes.all.count >= 4 && Themes.all.contains { $0.name == Themes.standard })
    #expect(Themes.all.filter(\.showsPicture).map(\.name) == ["card", "timeline"])
    for theme in ["card/theme", "classic/theme", "compact/theme", "timeline/theme", "foundation"] {
      let css = try #require(Repository.text("\(Repository.root)/Sources/ParcoursThemes/\(theme).css"))
      #expect(problems(css) == [], "\(theme)")
    }
    for theme in Themes.all { #expect(!theme.summary.isEmpty && theme.css.contains("--accent:")) }
  }

  private func problems(_ css: String) -> [String] {
    StyleSheet.problems(in: SourceText(name: "theme.css", text: css)).map(\.message.form)
  }

  @Test(arguments: [
    "@import 'x.css';", "@IMPORT url(x)", "a { background: url(https://evil.example/x) }",
    "a { background: URL( 'x.png' ) }",
    "a { background: \\75rl(//evil.example) }", "a { background: u\\72 l(x) }", "@\\69mport 'x';",
    "a { background: src(x) }",
    "a { background: image-set('x' 1x) }", "a { width: expression(alert(1)) }", "a { behavior: url(x) }",
    "a { -moz-binding: url(#x) }",
    "</style><script>alert(1)</script>", "a { content: '</style>' }", "/* </style> */",
    "a { background: url(data:image/svg+xml,x) }",
    "a { background: url(data:text/html,x) }", "a { color: red", "a } b", "/* open", "a { content: 'open\n' }",
    "a { background: url('\\64 ata:image/png,x') }", "a { b: url(\"#</style><script>\") }", "a { b: url(#</style>) }",
    "a { b: \\75\trl(http://x) }", "a { b: \\75\r\nrl(http://x) }", "@\\69\tmport 'x';",
    "a { content: \"\u{C};b:url(http://x);c:\" }",
    "a { content: '\r;b:url(http://x);c:' }", "a { b: url('data:image/png,<svg>') }", "a\u{0}b {}",
    "a { b: c } <!-- x -->",
  ]) func whatCouldFetchOrLeaveIsRefused(_ css: String) { #expect(!problems(css).isEmpty, "\(css)") }

  @Test(arguments: [
    "a { color: var(--accent) }", "@media (width <= 40rem) { a { b: c } }", "a::after { content: \"→ \\3c \" }",
    "a { background: url(data:image/png;base64,AAAA) }", "a { clip-path: url(#clip) }",
    "@font-face { src: url(data:font/woff2;base64,AA) }",
    "/* url(x) @import */ a { margin: calc(1px + (2px)) }", "a > b { grid-template: [x] 1fr }",
  ]) func whatIsHarmlessPasses(_ css: String) { #expect(problems(css) == [], "\(css)") }

  private func manifest(_ text: String) -> [Diagnostic] {
    Theme.read(
      manifest: SourceText(name: "theme.yaml", text: text), style: SourceText(name: "theme.css", text: ""),
      foundation: ""
    ).1.flatMap(\.diagnostics)
  }

  @Test(arguments: [
    "name: x\nvariables: {light: {accent: 'red;}</style>'}}", "name: x\nvariables: {light: {'a;b': red}}",
    "name: x\nvariables: {light: {accent: 'url(x)'}}", "name: x\nfonts: {text: ['a;b']}", "- a", "description: x",
    "name: x\nsections: [nowhere]", "name: x\npicture: maybe", "name: x\nvariables: {noon: {a: red}}", "name: [",
  ]) func aWrongManifestIsTold(_ text: String) { #expect(manifest(text).contains { $0.severity == .error }, "\(text)") }

  @Test func whatVariablesMakeOfTheRulesIsLookedThroughToo() {
    for css in ["a{b:urvar(--l)(file:///x)}", "@imvar(--p)rt \"x\";"] {
      let read = Theme.read(
        manifest: SourceText(name: "theme.yaml", text: "name: x\nvariables: {light: {l: l, p: po}}"),
        style: SourceText(name: "theme.css", text: css), foundation: "")
      #expect(read.theme.map { $0.onPaper(css) == css } ?? true, "a name that ends in `var` is another function's")
    }
    let nested = String(repeating: "var(--z,", count: 20_000) + String(repeating: ")", count: 20_000)
    #expect(Theme.none.onPaper("a{b:\(nested)}").utf8.count > 100)
  }

  @Test func aMisspeltKeyIsTold() {
    #expect(manifest("name: x\nvariable: {}").map { $0.help?.description } == ["did you mean `variables`?"])
  }

  @Test func aThemeToBeginWithIsGood() throws {
    let files = Themes.template(name: "mine")
    let read = Theme.read(
      manifest: SourceText(name: "theme.yaml", bytes: files[0].bytes),
      style: SourceText(name: "theme.css", bytes: files[1].bytes), foundation: "")
    #expect(read.1.isEmpty && read.theme?.name == "mine")
  }

  @Test func variablesAreFilledInForPaper() throws {
    let theme = try #require(Themes.named("classic"))
    #expect(
      theme.onPaper("a{color:var(--ink);b:var(--none, 1px) x var(--none,var(--accent))}")
        == "a{color:#000000;b:1px x #123d5c}")
    #expect(!theme.onPaper(theme.css).contains("var("))
  }

  /// Contrast by WCAG 2.2: 4.5 for text, in light, dark and print.
  @Test func coloursCanBeRead() throws {
    for theme in Themes.all.map(\.name) {
      let manifest = try #require(Repository.text(Repository.root + "/Sources/ParcoursThemes/\(theme)/theme.yaml"))
      for line in manifest.split(separator: "\n") where line.contains("ground:") {
        var colours: [String: String] = [:]
        for pair in line.split(whereSeparator: { "{,}".contains($0) }).dropFirst() {
          let sides = pair.split(separator: ":").map { $0.trimmingQuotes }
          if sides.count == 2 { colours[sides[0]] = sides[1] }
        }
        let grounds = ["ground", "paper"].compactMap { colours[$0] }
        for ground in grounds {
          for name in ["ink", "quiet", "accent", "turn"] {
            let ratio = contrast(try #require(colours[name]), ground)
            #expect(ratio >= 4.5, "\(theme): \(name) on \(ground) is \(ratio)")
          }
        }
        #expect(contrast(try #require(colours["ink"]), try #require(colours["tint"])) >= 4.5, "\(theme)")
      }
    }
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let value = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }

  /// x to the power of 2.4: the fifth root of x¹², by Newton's method.
  private func power(_ base: Double) -> Double {
    var root = base
    let goal = (0..<12).reduce(1.0) { product, _ in product * base }
    for _ in 0..<60 { root -= (root * root * root * root * root - goal) / (5 * root * root * root * root) }
    return root
  }

  @Test func aPageNamesItsOtherLanguages() throws {
    var options = Looking(language: "fr", audience: .public, asOf: today)
    options.page.alternates = [
      .init(language: "en", address: "cv.en.html"), .init(language: "fr", address: "cv.fr.html"),
      .init(language: "en", address: "javascript:alert(1)"), .init(language: "en\"", address: "x.html"),
    ]
    var identity = Identity()
    identity.name = "Ana"
    let page = String(decoding: Format.html.written(identity, options), as: UTF8.self)
    #expect(page.split(separator: "rel=\"alternate\"").count == 3)
    #expect(
      page.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"cv.en.html\">") && page.contains(">English</a>"))
  }
}

extension Substring {
  fileprivate var trimmingQuotes: String { String(filter { $0 != " " && $0 != "\"" }) }
}
