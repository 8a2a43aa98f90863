public import ParcoursSource
internal import ParcoursSyntax

/// What an input's bytes are made of: who parses them, once.
public enum Syntax: String, Sendable, CaseIterable {
  /// JSON (RFC 8259).
  case json
  /// YAML 1.2.
  case yaml
  /// XML 1.0.
  case xml
  /// A web page.
  case html
  /// A ZIP archive.
  case zip
  /// A folder of files.
  case folder
  /// A PDF.
  case pdf
  /// Plain text, in lines.
  case text
  /// A table.
  case csv

  /// What people call it.
  public var spoken: Message {
    switch self {
    case .json: "JSON"
    case .yaml: "YAML"
    case .xml: "XML"
    case .html: "a page"
    case .zip: "a ZIP archive"
    case .folder: "a folder"
    case .pdf: "a PDF"
    case .text: "a text"
    case .csv: "a table"
    }
  }

  /// Endings of names that say what is in a file, whatever its first bytes are.
  private static let endings: [(String, Syntax)] = [
    (".yaml", .yaml), (".yml", .yaml), (".html", .html), (".htm", .html), (".xhtml", .html), (".json", .json),
    (".ndjson", .json), (".jsonl", .json), (".jsonld", .json), (".xml", .xml), (".zip", .zip), (".csv", .csv),
  ]

  /// What a name in small letters says that is in a file; nil where it says nothing.
  static func named(_ name: String) -> Syntax? { endings.first { name.hasSuffix($0.0) }?.1 }

  /// What a text is: by its name, else by its first bytes. O(1), but for the length of the head.
  static func of(_ source: SourceText) -> Syntax {
    let name = source.name.lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") { return .html }
    if ZIPArchive.isArchive(source.bytes) { return .zip }
    if source.bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if let known = named(name) { return known }
    let first = source.bytes.first { $0 > 0x20 && $0 < 0x80 }
    if first == 0x3C { return isXML(source.bytes) ? .xml : .html }
    if first == 0x7B || first == 0x5B || first == 0x22 { return .json }
    if name.hasSuffix(".txt") { return .text }
    return .yaml
  }

  /// Whether a text that starts with an element is XML rather than a page.
  private static func isXML(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2_000), as: UTF8.self)
    if head.lowercased().contains("<html") { return false }
    return head.contains("<?xml") || !head.lowercased().contains("<!doctype html") && head.contains(" xmlns=")
  }
}
