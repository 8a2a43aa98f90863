import TestSupport
import Testing

/// Small inputs that once stopped the program: whatever is read, it answers.
struct StandingTests {
  private static func chain(_ count: Int, _ link: (Int) -> String) -> String {
    let parts = (0..<count).map { "\"d\($0)\": " + ($0 + 1 < count ? link($0 + 1) : "{\"type\": \"string\"}") }
    return "{\"$ref\": \"#/$defs/d0\", \"$defs\": {\(parts.joined(separator: ", "))}}"
  }

  private static let identity = "parcours: 1\nname: Ana\nheadline: Cook\n"
  private static let contract =
    "contract: 1\nid: c\ntitle: C\ncurrency: EUR\nbudget: 5000\nstartDate: 2027-01-11\nendDate: 2027-04-02\nneeds: [{id: n, skill: SQL, days: 10}]\n"

  @Test(arguments: [
    (
      "language", identity + "languages: [{language: \"\", fluency: \"\"}]\n",
      ["convert FILE -t linkedin", "validate FILE"]
    ),
    ("years", identity + "skills: [{name: S, years: 1e19}]\n", ["validate FILE", "convert FILE -t html"]),
    ("years-2", identity + "skills: [{name: S, years: -1e300}]\n", ["validate FILE", "audit FILE"]),
    (
      "days", identity + "availability: {daysPerWeek: 1e19}\n",
      ["validate FILE", "convert FILE -t linkedin --audience network", "convert FILE -t ics --audience private"]
    ),
    (
      "rate", identity + "rate: {amount: 9223372036854775807, currency: EUR, per: day}\n",
      ["validate FILE", "convert FILE -t html --audience private"]
    ),
    ("max", contract + "team: {max: 9223372036854775807}\n", ["validate FILE", "match FILE FILE"]),
    (
      "min", contract + "team: {min: 9223372036854775807, minDays: 9223372036854775807}\n",
      ["validate FILE", "match FILE FILE"]
    ),
    (
      "budget", contract.replacing("budget: 5000", with: "budget: 9223372036854775807"),
      ["validate FILE", "match FILE FILE"]
    ),
    ("need", contract.replacing("days: 10", with: "days: 9223372036854775807"), ["validate FILE", "match FILE FILE"]),
  ]) func numbersAreLookedAt(_ name: String, _ text: String, _ commands: [String]) {
    answers("\(name).yaml", text, commands)
  }

  private static let links = [
    "{\"$ref\": \"#/$defs/dNEXT\"}", "{\"allOf\": [{\"$ref\": \"#/$defs/dNEXT\"}]}",
    "{\"anyOf\": [{\"$ref\": \"#/$defs/dNEXT\"}, {\"type\": \"null\"}]}",
    "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/dNEXT\"}}}",
  ]

  @Test(arguments: links) func aChainOfReferencesIsNoDepth(_ link: String) {
    let schema = Self.chain(4_000) { link.replacing("NEXT", with: String($0)) }
    answers("schema.json", schema, ["validate --schema FILE FILE"])
  }

  /// It ends by itself, in one of its statuses.
  private func answers(_ name: String, _ text: String, _ commands: [String]) {
    let place = Repository.temporaryFolder()
    Repository.write(Array(text.utf8), to: "\(place)/\(name)")
    for command in commands {
      let arguments = command.split(separator: " ").map { $0 == "FILE" ? "\(place)/\(name)" : String($0) }
      let run = Program.run(Program.parcours, arguments + (command.hasPrefix("validate") ? [] : ["--quiet"]))
      #expect((0...2).contains(run.status), "\(command) \(name): \(run.status) \(run.errorText.suffix(300))")
    }
  }

  /// With as few open files as a shell may allow, it says so, or does without.
  @Test func fewDescriptorsAreNoCrash() {
    let root = Repository.root + "/Examples"
    for limit in [4, 5, 6, 8, 12] {
      for command in [
        "validate \(root)/profiles", "match \(root)/contracts/hospital-dashboards.yaml \(root)/profiles",
        "convert \(root)/profiles/amina-diallo.yaml -t pdf -o \(Repository.temporaryFolder())/none.pdf",
      ] {
        let run = Program.run("/bin/sh", ["-c", "ulimit -n \(limit); exec \(Program.parcours) \(command) --quiet"])
        #expect(
          (0...2).contains(run.status) || run.status == 127,
          "\(limit): \(command): \(run.status) \(run.errorText.suffix(300))")
      }
    }
  }

  /// Each input is opened once, whatever is done with it.
  @Test(.enabled(if: Program.exists("strace"), "strace is not installed")) func eachInputIsOpenedOnce() {
    let place = Repository.temporaryFolder()
    _ = Program.run(
      "/bin/sh",
      [
        "-c",
        "cp \(Repository.root)/Examples/profiles/*.yaml '\(place)'; cp \(Repository.root)/Examples/contracts/hospital-dashboards.yaml '\(place)/contract.yml'",
      ])
    Repository.write(
      Array((Self.identity + "outputs: [{format: html, path: out/a.html}]\n").utf8), to: place + "/built.yaml")
    _ = Program.run(Program.parcours, ["build", place + "/built.yaml", "--quiet", "--as-of", "2026-11-27"])
    for command in [
      "convert amina-diallo.yaml -t html -o x.html", "validate amina-diallo.yaml claire-moreau.yaml",
      "validate contract.yml", "match contract.yml amina-diallo.yaml lea-nguyen.yaml",
      "build built.yaml --as-of 2026-11-27",
    ] {
      let run = Program.run(
        "/bin/sh", ["-c", "strace -f -qq -e trace=open,openat -o trace \(Program.parcours) \(command) --quiet"],
        in: place)
      #expect(run.status <= 1)
      let opened = (Repository.text(place + "/trace") ?? "").split(separator: "\n").filter { !$0.contains("ENOENT") }
      for name in [
        "amina-diallo.yaml", "claire-moreau.yaml", "lea-nguyen.yaml", "contract.yml", "built.yaml", "out/a.html",
      ] {
        let count = opened.count { $0.contains("\(name)\"") }
        #expect(count <= 1, "\(command): \(name) is opened \(count) times")
      }
    }
  }
}
