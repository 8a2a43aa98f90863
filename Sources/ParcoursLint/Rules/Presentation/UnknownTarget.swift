internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

/// An output for a target that is not there.
enum UnknownTarget: Rule {
  static let metadata = RuleMetadata(
    id: "unknown-target",
    summary: "An output for a target that is not there.",
    rationale: """
      An output names whom it is cut for: one of `targets`, tags of items (`data and not old`), or a contract's file. Where there
      is neither such a target nor such a tag, the file would be cut for nobody.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        targets:
          cto: {headline: Data lead}
        outputs:
          - {format: html, path: index.html, target: ↓ceo}
        """),
      .identity(
        """
        targets:
          cto: {headline: Data lead}
        outputs:
          - {format: html, path: index.html, target: cto}
        """),
      .identity(
        """
        projects: [{name: Map, tags: [data]}]
        outputs:
          - {format: html, path: index.html, target: ↓data and kitchen}
        """),
      .identity(
        """
        projects: [{name: Map, tags: [data]}, {name: Menu, tags: [kitchen]}]
        outputs:
          - {format: html, path: index.html, target: data and not kitchen}
          - {format: html, path: client.html, target: contracts/client.yaml}
        """),
    ],
    french: [
      "no target is called \"{}\", and nothing has that tag":
        "aucune cible ne s’appelle « {} », et rien ne porte cette étiquette",
      "nothing has the tag \"{}\"":
        "rien ne porte l’étiquette « {} »",
      "give items that tag":
        "donnez cette étiquette à des éléments",
      "add it under `targets`":
        "ajoutez-la sous `targets`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let outputs = subject.identity.outputs
    guard outputs.contains(where: { $0.target != nil }) else { return }
    let names = (subject.identity.targets?.entries ?? []).map(\.name)
    let tags = subject.identity.tags
    // What is not for everybody is not named in a log.
    let open = subject.identity.visible(to: .public).identity.tags.sorted()
    for (index, output) in outputs.enumerated() {
      guard let target = output.target, !names.contains(target), !isFile(target) else { continue }
      let words = target.split { $0.isWhitespace || "()&|,!".contains($0) }.map(String.init)
      let wanted = words.filter { !["and", "or", "not"].contains($0.lowercased()) }
      guard let unknown = wanted.first(where: { !tags.contains($0) }) else { continue }
      let isName = words.count == 1
      let near = Spelling.nearest(to: unknown, among: isName ? names + open : open)
      findings.add(
        isName ? "no target is called \"\(target)\", and nothing has that tag" : "nothing has the tag \"\(unknown)\"",
        at: ["outputs", String(index), "target"],
        help: near.map { "did you mean `\($0)`?" } ?? (isName ? "add it under `targets`" : "give items that tag"))
    }
  }

  /// Whether it is a contract's file, which is looked at when it is built.
  private static func isFile(_ target: String) -> Bool {
    [".yaml", ".yml", ".json"].contains(where: target.lowercased().hasSuffix)
  }
}
