internal import ParcoursFormats
internal import ParcoursMatch
public import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

/// Whom a conversion is meant for.
public enum TargetChoice: Sendable {
  /// Whether a target is a file's name: what ends as documents do, and is none of an identity's own targets.
  public static func isFile(_ target: String, of identity: Identity?) -> Bool {
    identity?.targets?[target] == nil && [".yaml", ".yml", ".json"].contains(where: target.lowercased().hasSuffix)
  }

  /// One of the identity's targets by its name, or a tag expression: `data and not old`.
  case named(String)
  /// A contract: what it needs comes first.
  case contract(Contract)
}

/// Makes aims of what was asked for.
enum Aims {
  /// The aim, or what is wrong with what was asked for.
  static func aim(
    _ choice: TargetChoice, of identity: Identity, seenBy audience: Visibility, asOf: PartialDate? = nil
  ) -> Result<Aim, Complaint> {
    switch choice {
    case .contract(let contract):
      let names = SkillNames(contract, thesaurus: Thesauri.standard)
      return .success(
        Aim(contract) { name in
          let bits = names.needs(servedBy: name)
          return contract.needs.indices.filter { bits & 1 << UInt32($0) != 0 }
        })
    case .named(let name):
      if let target = identity.targets?[name] { return .success(Aim(target)) }
      return expression(name, identity, audience)
    }
  }

  private static func expression(_ text: String, _ identity: Identity, _ audience: Visibility) -> Result<Aim, Complaint>
  {
    let names = identity.targets?.entries.map(\.name) ?? []
    // Tags of what they may not see are not named to them.
    let known = identity.visible(to: audience).identity.tags
    do throws(TagExpression.Problem) {
      let expression = try TagExpression(text)
      guard let unknown = expression.tags.first(where: { !known.contains($0) }) else {
        return .success(Aim(expression))
      }
      if expression.tags.count == 1 {
        let all = names + known.sorted()
        let near = Spelling.nearest(to: unknown, among: all)
        let help: Message =
          names.isEmpty || audience < .private
          ? known.isEmpty
            ? "targets stand under `targets`" : "its tags are \(known.sorted().joined(separator: ", "))"
          : "its targets are \(names.joined(separator: ", "))"
        return .failure(
          Complaint(
            Diagnostic(
              id: "no-target", "the identity has no target \"\(text)\"",
              help: near.map { "did you mean `\($0)`?" } ?? help)))
      }
      return .failure(
        Complaint(
          Diagnostic(
            id: "no-target", "nothing has the tag \"\(unknown)\"",
            help: Spelling.nearest(to: unknown, among: Array(known)).map { "did you mean `\($0)`?" }
              ?? "its tags are \(known.sorted().joined(separator: ", "))")))
    } catch {
      let message: Message =
        switch error {
        case .tooDeep: "the tag expression has too many parentheses in each other"
        case .tooMuch(let word): "in the tag expression, `and` or `or` is missing before \"\(word)\""
        case .wantsTag(let word):
          word.isEmpty
            ? "the tag expression ends where a tag is wanted"
            : "in the tag expression, a tag is wanted before \"\(word)\""
        }
      return .failure(
        Complaint(
          Diagnostic(
            id: "no-target", message, help: "write tags with and, or, not and parentheses: data and not old")
        ))
    }
  }

  /// What is wrong with what was asked for.
  struct Complaint: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }
}
