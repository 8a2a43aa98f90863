internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// A web page that machines can read: JSON-LD, h-resume, and the model itself for the way back.
  public static let html = Format(
    id: "html", summary: "a web page: semantic, printable, with JSON-LD and h-resume, read back without loss",
    fileExtensions: ["html", "htm", "xhtml"], mediaType: "text/html", reader: HTMLReader(), writer: HTMLWriter())
}

/// Reads the identity a page of ours carries.
struct HTMLReader: FormatReader {
  func read(_ source: SourceText) -> Reading {
    do throws(SyntaxError) {
      let page = try HTMLParser.parse(source)
      guard let script = Self.model(in: page) else {
        return Reading(
          identity: nil,
          diagnostics: [
            Diagnostic(
              id: "no-identity", "the page carries no identity that can be read back", at: 0..<0,
              help: "pages written by `parcours convert -t html` do")
          ])
      }
      let text = SourceText(name: source.name, bytes: Array(script.text.utf8))
      var reading = Canonical.read(try JSONParser.parse(text))
      // What is wrong inside the script is told at the script.
      reading.diagnostics = reading.diagnostics.map {
        var diagnostic = $0
        diagnostic.range = script.range
        diagnostic.notes = []
        return diagnostic
      }
      let range = script.range
      reading.sourceMap = SourceMap { _ in range }
      return reading
    } catch {
      return Reading(identity: nil, diagnostics: [error.diagnostic])
    }
  }

  /// The text of the first `script` with `data-parcours`, and where it is.
  private static func model(in page: Document) -> (text: String, range: Range<Int>)? {
    // Every object with a name and attributes is an element, so that the tape can be run through without a tree.
    for index in page.entries.indices where page.kind(index) == .object {
      guard let name = page.value(of: "name", in: index), page.kind(name) == .string,
        page.text(name, equals: "script".utf8),
        let attributes = page.value(of: "attributes", in: index),
        page.value(of: "data-parcours", in: attributes) != nil,
        let children = page.value(of: "children", in: index)
      else { continue }
      let text = page.elements(in: children).filter { page.kind($0) == .string }.map { page.string($0) }.joined()
      return (text, page.entries[index].range)
    }
    return nil
  }
}
