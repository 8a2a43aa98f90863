public import ParcoursSource

/// What was found in one text.
public struct SourceFindings: Sendable {
  /// The text.
  public let source: SourceText
  /// What was found.
  public var diagnostics: [Diagnostic]
  /// How much more there is, which nobody would read.
  public var omitted: Int
  /// The gravest of what is only counted.
  public var omittedSeverity: Severity?

  /// Makes findings, sorted by place, those without one first. What is only counted counts as errors unless said otherwise.
  public init(source: SourceText, diagnostics: [Diagnostic], omitted: Int = 0, omittedSeverity: Severity? = nil) {
    self.omittedSeverity = omitted > 0 ? omittedSeverity ?? .error : nil
    self.source = source
    self.diagnostics = diagnostics.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }.map(\.element)
    self.omitted = omitted
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { diagnostics.isEmpty && omitted == 0 }

  /// Whether anything is of a severity, or graver.
  public func has(_ severity: Severity) -> Bool {
    diagnostics.contains { $0.severity >= severity } || omittedSeverity.map { $0 >= severity } ?? false
  }
}

/// How findings are told.
public struct ReportOptions: Sendable {
  /// Whether a terminal's colours are used.
  public var isColored: Bool
  /// From English forms to another language's; empty for English.
  public var translations: [String: String]
  /// What an id stands for, in a line.
  public var summary: @Sendable (String) -> String?
  /// The program's version.
  public var version: String

  /// Makes options: plain and in English unless said otherwise.
  public init(
    isColored: Bool = false, translations: [String: String] = [:], version: String = "",
    summary: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.isColored = isColored
    self.translations = translations
    self.version = version
    self.summary = summary
  }

  /// A message in the language that is asked for.
  func text(_ message: Message) -> String { message.text(in: translations) }

  /// A severity in the language that is asked for.
  func word(_ severity: Severity) -> String { text(Message(form: severity.rawValue)) }
}

/// A way to print findings.
public protocol Report: Sendable {
  /// What `--format` knows it by.
  static var id: String { get }
  /// One line for lists.
  static var summary: String { get }
  /// Prints. Everything from an input is escaped for where it goes.
  static func render(_ findings: [SourceFindings], _ options: ReportOptions) -> String
}

/// Every report, by id.
public enum Reports {
  /// All of them, sorted.
  public static let all: [any Report.Type] = [
    GitHubReport.self, JSONReport.self, JUnitReport.self, SARIFReport.self, TextReport.self,
  ]

  /// The report of an id.
  public static func named(_ id: String) -> (any Report.Type)? { all.first { $0.id == id } }
}
