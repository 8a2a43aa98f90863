public import ParcoursSource

/// What was found in one text.
public struct SourceFindings: Sendable {
  /// The text.
  public let source: SourceText
  /// What was found.
  public var diagnostics: [Diagnostic]
  /// How much more there is, which nobody would read.
  public var omitted: Int

  /// Makes findings, sorted by place.
  public init(source: SourceText, diagnostics: [Diagnostic], omitted: Int = 0) {
    self.source = source
    self.diagnostics = diagnostics.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
    self.omitted = omitted
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { diagnostics.isEmpty && omitted == 0 }

  /// Whether anything is of a severity, or graver.
  public func has(_ severity: Severity) -> Bool { diagnostics.contains { $0.severity >= severity } }
}

/// A way to print findings.
public protocol Report: Sendable {
  /// What `--format` knows it by.
  static var id: String { get }
  /// One line for lists.
  static var summary: String { get }
  /// Prints. Everything from an input is escaped for where it goes.
  static func render(_ findings: [SourceFindings], color: Bool) -> String
}

/// Every report, by id.
public enum Reports {
  /// All of them, sorted.
  public static let all: [any Report.Type] = [JSONReport.self, TextReport.self]

  /// The report of an id.
  public static func named(_ id: String) -> (any Report.Type)? { all.first { $0.id == id } }
}
