internal import ArgumentParser
internal import Parcours
internal import ParcoursReport
internal import ParcoursSource

struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate", abstract: "The texts that a language lacks: a skeleton to fill, and its way back.",
    discussion: """
      parcours translate me.yaml --missing -o me.en.yaml     # every text without English, with room for it
      parcours translate me.yaml --merge me.en.yaml --write  # what was filled, beside the originals

      Only texts are asked for: dates, names and addresses are the same in every language. Comments, quotes and the order of \
      keys stay.
      """)

  @Argument(help: "The identity.")
  var identity: String

  @Flag(help: "Write a skeleton of the texts that lack a language.")
  var missing = false

  @Option(help: ArgumentHelp("Put the translations of a skeleton into the identity.", valueName: "file"))
  var merge: String?

  @Option(
    help: ArgumentHelp(
      "The language to translate into; else en, or fr where the identity is in English.", valueName: "language"))
  var lang: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The output file; standard output where nothing is said.", valueName: "file"))
  var output: String?

  @Flag(help: "With --merge: change the identity's file.")
  var write = false

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    guard missing != (merge != nil) else { throw Console.fail("say --missing or --merge") }
    guard !write || (merge != nil && output == nil && identity != "-") else {
      throw Console.fail("--write goes with --merge, and changes the identity's own file")
    }
    let source = try Console.read(identity)
    if let merge {
      try put(merge, into: source)
    } else {
      try skeleton(of: source)
    }
  }

  private func skeleton(of source: SourceText) throws {
    if let lang, !lang.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) || lang.count < 2 {
      throw Console.fail("--lang: \"\(lang)\" is no language; write en, fr, de-CH…")
    }
    guard let first = Translation(source, into: lang ?? "en") else {
      throw Console.fail("\(identity): is no identity that can be read; parcours validate says why")
    }
    // What nobody asked for is translated into the language that most of it is not in.
    let other = lang == nil && first.others.first == "en" ? Translation(source, into: "fr") : first
    guard let translation = other else { return }
    try Console.output(output ?? "-", translation.skeleton)
    if !findings.quiet {
      let texts = translation.count == 1 ? "1 text" : "\(translation.count) texts"
      Console.complain("note: \(texts) without \(translation.language)\n")
    }
  }

  private func put(_ path: String, into source: SourceText) throws {
    let made = Translation.merge(try Console.read(path), into: source)
    if !made.findings.isEmpty { Console.complain(TextReport.render([made.findings], findings.report())) }
    guard let text = made.text else { throw Status.findings }
    if write { try Console.replace(identity, with: text.bytes) } else { try Console.output(output ?? "-", text.bytes) }
    if !findings.quiet {
      Console.complain("note: \(made.added) added, \(made.empty) still empty\n")
    }
  }
}
