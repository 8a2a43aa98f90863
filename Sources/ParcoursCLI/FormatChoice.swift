internal import ArgumentParser
internal import Parcours
internal import ParcoursInterchange
internal import ParcoursSource

/// Formats as they are named on the command line.
enum FormatChoice {
  /// The format that is read or written.
  static func format(_ id: String?, option: String, needs: String) throws(Status) -> Format {
    guard let id else {
      throw Console.fail("say with \(option) which format is to be \(needs); `parcours list formats` names them")
    }
    let registry = Registry.standard
    guard let format = registry.format(named: id) else {
      let near =
        Spelling.nearest(to: id, among: registry.formats.map(\.id)).map { "; did you mean \($0)?" }
        ?? "; `parcours list formats` names them"
      throw Console.fail("\(option): there is no format \"\(id)\"\(near)")
    }
    guard needs == "read" ? format.read != nil : format.write != nil else {
      throw Console.fail("\(option): \(id) cannot be \(needs)")
    }
    return format
  }

  /// Text or data, in which results are written that are no identities.
  static func isJSON(_ format: String) throws(Status) -> Bool {
    guard format == "text" || format == "json" else { throw Console.fail("-t: write text or json") }
    return format == "json"
  }
}
