import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import ParcoursTransform
import TestSupport
import Testing

/// Names that may not be said, wherever and however they are written, and words that only look like them.
struct ConfidentialNameTests {
  private func seen(_ text: String, name: String, alias: String, language: String = "fr") throws -> String? {
    var identity = Identity()
    identity.language = language
    identity.summary = LocalizedText(text)
    var step = Step()
    var organization = Organization()
    organization.name = name
    organization.alias = LocalizedText(alias)
    organization.isConfidential = true
    step.organization = organization
    identity.path = [step]
    return identity.visible(to: .public).identity.summary?.versions.first?.text
  }

  /// Marks, links and references through a name hide nothing.
  @Test(arguments: [
    ("Refonte Zor[b](https://x.example/)lax", "Refonte un assureur"),
    ("Refonte [Zor](https://a.example/)[blax](https://b.example/)", "Refonte un assureur"),
    ("Chez **Zor**blax, 40 % de gains", "Chez un assureur, 40 % de gains"), ("Zor`bl`ax", "Un assureur"),
    ("Chez **Zorblax**, [ici](https://x.example)", "Chez **un assureur**, [ici](https://x.example)"),
    ("[y](https://git.example.org/zorblax/repo) et plus", "y et plus"),
    ("[y](https://git.example.org/zor%62lax) et plus", "y et plus"),
    ("[y](https://git.example.org/zor&#98;lax) et plus", "y et plus"),
    ("Voir https://git.example.org/zorblax/repo.", "Voir un assureur."),
    ("Écrire à jo@zorblax.com, merci", "Écrire à un assureur, merci"), ("https://zorblax.com", nil),
    ("Zorblax.png", nil),
    ("chez 𝐙𝐨𝐫𝐛𝐥𝐚𝐱", nil), ("chez Ｚｏｒｂｌａｘ", nil), ("ZorBlax", "Un assureur"), ("z-o-r-b-l-a-x", nil),
  ]) func namesAreFound(_ text: String, _ expected: String?) throws {
    #expect(try seen(text, name: "Zorblax", alias: "Un assureur") == expected)
  }

  /// Names of few letters are found in tags, in other names and in accounts; parentheses and percent signs hide nothing.
  @Test(arguments: [
    ("acme-platform", nil), ("AcmePay", nil), ("Chez #AcmePay hier", nil), ("acme-api", nil), ("acme", nil),
    ("acme-2020", nil),
    ("a 100%Acme x", "a 100%un client x"), ("voir [Ac](https://x.org/a\\)b)me x", "voir un client x"),
    ("voir [Ac](<https://x.org/a)b>)me x", "voir un client x"), ("[y](https://x.org/a_(b)/acme) x", "y x"),
    ("Un acmeiste", "Un acmeiste"),
  ]) func shortNamesAreFound(_ text: String, _ expected: String?) throws {
    #expect(try seen(text, name: "Acme", alias: "Un client") == expected)
  }

  @Test func lettersThatArePrintedTogetherAreTwo() throws {
    #expect(try seen("chez Conﬁdia", name: "Confidia", alias: "Un client") == nil)
  }

  /// An alias that says another confidential name is none.
  @Test func anAliasSaysNoOtherName() throws {
    let yaml = """
      parcours: 1
      language: en
      name: Ana
      summary: I worked at Kumo in 2020
      path:
        - {kind: role, title: Cook, organization: {name: Zorblax Insurance, alias: An insurer, confidential: true}}
        - {kind: role, title: Cook, organization: {name: Kumo, alias: A client of Zorblax Insurance, confidential: true}}
      """
    let identity = try #require(Format.yaml.reading(SourceText(name: "a.yaml", text: yaml)).identity)
    let bytes = Format.json.written(
      identity.visible(to: .public).identity, Looking(language: "en", audience: .public, asOf: .epoch))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Zorblax"))
  }

  /// A sentence reads as one with the alias in it.
  @Test(arguments: [
    ("L’équipe de Zorblax", "L’équipe d’un assureur"), ("ce que Zorblax voulait", "ce qu’un assureur voulait"),
    ("à la Zorblax", "à un assureur"), ("du Zorblax", "d’un assureur"), ("avec l’Zorblax", "avec un assureur"),
    ("au Zorblax", "à un assureur"), ("Zorblax a grandi. Zorblax reste.", "Un assureur a grandi. Un assureur reste."),
  ]) func sentencesRead(_ text: String, _ expected: String) throws {
    #expect(try seen(text, name: "Zorblax", alias: "Un assureur") == expected)
  }

  @Test func otherArticlesRead() throws {
    #expect(try seen("d’Axa", name: "Axa", alias: "Client confidentiel") == "de Client confidentiel")
    #expect(
      try seen("chez Axa de Axa", name: "Axa", alias: "Le grand assureur") == "chez le grand assureur du grand assureur"
    )
    #expect(
      try seen("I joined the Zorblax team", name: "Zorblax", alias: "An insurer", language: "en")
        == "I joined an insurer team")
  }

  /// A name that is a word as well is that word, unless it is written as a name.
  @Test(arguments: [
    ("Analyste freelance", "Free", "Analyste freelance"), ("Des oranges", "Orange", "Des oranges"),
    ("Au total, 12 rapports", "Total", "Au total, 12 rapports"),
    ("Chez Total, 12 rapports", "Total", "Chez un client, 12 rapports"),
    ("Chez Orange, des oranges", "Orange", "Chez un client, des oranges"), ("Freelance", "Free", "Freelance"),
    ("Voir https://orange.com/x", "Orange", "Voir un client"), ("@orange_fr", "Orange", nil),
    ("jo@free.fr", "Free", nil),
  ]) func wordsAreWords(_ text: String, _ name: String, _ expected: String?) throws {
    #expect(try seen(text, name: name, alias: "Un client") == expected)
  }

  /// A text of which nothing is left is absent, not empty: the identity stays valid.
  @Test func nothingIsLeftEmpty() throws {
    let yaml = """
      parcours: 1
      name: Ana
      headline: {fr: "zor-blax", en: "zor-blax"}
      path: [{kind: role, title: Cook, startDate: 2020, organization: {name: Zorblax, alias: A shop, confidential: true}}]
      """
    let identity = try #require(Format.yaml.reading(SourceText(name: "a.yaml", text: yaml)).identity)
    let visible = identity.visible(to: .public)
    #expect(visible.identity.headline == nil && visible.withheld > 0)
  }
}
