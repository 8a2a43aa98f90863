import Parcours
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats

/// The LinkedIn text of generated identities: read back and written again it is the same bytes, and nothing in it is
/// longer than LinkedIn takes. `PARCOURS_ROUNDS` sets how many.
@Suite struct LinkedInRoundTrips {
  /// Texts as people write them, long ones, and lines that look like the text's own marks.
  static let strings: [String] =
    [
      "Data engineer", "Ingénieure de données", "Ana Lopez", "Acme & Sons", "L’Atelier du bois", "Accueil : conseil !",
      "Cuts the bill by 40 %. Keeps the lights on. Sleeps at night!", "Réduit la facture de 40 %. Dort la nuit !",
      "First line\nsecond line\n\nnew paragraph", "• a bullet of its own", "– a dash of its own", "ABOUT",
      "COMPÉTENCES",
      " EXPERIENCE", "Career break", "Pause carrière", "May 2020 – Present", "mai 2020 – aujourd’hui", "2020",
      "Lyon · Remote",
      "Location: Paris", "Lieu : Paris", "Skills: a · b", "Carried over: patience", "Grade: 12", "Issued: May 2020",
      "https://example.org/a?b=c&d", "a · b", "one – two", "–", "", " ", "Self-employed", "Indépendant", "English – C1",
      String(repeating: "A sentence that is told again and again. ", count: 90),
      String(repeating: "Une phrase sans fin ", count: 190), String(repeating: "x", count: 3_000), "👩‍👩‍👧", "é e\u{301}",
    ]

  /// An identity whose steps end after they begin.
  private func possible(_ identity: Identity) -> Identity {
    var identity = identity
    for index in identity.path.indices {
      let step = identity.path[index]
      if let start = step.startDate, let end = step.endDate, end.firstDay < start.firstDay {
        (identity.path[index].startDate, identity.path[index].endDate) = (end, start)
      }
    }
    return identity
  }

  private func expectSame(_ identity: Identity, _ language: String, _ note: String) {
    let options = Looking(language: language, audience: .private, asOf: today)
    let text = Format.linkedIn.written(identity, options)
    guard let back = Format.linkedIn.reading(SourceText(name: "linkedin", bytes: text)).identity else {
      #expect(text.isEmpty, "\(note)")
      return
    }
    // A text without a heading, and so without a language, is no text.
    let again = Format.linkedIn.written(back, options)
    if again != text {
      let (left, right) = (String(decoding: text, as: UTF8.self), String(decoding: again, as: UTF8.self))
      let first = zip(left.split(separator: "\n"), right.split(separator: "\n")).first { $0 != $1 }
      Issue.record(
        "\(note): \(first.map { "\($0.0.prefix(80))…\($0.0.suffix(80)) ≠ …\($0.1.suffix(80))" } ?? "\(left.count) ≠ \(right.count)")"
      )
    }
    expectLimits(back, note)
  }

  private func expectLimits(_ identity: Identity, _ note: String) {
    func length(_ text: LocalizedText?) -> Int { text?.versions.first?.text.utf16.count ?? 0 }
    #expect(length(identity.headline) <= LinkedInLimit.headline.limit, "\(note)")
    #expect(length(identity.summary) <= LinkedInLimit.about.limit, "\(note)")
    #expect(identity.skills.count <= LinkedInLimit.skills.limit, "\(note)")
    #expect(identity.skills.allSatisfy { ($0.name?.utf16.count ?? 0) <= LinkedInLimit.skillName.limit }, "\(note)")
    for step in identity.path where step.kind == .role {
      #expect(length(step.title) <= LinkedInLimit.title.limit, "\(note)")
      let texts = [step.summary].compactMap(\.self) + step.highlights
      #expect(texts.map(length).reduce(0, +) <= LinkedInLimit.description.limit, "\(note)")
    }
  }

  @Test(arguments: ["fr", "en"]) func aTextIsTheSameAgain(_ language: String) {
    var maker = NaughtyRoundTrips.Maker(random: Seeded(20_261_126), strings: Self.strings)
    for round in 0..<max(1_000, NaughtyRoundTrips.rounds) {
      expectSame(possible(maker.identity()), language, "round \(round), \(language)")
    }
    maker.strings = NaughtyRoundTrips.strings
    for round in 0..<NaughtyRoundTrips.rounds / 4 {
      expectSame(possible(maker.identity()), language, "naughty round \(round), \(language)")
    }
  }

  @Test(arguments: IdentityRoundTrips.profiles, ["fr", "en"])
  func theExamplesAreTheSameAgain(_ name: String, _ language: String) throws {
    let identity = try IdentityRoundTrips().identity(name).identity
    expectSame(identity.visible(to: .network).identity, language, name)
  }

  private func role(_ title: String, _ organization: String, _ start: String, _ end: String? = nil) -> Step {
    var step = Step()
    step.title = LocalizedText(title)
    step.organization = Organization()
    step.organization?.name = organization
    step.startDate = PartialDate(start)
    step.endDate = end.flatMap { PartialDate($0) }
    return step
  }

  @Test func aMissingHeadlineIsMadeOfRoleServiceAndSkills() {
    var identity = Identity()
    identity.path = [role("Data engineer", "Acme", "2020-01")]
    var service = Service()
    service.name = LocalizedText("Data moved without a stop")
    identity.services = [service]
    identity.skills = (["Python", String(repeating: "long ", count: 60), "SQL"]).map { name in
      var skill = Skill()
      skill.name = name
      return skill
    }
    let text = String(decoding: Format.linkedIn.written(identity, options("en")), as: UTF8.self)
    #expect(text.hasPrefix("HEADLINE\nData engineer | Data moved without a stop | Python\n"))
  }

  @Test func rolesThatFollowEachOtherAtOnePlaceStandTogether() throws {
    var identity = Identity()
    identity.path = [
      role("Lead", "Acme", "2020-01"), role("Side job", "Other", "2019-06", "2021-01"),
      role("Engineer", "Acme", "2015-01", "2019-12"), role("Trainee", "Acme", "2010-01", "2011-01"),
    ]
    let text = Format.linkedIn.written(identity, options("en"))
    let back = try #require(Format.linkedIn.reading(SourceText(name: "linkedin", bytes: text)).identity)
    #expect(back.path.map { $0.title?.versions[0].text } == ["Lead", "Engineer", "Side job", "Trainee"])
  }

  @Test func theHookIsWholeSentences() {
    let first = "I move data out of what nobody understands any more, without a stop of a single ward."
    let rest = "For fifteen years I have worked at night. " + String(repeating: "And then some more of it. ", count: 12)
    #expect(LinkedInAbout.hooked([first + " " + rest])[0].utf16.count <= 220)
    #expect(LinkedInAbout.hooked([first + " " + rest])[0].hasSuffix("."))
    #expect(LinkedInAbout.hooked([first + " " + rest])[1] == "")
    #expect(LinkedInAbout.hooked(["Short.", rest]) == ["Short.", rest])
    let endless = String(repeating: "no end ", count: 60)
    #expect(LinkedInAbout.hooked([endless]) == [endless])
  }

  @Test func whatThereIsNoRoomForIsTold() {
    var identity = Identity()
    identity.summary = LocalizedText(String(repeating: "A sentence of some length, told again. ", count: 66))
    identity.headline = LocalizedText(String(repeating: "word ", count: 50))
    identity.path = [role("Lead", "Acme", "2020-01")]
    identity.path[0].highlights = [LocalizedText("Cut the bill by half")]
    identity.path[0].summary = LocalizedText(String(repeating: "This was done. ", count: 140) + "The end")
    identity.skills = [Skill()]
    identity.skills[0].name = "Python"
    let said = Format.linkedIn.artifact(identity, options("en")).diagnostics.map { "\($0.id): \($0.message)" }
    #expect(said.count == 3)
    #expect(said[0].hasPrefix("no-room: there is no room in headline (at most 220) for: "))
    #expect(
      said[1].hasPrefix(
        "no-room: there is no room in About (at most 2600) for: \"Specialities: Python\", \"• Cut the bill by half\""))
    #expect(said[2].hasPrefix("no-room: there is no room in description of Lead (at most 2000) for: "))
    #expect(Format.html.artifact(identity, options("en")).diagnostics.isEmpty)
  }

  /// The most that a search through every pair of them would make minutes of.
  @Test(.timeLimit(.minutes(1))) func aLongPathIsWrittenAtOnce() throws {
    var identity = Identity()
    for number in 0..<20_000 {
      identity.path.append(role("Role \(number)", "Place \(number)", "2001-01", "2002-01"))
      var sought = Step()
      sought.status = .sought
      sought.title = LocalizedText("Something else, number \(number)")
      identity.path.append(sought)
    }
    let made = Format.linkedIn.artifact(identity, options("en"))
    let text = String(decoding: made.bytes ?? [], as: UTF8.self)
    #expect(text.contains("Role 19999") && text.contains("Role sought: something else, number 0."))
    #expect(made.diagnostics.map(\.id) == ["no-room"])
    #expect("\(made.diagnostics[0].message)".contains("room in About"))
  }

  @Test func theSheetAddsNothingToAWholeAboutEither() throws {
    var identity = Identity()
    identity.summary = LocalizedText("All that is to be said.")
    identity.path = [role("Lead", "Acme", "2020-01")]
    func sheet(_ identity: Identity) throws -> String {
      let seen = identity.visible(to: .public, format: Format.linkedInSheet.extensionKey).identity
      let writer = Format.linkedInSheet
      return String(decoding: writer.written(seen, options("en")), as: UTF8.self)
    }
    #expect(try sheet(identity).contains("Today I work as a lead at Acme."))
    var extensions = Extensions()
    extensions["linkedin"] = .object([.init("about", .string("summary"))])
    identity.extensions = extensions
    #expect(try !sheet(identity).contains("Today I work as"))
  }

  private func options(_ language: String) -> Looking {
    Looking(language: language, audience: .private, asOf: today)
  }
}
