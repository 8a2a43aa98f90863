internal import ParcoursLint

/// The manual's pages of the rules, as Markdown; `parcours-dev rules` writes them.
public enum RulePages {
  /// A page and the name of its file.
  public struct Page: Sendable {
    /// The file's name.
    public let name: String
    /// What it says.
    public let text: String
  }

  /// A page for each rule, and one that lists them by what they look at.
  public static let all: [Page] =
    Rules.all.map { Page(name: "\($0.metadata.id).md", text: page($0.metadata)) } + [index]

  private static let index: Page = {
    var text = """
      # Rules

      What profiles, résumés and contracts are held to beyond their schemas. Each page says what a rule finds, why it matters,
      and shows a bad and a good example; `parcours explain RULE` says the same in a terminal.

      ## How rules are weighed

      In the file itself, or in a `.parcours.yaml` in its folder or one above it:

      ```yaml
      checks:                      # in a .parcours.yaml without this line, and two spaces to the left
        rules:
          unexplained-gap: off     # off, note, warning or error
        allow:
          - {rule: duplicate-step, at: /path/3, reason: two contracts with one client}
      ```

      In YAML, a comment at the end of the line, or on a line of its own above it, allows one finding and says why:

      ```yaml
      # parcours: allow unexplained-gap: a year at sea
      - {kind: role, title: Nurse, startDate: 2019}
      ```

      | rule | weight | what it finds |
      |---|---|---|

      """
    for rule in Rules.all {
      let metadata = rule.metadata
      text += "| [`\(metadata.id)`](\(metadata.id).md) | \(metadata.severity.rawValue) | \(metadata.summary) |\n"
    }
    return Page(name: "Rules.md", text: text)
  }()

  private static func page(_ rule: RuleMetadata) -> String {
    let reason = rule.rationale.split(separator: "\n").joined(separator: " ")
    var text =
      "# \(rule.id)\n\n\(rule.summary)\n\nA finding is a\(rule.severity == .error ? "n" : "") \(rule.severity.rawValue); "
    text += "since \(rule.since).\n\n## Why\n\n\(reason)\n"
    for example in rule.examples {
      let isGood = !example.text.contains("↓")
      text += "\n## \(isGood ? "Good" : "Bad: `↓` marks where the finding starts")\n\n"
      // A long text is shown by its beginning.
      let shown = example.text.count > 1_500 ? example.text.prefix(600) + "…\n" : example.text[...]
      text += "```\(example.syntax == .yaml ? "yaml" : "json")\n\(shown)\(shown.hasSuffix("\n") ? "" : "\n")```\n"
    }
    text += "\n## Where it is meant to be so\n\n"
    text += "Write `# parcours: allow \(rule.id): the reason` on the line, or `\(rule.id): off` under `checks.rules`.\n"
    return text
  }
}
