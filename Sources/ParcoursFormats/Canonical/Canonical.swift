package import ParcoursModel
package import ParcoursSource
package import ParcoursSyntax

extension Format {
  /// The model itself, as YAML.
  public static let yaml = Format(
    id: "yaml", summary: "the identity itself, as YAML with comments", fileExtensions: ["yaml", "yml"],
    mediaType: "application/yaml", isNative: true, hasMarks: true, reader: CanonicalReader(parse: YAMLParser.parse),
    writer: YAMLWriter())

  /// The model itself, as JSON.
  public static let json = Format(
    id: "json", summary: "the identity itself, as JSON", fileExtensions: ["json"], mediaType: "application/json",
    isNative: true, hasMarks: true, reader: CanonicalReader(parse: JSONParser.parse), writer: JSONWriter())
}

/// Reads the model's own form from any syntax.
struct CanonicalReader: FormatReader {
  let parse: @Sendable (SourceText) throws(SyntaxError) -> Document

  func read(_ source: SourceText) -> Reading {
    do throws(SyntaxError) {
      return Canonical.read(try parse(source))
    } catch {
      return Reading(identity: nil, diagnostics: [error.diagnostic])
    }
  }
}

struct YAMLWriter: FormatWriter {
  func write(_ identity: Identity, _ options: WriteOptions) -> [UInt8] {
    YAMLPrinter.print(Tree.document(identity.json))
  }
}

struct JSONWriter: FormatWriter {
  func write(_ identity: Identity, _ options: WriteOptions) -> [UInt8] {
    JSONPrinter.print(Tree.document(identity.json))
  }
}

/// The model's own form over a parsed document.
package enum Canonical {
  /// Reads an identity.
  package static func read(_ document: Document) -> Reading {
    var (identity, diagnostics) = decode(Identity.self, document)
    if let version = identity?.parcours, version != 1 {
      diagnostics.append(
        Diagnostic(
          id: "version", "version \(version) of the model is not known here",
          at: document.sourceMap.range(of: JSONPointer(["parcours"])),
          help: "write `parcours: 1`, or take a newer program"))
    }
    return Reading(
      identity: identity, sourceMap: document.sourceMap,
      diagnostics: document.duplicateKeyDiagnostics(severity: .error).prefix(200) + diagnostics)
  }

  /// Reads any record; what is of the wrong shape is an error at its place.
  package static func decode<Value: Record>(_ type: Value.Type, _ document: Document) -> (Value?, [Diagnostic]) {
    var context = DecodingContext()
    let value = Value.decode(Tree.value(document), &context)
    return (value, diagnostics(context.issues, document, severity: .error))
  }

  /// Issues as findings. Each place is looked for from the root, so that only as many are made as anybody reads.
  static func diagnostics(_ issues: [DecodingIssue], _ document: Document, severity: Severity) -> [Diagnostic] {
    var found = issues.prefix(200).map { diagnostic($0, document, severity: severity) }
    if issues.count > 200 {
      found.append(
        Diagnostic(
          id: issues[200].id, severity: severity, "\(issues.count - 200) more of this kind follow",
          at: found.last?.range ?? 0..<0))
    }
    return found
  }

  private static func diagnostic(_ issue: DecodingIssue, _ document: Document, severity: Severity) -> Diagnostic {
    let pointer = JSONPointer(issue.path)
    let place = issue.path.isEmpty ? "" : pointer.spoken + ": "
    return Diagnostic(
      id: issue.id, severity: severity, Message(verbatim: place + issue.message),
      at: document.sourceMap.range(of: pointer),
      pointer: pointer, help: issue.help.map { Message(verbatim: $0) })
  }
}
