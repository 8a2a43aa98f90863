public import ArgumentParser
public import ParcoursModel
public import ParcoursPDF
internal import ParcoursSystem

extension PDFEngine: ExpressibleByArgument {}

extension Visibility: ExpressibleByArgument {}

/// Whether findings are coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Coloured on a terminal unless NO_COLOR is set (no-color.org).
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: StandardStream.errors.isTerminal && CurrentProcess.variable("NO_COLOR") == nil
    }
  }
}

/// How what is said is told, of every command.
struct FindingsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to say it: text, json, github, sarif or junit.", valueName: "report"))
  var format = "text"

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(help: "Say nothing but results and errors.")
  var quiet = false

  /// Runs a command that has something to say.
  ///
  /// - Parameters:
  ///   - language: the one that was asked for; else that of the surroundings.
  ///   - place: where reports for programs go.
  func speaking(_ language: String?, to place: Voice.Place = .errors, _ body: (Voice) throws -> Void) throws {
    let voice = try Voice(self, language: language, place: place)
    defer { voice.finish() }
    try body(voice)
  }

  /// The language of the surroundings (POSIX, 8.2), where there is one.
  static var surroundings: String? {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return names.compactMap(CurrentProcess.variable).first { !$0.isEmpty }.map { name in
      String(name.prefix { $0.isLetter }).lowercased()
    }
  }
}

/// What to do about what a format cannot carry.
enum LossChoice: String, ExpressibleByArgument, CaseIterable {
  case report, list, ignore, fail
}

/// What outputs lack of an identity.
struct LossOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What an output does not carry: report, list, ignore or fail.", valueName: "how"))
  var losses = LossChoice.report

  @Flag(help: "List what the audience does not see.")
  var withheld = false
}
