public import ArgumentParser
public import ParcoursModel
public import ParcoursPDF
internal import Parcours
internal import ParcoursReport

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

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
    case .auto: Console.isTerminal(STDERR_FILENO) && getenv("NO_COLOR") == nil
    }
  }
}

/// How findings are told.
struct FindingsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(help: "Say nothing but results.")
  var quiet = false

  /// How reports are made, in a language: English or French.
  func report(_ language: String = "en") -> ReportOptions {
    ReportOptions(
      isColored: color.isOn, translations: Translations.table(language), version: ParcoursCommand.configuration.version,
      summary: Catalog.summary)
  }
}

/// What to do about what a format cannot carry.
enum LossChoice: String, ExpressibleByArgument, CaseIterable {
  case report, ignore, fail
}
