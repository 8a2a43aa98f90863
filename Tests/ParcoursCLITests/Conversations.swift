import Parcours
import TestSupport
import Testing

/// Every conversation is what the built program says. `PARCOURS_RECORD=1` writes the answers anew.
struct Conversations {
  static let folder = Repository.root + "/Tests/ParcoursCLITests/Conversations"
  static let all = Repository.files(below: folder).filter { $0.hasSuffix(".md") }
    .map { String($0.dropFirst(folder.count + 1)) }

  /// The program first on the path; a fixed day, locale and place.
  static var environment: [String: String] {
    let folder = Program.parcours.split(separator: "/").dropLast().joined(separator: "/")
    return ["PATH": "/\(folder):/usr/bin:/bin", "NO_COLOR": "1", "COLUMNS": "120"]
  }

  @Test(arguments: all) func theProgramAnswers(_ name: String) {
    let conversation = Conversation("\(Self.folder)/\(name)")
    let place = Repository.temporaryFolder()
    let (text, commands) = conversation.played(in: place, environment: Self.environment)
    #expect(commands > 0)
    if text == conversation.text { return }
    if Repository.isRecording { conversation.record(text) }
    Issue.record("\(name) answers otherwise:\n\(text)")
  }

  /// Every command has a conversation that goes well and, where it can fail, one that does not.
  @Test func everyCommandIsTalkedTo() {
    #expect(Program.commands.count > 10)
    for command in Program.commands {
      // That two sources differ is what `diff` finds: its status says so.
      #expect(Self.all.contains { $0.hasPrefix("\(command)/pass-") }, "\(command)")
      #expect(Self.all.contains { $0.hasPrefix("\(command)/fail-") }, "\(command)")
    }
  }

  @Test func bytesDoNotDependOnPlaceOrTime() {
    let profile = Repository.root + "/Examples/profiles/amina-diallo.yaml"
    let arguments = ["convert", profile, "-t", "html", "--as-of", "2026-11-21"]
    let first = Program.run(Program.parcours, arguments)
    #expect(first.status == 0)
    for environment in [
      ["TZ": "Asia/Tokyo"], ["LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8"], ["TZ": "America/St_Johns", "HOME": "/"],
    ] {
      #expect(Program.run(Program.parcours, arguments, environment: environment).output == first.output)
    }
  }

  /// Nothing of an input reaches a terminal as it is.
  @Test(arguments: ["\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{202E}abc", "a\rb", "\u{7F}"])
  func controlCharactersAreMadeVisible(_ text: String) {
    let escaped = text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    let input = "{\"basics\": {\"email\": \"\(escaped.joined())\"}}"
    func isSafe(_ scalar: Unicode.Scalar) -> Bool {
      if scalar == "\n" { return true }
      return scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x202E
    }
    for format in ["text", "json"] {
      let run = Program.run(Program.parcours, ["validate", "-", "--format", format], input: Array(input.utf8))
      #expect(run.status == 1)
      let said = run.outputText + run.errorText
      #expect(said.unicodeScalars.allSatisfy(isSafe))
    }
  }
}
