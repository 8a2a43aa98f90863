import Parcours
import ParcoursInterchange
import TestSupport
import Testing

/// What may stand where in the repository.
struct HouseTests {
  private static let root = Repository.root
  /// What git keeps; nothing where this is no checkout.
  private static let tracked: [String] = {
    let run = Program.run(
      "/usr/bin/env", ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    return run.status == 0 ? run.outputText.split(separator: "\0").map(String.init) : []
  }()

  @Test func onlyWhatIsMeantStandsAtTheTop() {
    let allowed: Set<String> = [
      ".ci", ".github", ".gitignore", ".pre-commit-hooks.yaml", ".swift-format", "CHANGELOG.md", "CONTRIBUTING.md",
      "Examples", "LICENSE", "Package.swift", "README.md", "SECURITY.md", "Schemas", "Sources", "Tests",
    ]
    let top = Set(Self.tracked.compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(top.subtracting(allowed).sorted() == [])
  }

  /// A name that begins with a dash is an option to the next program that is given it.
  @Test func noNameBeginsWithADash() {
    #expect(Self.tracked.filter { $0.split(separator: "/").contains { $0.hasPrefix("-") } } == [])
  }

  /// A format is known by its name in its own folder, and in the registry that lists it: nowhere else is it asked which one it is.
  @Test func formatsAreNamedAtHomeAlone() {
    let names = Self.formats()
    #expect(names.count >= Registry.standard.formats.count)
    // Words for what a text is made of, which are formats' names too.
    let syntaxes: Set<String> = ["html", "json", "yaml", "pdf"]
    let ids = Registry.standard.formats.map(\.id).filter { !syntaxes.contains($0) }
    // A schema, a network and a check of the audit that are called as a format is.
    let others: Set<String> = [
      "Catalog.swift: jsonresume", "EmbeddedSchemas.swift: jsonresume", "LinkedInProfileURL.swift: linkedin",
      "Audit.swift: fresh",
    ]
    var found: [String] = []
    for module in ["Parcours", "ParcoursCLI", "ParcoursTransform", "ParcoursLint", "ParcoursInterchange"] {
      for path in Repository.files(below: "\(Self.root)/Sources/\(module)")
      where path.hasSuffix(".swift") && !path.hasSuffix("/Parcours/Registry.swift") {
        let text = Repository.text(path) ?? ""
        let file = path.split(separator: "/").last.map(String.init) ?? path
        for name in names where text.contains("Format.\(name)") { found.append("\(file): Format.\(name)") }
        for id in ids where text.contains("\"\(id)\"") && !others.contains("\(file): \(id)") {
          found.append("\(file): \"\(id)\"")
        }
        if text.contains("extensions[\"") || text.contains("extensions?[\"") { found.append("\(file): extensions") }
      }
    }
    #expect(found == [])
  }

  /// The names by which Swift knows the formats.
  private static func formats() -> [String] {
    Repository.files(below: root + "/Sources/ParcoursFormats").filter { $0.hasSuffix(".swift") }.flatMap { path in
      (Repository.text(path) ?? "").split(separator: "\n").compactMap { line in
        guard let start = line.firstRange(of: "public static let "), line.hasSuffix(" = Format(") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != " " })
      }
    }
  }

  /// The system is called in one module alone, and the workflow runs what a submission must pass.
  @Test func theWorkflowRunsWhatASubmissionMustPass() {
    let workflow = Repository.text(Self.root + "/.github/workflows/ci.yml") ?? ""
    #expect(workflow.contains("bash .ci/run"))
    let script = Repository.text(Self.root + "/.ci/run") ?? ""
    #expect(script.contains("bash Tests/run"))
  }
}
