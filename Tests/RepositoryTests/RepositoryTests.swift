import Parcours
import TestSupport
import Testing

/// The repository keeps its own rules.
struct RepositoryTests {
  static let root = Repository.root
  static let sources = Repository.files(below: root + "/Sources").filter { $0.hasSuffix(".swift") }

  private func imports(_ file: String) -> [String] {
    (Repository.text(file) ?? "").split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")
      while let first = words.first, ["public", "internal", "package", "@_exported"].contains(first) {
        words.removeFirst()
      }
      return words.first == "import" && words.count > 1 ? String(words[1]) : nil
    }
  }

  /// What each module may import besides the system's own: what Package.swift says that it stands on.
  static let layers: [String: Set<String>] = {
    var layers: [String: Set<String>] = [:]
    let package = Repository.text(root + "/Package.swift") ?? ""
    for kind in [".target(", ".executableTarget("] {
      var rest = Substring(package)
      while let start = rest.firstRange(of: kind) {
        rest = rest[start.upperBound...]
        // Up to the bracket that closes it.
        var depth = 1
        let body = rest.prefix { character in
          depth += character == "(" ? 1 : character == ")" ? -1 : 0
          return depth > 0
        }
        let quoted = body.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        guard let name = quoted.first else { continue }
        let path = quoted.last.flatMap { $0.hasPrefix("Sources/") ? String($0.dropFirst("Sources/".count)) : nil }
        layers[path ?? name] = Set(quoted.dropFirst())
      }
    }
    return layers
  }()

  @Test func modulesImportOnlyWhatStandsBelowThem() {
    #expect(Self.layers.count > 20)
    for file in Self.sources {
      let module = String(file.dropFirst(Self.root.count + "/Sources/".count).prefix { $0 != "/" })
      // What the system gives stands in one module alone; threads and locks are the language's own.
      let system: Set<String> = module == "ParcoursSystem" ? ["Glibc", "Darwin", "Musl"] : []
      var below = Self.layers[module] ?? []
      // Its paths are the system's own on macOS.
      if below.contains("Subprocess") { below.formUnion(["System", "SystemPackage"]) }
      let allowed = below.union(system).union(["Synchronization", "Dispatch"])
      for name in imports(file) { #expect(allowed.contains(name), "\(file) imports \(name)") }
    }
  }

  @Test func theShippedProgramHasNoFoundation() {
    for file in Self.sources { #expect(!imports(file).contains { $0.hasPrefix("Foundation") }, "\(file)") }
  }

  @Test func filesAreShort() {
    for file in Self.sources
      + Repository.files(below: Self.root + "/Tests").filter({ $0.hasSuffix(".swift") && !$0.contains("/.build/") })
    {
      let lines = (Repository.text(file) ?? "").split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 401, "\(file) has \(lines) lines")
    }
  }

  @Test func nothingIsLeftToDo() {
    for file in Self.sources {
      let text = Repository.text(file) ?? ""
      for word in ["TO" + "DO", "FIX" + "ME", "fatal" + "Error(", "try" + "!", "as" + "! "] {
        #expect(!text.contains(word), "\(file): \(word)")
      }
    }
  }

  /// Every console block of the README is what the program says.
  @Test func theREADMEIsTrue() {
    let readme = Conversation(Self.root + "/README.md")
    let place = Repository.temporaryFolder()
    for name in ["Examples"] { _ = Program.run("/bin/ln", ["-s", "\(Self.root)/\(name)", "\(place)/\(name)"]) }
    let bin = "/" + Program.parcours.split(separator: "/").dropLast().joined(separator: "/")
    let (text, commands) = readme.played(in: place, environment: ["PATH": "\(bin):/usr/bin:/bin", "NO_COLOR": "1"])
    #expect(commands >= 6)
    if text == readme.text { return }
    if Repository.isRecording { readme.record(text) }
    Issue.record("README.md is not what the program says; PARCOURS_RECORD=1 swift test writes it anew:\n\(text)")
  }

  /// `swift run parcours-dev rules` writes them.
  @Test func theRulesPagesAreFresh() {
    let pages = Self.root + "/Sources/ParcoursLint/Rules.docc"
    for page in RulePages.all { #expect(Repository.text("\(pages)/\(page.name)") == page.text, "\(page.name)") }
    #expect(Repository.names(in: pages).count == RulePages.all.count)
  }

  /// `swift run parcours-dev skills` writes it.
  @Test func theTableOfSkillNamesIsFresh() {
    let isFresh = Repository.text(Self.root + "/Sources/ParcoursThesaurus/names.tsv") == SkillNameTable.generated
    #expect(isFresh, "swift run parcours-dev skills writes it anew")
  }

  /// `swift run parcours-dev formats` writes them.
  @Test func theFormatsPagesAreFresh() {
    let pages = Self.root + "/Sources/ParcoursFormats/Formats.docc"
    for page in FormatPages.all { #expect(Repository.text("\(pages)/\(page.name)") == page.text, "\(page.name)") }
    #expect(Repository.names(in: pages).count == FormatPages.all.count)
  }

  /// The action's script: findings as annotations, and nothing of an input run as a command.
  @Test func theActionValidates() throws {
    let place = Repository.temporaryFolder()
    _ = Program.run("/bin/sh", ["-c", "printf '{\"basics\": {\"name\": 1}}' > '\(place)/-c v.json'"])
    let script = Self.root + "/.github/actions/validate/validate.sh"
    let result = Program.run(
      "/usr/bin/env",
      [
        "-C", place, "PARCOURS=\(Program.parcours)", "PARCOURS_PATHS=-c v.json\n$(touch attacked)\n",
        "PARCOURS_SARIF=o.sarif",
        "bash", script,
      ])
    #expect(result.outputText.contains("::error file=-c v.json,line=1"))
    #expect(result.status == 2, "one of the paths is no file")
    #expect(Repository.text(place + "/o.sarif")?.contains("\"2.1.0\"") == true)
    #expect(!Repository.names(in: place).contains("attacked"))
  }

  @Test func theREADMEsTablesAreFresh() throws {
    let place = Repository.temporaryFolder()
    let copy = place + "/README.md"
    let readme = try #require(Repository.read(Self.root + "/README.md"))
    Repository.write(readme, to: copy)
    #expect(Program.run(Program.built("parcours-dev"), ["readme", copy]).status == 0)
    let isFresh = Repository.read(copy) == readme
    #expect(isFresh, "swift run parcours-dev readme writes the tables anew")
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreMade(_ shell: String) {
    let run = Program.run(Program.parcours, ["--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(run.outputText.contains("validate") && run.outputText.contains("losses"))
  }

  @Test func helpAndVersionGoToStandardOutput() {
    for arguments in [["--help"], ["convert", "--help"], ["--version"]] {
      let run = Program.run(Program.parcours, arguments)
      #expect(run.status == 0)
      #expect(!run.output.isEmpty && run.errors.isEmpty)
    }
  }

  @Test func scriptsCanBeRun() {
    for script in ["Examples/run", "Tests/run", ".ci/run"] {
      #expect(Program.run("/usr/bin/test", ["-x", "\(Self.root)/\(script)"]).status == 0)
    }
  }
}
