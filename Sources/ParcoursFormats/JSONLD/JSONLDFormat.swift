internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// The identity in schema.org's terms.
  public static let jsonLD = Format(
    id: "jsonld", summary: "schema.org's ProfilePage and Person, for search engines and other programs",
    fileExtensions: ["jsonld"], mediaType: "application/ld+json", reader: JSONLDReader(), writer: JSONLDWriter())
}

/// Reads the person out of JSON-LD.
struct JSONLDReader: FormatReader {
  func read(_ source: SourceText) -> Reading {
    do throws(SyntaxError) {
      let document = try JSONParser.parse(source)
      var reader = JSONLDGraphReader()
      reader.read(Tree.value(document), at: 0)
      reader.resolve()
      guard let mapping = SchemaMapping(reader.graph, roots: reader.roots, origin: .jsonLD) else {
        return Reading(
          identity: nil,
          diagnostics: [
            Diagnostic(id: "no-identity", "no Person of schema.org is in this file", at: 0..<0)
          ])
      }
      return Reading(identity: mapping.harvest.identity, sourceMap: document.sourceMap)
    } catch {
      return Reading(identity: nil, diagnostics: [error.diagnostic])
    }
  }
}

/// Writes what a page carries as JSON-LD, as a file of its own.
struct JSONLDWriter: FormatWriter {
  func write(_ identity: Identity, _ options: WriteOptions) -> [UInt8] {
    let page = HTMLPage(identity: identity, options: options)
    return JSONPrinter.print(Tree.document(JSONLD(page: page).value))
  }
}
