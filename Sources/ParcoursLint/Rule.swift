public import ParcoursModel
public import ParcoursSource

/// A rule over an identity or a contract: a file each, which is its check, its tests and its manual page.
public protocol Rule: Sendable {
  /// What it is.
  static var metadata: RuleMetadata { get }
  /// Looks at an identity.
  static func check(_ subject: LintSubject, _ findings: inout Findings)
  /// Looks at a contract.
  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings)
}

extension Rule {
  /// Says nothing of identities.
  public static func check(_ subject: LintSubject, _ findings: inout Findings) {}
  /// Says nothing of contracts.
  public static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {}
}

/// What a rule is: for lists, explanations, tests.
public struct RuleMetadata: Sendable {
  /// What it is known by; reads well after "allow".
  public let id: String
  /// One line.
  public let summary: String
  /// Why it matters.
  public let rationale: String
  /// What its findings weigh.
  public let severity: Severity
  /// The version it came with.
  public let since: String
  /// Texts and where the findings start in them.
  public let examples: [Example]
  /// What its findings say in French, by their English forms.
  public let french: [String: String]

  init(
    id: String, summary: String, rationale: String, severity: Severity, since: String, examples: [Example],
    french: [String: String] = [:]
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.severity = severity
    self.since = since
    self.examples = examples
    self.french = french
  }

  /// A text that a rule is shown on. `↓` stands where a finding must start; a text without one has none.
  public struct Example: Sendable {
    /// What the text is.
    public enum Syntax: Sendable {
      /// An identity or a contract in YAML.
      case yaml
      /// A résumé in JSON.
      case json
    }

    /// What it is.
    public let syntax: Syntax
    /// The text with its marks.
    public let text: String

    /// An identity or a contract, without its first lines: the model's version and a name are put before it.
    static func identity(_ text: String) -> Example {
      Example(syntax: .yaml, text: "parcours: 1\nname: Ana Lopez\n" + text)
    }

    /// A contract, without what every contract has.
    static func contract(_ text: String) -> Example {
      Example(syntax: .yaml, text: "contract: 1\nid: bridge\ncurrency: EUR\nbudget: 50000\n" + text)
    }

    /// A résumé.
    static func resume(_ text: String) -> Example { Example(syntax: .json, text: text) }
  }
}

/// What the rules find; put at its place in the source once it is known what is kept.
public struct Findings: Sendable {
  private struct Pending: Sendable {
    var diagnostic: Diagnostic
    var note: (message: Message, at: JSONPointer)?
  }

  private var pending: [Pending] = []
  private let sourceMap: SourceMap
  private var metadata: RuleMetadata?

  /// The most findings that are kept.
  public static let most = 500
  /// The most that one rule says; what it would say more is counted.
  private static let mostOfRule = 5_000
  private var ofRule = 0
  private var uncounted = 0
  private var uncountedSeverity: Severity?

  init(sourceMap: SourceMap) { self.sourceMap = sourceMap }

  mutating func begin(_ rule: any Rule.Type) {
    metadata = rule.metadata
    ofRule = 0
  }

  /// Whether the rule has said enough.
  private mutating func isEnough() -> Bool {
    ofRule += 1
    guard ofRule > Self.mostOfRule else { return false }
    uncounted += 1
    uncountedSeverity = max(uncountedSeverity ?? .note, metadata?.severity ?? .note)
    return true
  }

  /// Says something about a place.
  public mutating func add(
    _ message: @autoclosure () -> Message, at tokens: @autoclosure () -> [String],
    help: @autoclosure () -> Message? = nil, note: (message: Message, at: [String])? = nil,
    fix: FixIt.Correction? = nil, isAboutKey: Bool = false
  ) {
    guard let metadata, !isEnough() else { return }
    let tokens = tokens()
    let help = help()
    var diagnostic = Diagnostic(
      id: metadata.id, severity: metadata.severity, message(), pointer: JSONPointer(tokens), help: help,
      fixIt: fix.map { FixIt($0) })
    diagnostic.isAboutKey = isAboutKey
    pending.append(Pending(diagnostic: diagnostic, note: note.map { ($0.message, JSONPointer($0.at)) }))
  }

  /// Says something about bytes.
  public mutating func add(_ message: Message, range: Range<Int>, help: Message? = nil, fix: FixIt.Correction? = nil) {
    guard let metadata else { return }
    pending.append(
      Pending(
        diagnostic: Diagnostic(
          id: metadata.id, severity: metadata.severity, message, at: range, help: help, fixIt: fix.map { FixIt($0) })))
  }

  /// The findings that `wanted` lets through, at their places: at most `most`, the gravest first to be kept, in the order
  /// in which they were said; how many more there are, and the gravest of those.
  public func placed(most: Int, wanted: ([Diagnostic]) -> [Diagnostic]) -> (
    diagnostics: [Diagnostic], omitted: Int, omittedSeverity: Severity?
  ) {
    // Notes go along with their findings by their number in the list.
    let numbered = pending.enumerated().map { number, one in
      var diagnostic = one.diagnostic
      diagnostic.number = number
      return diagnostic
    }
    let all = wanted(numbered)
    var kept = all
    var left: Severity?
    if all.count > most {
      kept = []
      for severity in [Severity.error, .warning, .note] {
        for diagnostic in all where diagnostic.severity == severity {
          if kept.count < most { kept.append(diagnostic) } else { left = max(left ?? .note, severity) }
        }
      }
      kept.sort { $0.number < $1.number }
    }
    let diagnostics = kept.map { diagnostic in
      var placed = diagnostic
      if placed.location == nil, let pointer = placed.pointer { placed.range = sourceMap.range(of: pointer) }
      if let note = pending[diagnostic.number].note {
        placed.notes = [.init(note.message, at: sourceMap.range(of: note.at))]
      }
      return placed
    }
    left = uncounted > 0 ? max(left ?? .note, uncountedSeverity ?? .note) : left
    return (diagnostics, all.count - kept.count + uncounted, left)
  }
}

/// Every rule, by id.
public enum Rules {
  /// All of them, sorted.
  public static let all: [any Rule.Type] = [
    AccountNumberInText.self, BreakWithoutReason.self, CircularTransition.self, ClaimBeyondEvidence.self,
    ConfidentialNameInText.self,
    ConfidentialWithoutAlias.self,
    ConflictInsideIncluded.self, ContactInRecommendation.self, ContractWindow.self, ControlCharacter.self,
    DatesInOrder.self,
    DuplicateID.self, DuplicateLanguage.self, DuplicateNeed.self, DuplicateProfile.self, DuplicateSkill.self,
    DuplicateStep.self, EvidenceNowhere.self, ExpiredCertificate.self, FieldOfAnotherKind.self, HeldInFuture.self,
    ImplausibleYear.self, ImpossibleDate.self, LanguageWithoutFluency.self, LastUsedInFuture.self,
    LinkNotFollowed.self, LinkedInAboutLength.self, LinkedInDescription.self, LinkedInHeadline.self,
    LinkedInProfileURL.self,
    LinkedInSkillCount.self, LinkedInSkillName.self, LinkedInTitle.self, LongHighlight.self, MarkupInText.self,
    MissingHeadline.self, MissingHeadlineTranslation.self, MissingName.self, MissionOutsideStep.self, MisspeltKey.self,
    NeedBeyondWindow.self, NeedsBeyondTeam.self, NothingMust.self, OutputOutsideFolder.self,
    OverlappingFullTime.self, PlaceholderText.self, PlainHTTP.self, ProtectedData.self, PublicPhoneOrAddress.self,
    PublicRate.self, RoleWithoutTitle.self, SharedOutputPath.self, ShoutedText.self, SilentPivot.self,
    SkillWithoutEvidence.self, SkillsInOneName.self, SoughtInPast.self, StepWithoutDate.self,
    StraightQuotesInFrench.self, UnbalancedQuotes.self, UndeclaredSkill.self, UnexplainedGap.self,
    UnknownOutput.self, UnknownTarget.self, UnsafeURL.self, UntrimmedText.self, V0FieldName.self, WindowInPast.self,
    WordForCode.self,
    YearsBeyondCareer.self,
  ]

  /// What the rules say of an identity, those left out that are off. O(size × rules).
  public static func check(
    _ subject: LintSubject, sourceMap: SourceMap, isOff: (String) -> Bool = { _ in false }
  ) -> Findings {
    var findings = Findings(sourceMap: sourceMap)
    for rule in all where !isOff(rule.metadata.id) {
      findings.begin(rule)
      rule.check(subject, &findings)
    }
    return findings
  }

  /// What the rules say of a contract, those left out that are off.
  public static func check(
    _ contract: Contract, asOf: PartialDate, sourceMap: SourceMap, isOff: (String) -> Bool = { _ in false }
  ) -> Findings {
    var findings = Findings(sourceMap: sourceMap)
    for rule in all where !isOff(rule.metadata.id) {
      findings.begin(rule)
      rule.check(contract, asOf, &findings)
    }
    return findings
  }
}
