internal import ArgumentParser
internal import Parcours
internal import ParcoursModel
internal import ParcoursSystem

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
  func choice(_ identity: Identity?, _ day: PartialDate, _ voice: Voice) throws -> TargetChoice? {
    if let pages, pages < 1 { throw Console.fail("--pages: \(pages) is no number of pages; write 1, 2…") }
    if let characters, characters < 1 {
      throw Console.fail("--characters: \(characters) is no number of characters; write 2000, say")
    }
    guard let target else { return nil }
    guard TargetChoice.isFile(target, of: identity) else { return .named(target) }
    return .contract(try voice.contract(target, asOf: day).contract)
  }

  /// The limits that what matters least gives way to.
  var limits: Target.Limits? {
    var limits = Target.Limits()
    limits.characters = characters
    if target != nil { limits.pages = pages }
    return limits.characters == nil && limits.pages == nil ? nil : limits
  }
}
