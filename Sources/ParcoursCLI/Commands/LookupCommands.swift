public import ArgumentParser
public import Parcours
internal import ParcoursReport

extension Catalog.Kind: ExpressibleByArgument {}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a finding, a rule, a format, a field or a skill: what it means, why, with examples.")

  @Argument(
    help:
      "The id, as it stands in brackets behind a finding, a field by its name or place, or a skill by any of its names."
  )
  var id: String

  func run() throws {
    guard let text = Catalog.explanation(id) else {
      let near = Catalog.nearest(to: id).map { "; did you mean \($0)?" } ?? ""
      throw Console.fail("nothing is called \"\(id)\"\(near)")
    }
    Console.write(text)
  }
}

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List formats, rules, reports, schemas, skills or themes.")

  @Argument(help: "formats, rules, reports, schemas, skills or themes.")
  var kind: Catalog.Kind

  @Option(help: ArgumentHelp("How to list: text or json.", valueName: "report"))
  var format = "text"

  func run() throws {
    guard format == "text" || format == "json" else { throw Console.fail("--format: write text or json") }
    if format == "json" {
      Console.write(Catalog.json(kind))
      return
    }
    let entries = Catalog.entries(kind)
    let width = entries.map(\.id.count).max() ?? 0
    for entry in entries {
      Console.write("\(entry.id)\(String(repeating: " ", count: width - entry.id.count))  \(entry.summary)\n")
    }
  }
}

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a schema: \(EmbeddedSchemas.names.joined(separator: ", ")).")

  @Argument(help: ArgumentHelp(stringLiteral: EmbeddedSchemas.names.joined(separator: ", ") + "."))
  var name: String

  func run() throws {
    guard let text = EmbeddedSchemas.text(name) else {
      throw Console.fail(
        "there is no schema \"\(name)\"; write one of \(EmbeddedSchemas.names.joined(separator: ", "))")
    }
    Console.write(text)
  }
}
