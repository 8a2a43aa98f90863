internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSystem

/// Whom an output of an identity is cut for: one of its targets, tags, or a contract's file beside it.
enum OutputTargets {
  /// What is wrong with what an output names.
  struct Problem: Error {
    let message: Message
    let help: Message?
  }

  /// The contract's file that a target names: what ends as a file does, and is none of the identity's own targets.
  static func contract(_ target: String, of identity: Identity, in folder: String) -> String? {
    TargetChoice.isFile(target, of: identity) ? folder + target : nil
  }

  /// Whom it is cut for. What a broken contract says is not told: it is another file's, and whoever reads a build's log may
  /// not be meant to.
  static func choice(
    _ target: String, of identity: Identity, in folder: String, seenBy audience: Visibility, asOf: PartialDate
  ) throws(Problem) -> TargetChoice {
    guard let path = contract(target, of: identity, in: folder) else {
      let choice = TargetChoice.named(target)
      if case .failure(let complaint) = Aims.aim(choice, of: identity, seenBy: audience) {
        throw Problem(message: complaint.diagnostic.message, help: complaint.diagnostic.help)
      }
      return choice
    }
    if target.hasPrefix("/") || target.hasPrefix("~") {
      throw Problem(
        message: "the contract \"\(target)\" is not named from the identity's folder on",
        help: "write a path from there, such as ../contracts/hospital.yaml")
    }
    let input: Input
    do throws(FileError) {
      input = try Input.read(path)
    } catch {
      throw Problem(
        message: "the contract \"\(target)\" cannot be read", help: "name a file from the identity's folder on")
    }
    guard let contract = TeamFinder().contract(input, asOf: asOf).contract else {
      throw Problem(message: "\"\(target)\" is no valid contract", help: "`parcours validate` says why")
    }
    return .contract(contract)
  }
}
