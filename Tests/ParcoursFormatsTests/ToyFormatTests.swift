import Parcours
import ParcoursFormats
import ParcoursInterchange
import ParcoursModel
import ParcoursReport
import ParcoursSource
import TestSupport
import Testing

/// A format that nobody has heard of is known to everything at once.
struct ToyFormatTests {
  private static let registry = Registry.standard.adding(.toy)
  private static let text = SourceText(name: "-", text: "toy\nAda Lovelace\nComputing\n")
  private let day = PartialDate("2026-11-27") ?? .epoch

  @Test func itIsRecognized() {
    #expect(Self.registry.format(of: Self.text)?.id == "toy")
    #expect(Self.registry.format(forFile: "out/me.toy")?.id == "toy")
    #expect(Registry.standard.format(of: Self.text) == nil && Registry.standard.format(forFile: "me.toy") == nil)
  }

  @Test func itIsValidated() {
    let found = Validator(asOf: day, registry: Self.registry).validate(Self.text)
    #expect(!found.has(.error))
    // The rules look at the identity, and what is missing in it is said.
    #expect(!Validator(asOf: day).validate(Self.text).diagnostics.filter { $0.id == "unrecognized" }.isEmpty)
  }

  @Test func itIsConvertedBothWaysAndSaysWhatItLoses() throws {
    let converter = Converter(Self.registry)
    let options = ConversionOptions(audience: .private, asOf: day, theme: nil)
    let made = converter.convert(Input(Self.text), to: .markdown, options)
    #expect(String(decoding: made.output ?? [], as: UTF8.self).contains("# Ada Lovelace"))
    let yaml = SourceText(
      name: "a.yaml", text: "parcours: 1\nname: Ada\nheadline: Maths\ncontact: {email: ada@example.org}\n")
    var listing = options
    listing.telling = .fields
    let back = converter.convert(Input(yaml), to: .toy, listing)
    #expect(back.output == Array("toy\nAda\nMATHS\n".utf8))
    #expect(
      back.remarks.map { "\($0.id): \($0.message)" } == [
        "dropped: toy does not carry contact.email", "changed: toy carries headline in another form",
      ])
  }

  @Test func itIsListedExplainedAndDocumented() {
    #expect(
      Catalog.entries(.formats, in: Self.registry).contains { $0.id == "toy" && $0.reads == true && $0.writes == true })
    #expect(Catalog.explanation("toy", in: Self.registry)?.contains("*.toy") == true)
    let pages = FormatPages.pages(of: Self.registry)
    #expect(pages[0].text.contains("`toy`") && pages[1].text.contains("| `second line` | `headline` |"))
  }

  /// An output of it may be asked for.
  @Test func outputsMayNameIt() {
    let yaml = SourceText(
      name: "a.yaml", text: "parcours: 1\nname: Ada\nheadline: M\noutputs: [{path: me.toy}, {format: toys, path: b}]\n")
    let found = Validator(asOf: day, registry: Self.registry).validate(yaml).diagnostics.filter {
      $0.id == "unknown-output"
    }
    #expect(found.map { $0.help.map { "\($0)" } } == ["did you mean `toy`?"])
  }
}
