import Parcours
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

@testable import ParcoursFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Identities of naughty strings, through every theme and language and back: equal. `PARCOURS_ROUNDS` sets how many.
@Suite struct NaughtyRoundTrips {
  static let rounds = getenv("PARCOURS_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 240

  /// The Big List of Naughty Strings, and some that are about pages.
  static let strings: [String] = {
    var strings = [
      "</script><script>alert(1)</script>", "<!--", "-->", "]]>", "&amp;lt;", "\u{2028}\u{2029}",
      "\u{0}\u{1}\u{7F}\u{85}",
      "\u{FFFE}\u{FFFF}", "\u{202E}rtl", "\\", "\"", "'", "a\nb\n\nc", "  spaced  ", "\t", "\r\n", "é", "e\u{301}", "👩‍👩‍👧",
      "« a » ; b : c ! d ?", "</style>", "{{x}}", "${x}", "javascript:alert(1)", "x".padded(5_000),
    ]
    if let corpus = Repository.corpus, let bytes = Repository.read(corpus + "/blns/blns.json"),
      let list = try? JSONParser.parse(SourceText(name: "blns", bytes: bytes))
    {
      strings += list.root.elements.compactMap(\.string)
    }
    return strings
  }()

  struct Maker {
    var random: Seeded
    /// What texts are drawn from.
    var strings = NaughtyRoundTrips.strings

    mutating func text() -> String { strings.randomElement(using: &random) ?? "" }
    mutating func maybe<Value>(_ make: (inout Maker) -> Value) -> Value? {
      Bool.random(using: &random) ? make(&self) : nil
    }
    mutating func some<Value>(_ make: (inout Maker) -> Value) -> [Value] {
      (0..<Int.random(in: 0...2, using: &random)).map { _ in make(&self) }
    }
    mutating func localized() -> LocalizedText {
      Bool.random(using: &random)
        ? LocalizedText(text())
        : LocalizedText(versions: [.init(language: "fr", text: text()), .init(language: "en", text: text())])
    }
    mutating func date() -> PartialDate? {
      PartialDate(
        year: Int.random(in: 1950...2035, using: &random), month: maybe { Int.random(in: 1...12, using: &$0.random) })
    }
    mutating func organization() -> Organization {
      var organization = Organization()
      organization.name = maybe { $0.text() }
      organization.alias = maybe { $0.localized() }
      organization.url = maybe { $0.text() }
      return organization
    }

    mutating func step() -> Step {
      var step = Step()
      step.attributes.id = maybe { $0.text() }
      step.kind = Step.Kind.allCases.randomElement(using: &random) ?? .role
      step.status = Step.Status.allCases.randomElement(using: &random) ?? .held
      step.title = maybe { $0.localized() }
      step.organization = maybe { $0.organization() }
      step.institution = maybe { $0.organization() }
      step.area = maybe { $0.localized() }
      step.startDate = date()
      step.endDate = maybe { $0.date() } ?? nil
      step.workload = maybe { Int.random(in: 1...100, using: &$0.random) }
      step.summary = maybe { $0.localized() }
      step.highlights = some { $0.localized() }
      step.skills = some { $0.text() }
      step.courses = some { $0.localized() }
      step.transition = maybe { maker in
        var transition = Transition()
        transition.from = maker.text()
        transition.summary = maker.localized()
        transition.carriedOver = maker.some { $0.localized() }
        return transition
      }
      return step
    }

    mutating func identity() -> Identity {
      var identity = Identity()
      identity.language = ["fr", "en", nil].randomElement(using: &random) ?? nil
      identity.name = maybe { $0.text() }
      identity.headline = maybe { $0.localized() }
      identity.summary = maybe { $0.localized() }
      identity.image = maybe { $0.text() }
      identity.contact = maybe { maker in
        var contact = Contact()
        contact.email = maker.text()
        contact.phone = maker.text()
        contact.url = maker.text()
        return contact
      }
      identity.path = some { $0.step() } + some { $0.step() }
      identity.skills = some { maker in
        var skill = Skill()
        skill.name = maker.text()
        skill.keywords = maker.some { $0.text() }
        skill.evidence = maker.some { $0.text() }
        return skill
      }
      identity.recommendations = some { maker in
        var said = Recommendation()
        said.text = maker.localized()
        said.from = Recommender()
        said.from?.name = maker.text()
        return said
      }
      identity.projects = some { maker in
        var project = Project()
        project.name = maker.localized()
        project.url = maker.text()
        project.keywords = maker.some { $0.text() }
        return project
      }
      return identity
    }
  }

  @Test func everyThemeAndLanguageGivesTheIdentityBack() throws {
    var maker = Maker(random: Seeded(20_261_124))
    let themes = Themes.all
    for round in 0..<Self.rounds {
      let identity = maker.identity()
      let theme = themes[round % themes.count]
      let language = round / themes.count % 2 == 0 ? "fr" : "en"
      let options = Looking(language: language, audience: .private, asOf: today, theme: theme)
      let page = Format.html.written(identity, options)
      let reading = Format.html.reading(SourceText(name: "page.html", bytes: page))
      let isBack = reading.identity == identity
      let lost = reading.identity.map { Loss.between(identity, $0).map(\.field) } ?? ["everything"]
      #expect(isBack, "round \(round), \(theme.name), \(language): \(lost) \(reading.diagnostics)")
      if round % 8 == 0 { try expectInert(page, round) }
      // The other writers neither stop nor let anything through.
      let drawing = Format.svg.written(identity, options)
      if round % 8 == 0 { try expectInert(drawing, round) }
      _ = Format.markdown.written(identity, options)
      _ = Format.jsonLD.written(identity, options)
    }
  }

  /// No element, attribute or address of the page runs or fetches anything.
  private func expectInert(_ page: [UInt8], _ round: Int) throws {
    let tree = Page(try HTMLParser.parse(SourceText(name: "page.html", bytes: page)))
    for index in tree.nodes.indices where tree.isElement(index) {
      let node = tree[index]
      #expect(!["iframe", "object", "embed", "base", "form"].contains(node.name), "round \(round)")
      if node.name == "script" { #expect(tree[index, "type"]?.hasPrefix("application/") == true) }
      for attribute in node.attributes {
        #expect(!attribute.name.hasPrefix("on") && attribute.name != "srcset", "round \(round): \(attribute)")
        if ["href", "src"].contains(attribute.name) {
          let allowed = ["https://", "http://", "mailto:", "tel:", "#"].contains(
            where: attribute.value.lowercased().hasPrefix)
          #expect(allowed || SafeURL.picture(attribute.value) != nil, "round \(round): \(attribute)")
        }
      }
    }
  }
}

extension String {
  fileprivate func padded(_ count: Int) -> String { String(repeating: self, count: count) }
}

extension NaughtyRoundTrips {
  @Test(arguments: strings.indices) func everyStringComesBack(_ index: Int) {
    var identity = Identity()
    identity.name = Self.strings[index]
    let page = Format.html.written(identity, Looking(language: "fr", audience: .private, asOf: today))
    let back = Format.html.reading(SourceText(name: "page.html", bytes: page)).identity?.name
    #expect(
      back.map { Array($0.unicodeScalars) } == Array(Self.strings[index].unicodeScalars),
      "\(Self.strings[index].debugDescription)")
  }
}
