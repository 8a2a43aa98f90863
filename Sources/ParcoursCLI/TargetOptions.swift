internal import ArgumentParser
internal import Parcours
internal import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource

/// Whom an output is meant for, and how long it may get.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whom it is meant for: one of the identity's targets, tags as in 'data and not old', or a contract's file.",
      valueName: "target"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "PDF: how many pages it may have; with a target, what matters least gives way.", valueName: "number"))
  var pages: Int?

  @Option(help: ArgumentHelp("How many characters it may have; what matters least gives way.", valueName: "number"))
  var characters: Int?

  @Flag(help: "Say for each item why it is in or out.")
  var why = false

  /// The target, where one is named.
  func choice(_ day: PartialDate, _ findings: FindingsOptions) throws -> TargetChoice? {
    if let pages, pages < 1 { throw Console.fail("--pages: \(pages) is no number of pages; write 1, 2…") }
    if let characters, characters < 1 {
      throw Console.fail("--characters: \(characters) is no number of characters; write 2000, say")
    }
    guard let target else { return nil }
    let lower = target.lowercased()
    guard
      [".yaml", ".yml", ".json"].contains(where: lower.hasSuffix) || (target.contains("/") && Console.exists(target))
    else { return .named(target) }
    let reading = TeamFinder().contract(try Console.read(target), asOf: day)
    guard let contract = reading.contract else {
      Console.complain(TextReport.render([reading.findings], findings.report()))
      throw Status.findings
    }
    return .contract(contract)
  }

  /// The limits that what matters least gives way to.
  var limits: Target.Limits? {
    var limits = Target.Limits()
    limits.characters = characters
    if target != nil { limits.pages = pages }
    return limits.characters == nil && limits.pages == nil ? nil : limits
  }

  /// Why items are in or out, a line each.
  static func text(_ reasons: [String]) -> String {
    if reasons.isEmpty { return "note: everything is in: neither a target nor a limit chooses\n" }
    return reasons.map { TerminalText.visible($0) + "\n" }.joined()
  }
}
