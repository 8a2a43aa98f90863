internal import ParcoursJSONSchema
internal import ParcoursSchemas
internal import ParcoursSource
package import ParcoursSyntax

/// The schemas that are inside the program.
public enum EmbeddedSchemas {
  /// Their names, sorted.
  public static let names: [String] = all.keys.sorted()

  /// The text of a schema; nil where there is none of that name.
  public static func text(_ name: String) -> String? { all[name].map { String(decoding: $0, as: UTF8.self) } }

  private static let all: [String: [UInt8]] = {
    var all: [String: [UInt8]] = [:]
    var index = 0
    // Unsafe: constant arrays of the program, whose sizes stand beside them.
    while let schema = parcours_schema_at(index)?.pointee {
      all[String(cString: schema.name)] = Array(UnsafeBufferPointer(start: schema.bytes, count: schema.count))
      index += 1
    }
    return all
  }()

  static let identity = compiled("identity")
  static let contract = compiled("contract")
  static let team = compiled("team")
  static let settings = compiled("settings")
  static let jsonresume = compiled("jsonresume")

  /// A schema that others may refer to: the meta-schemas of the dialects, by their URIs.
  package static let known: @Sendable (String) -> Document? = { uri in
    switch uri {
    case "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft-07/schema": draft7
    case let uri where uri.hasPrefix("https://json-schema.org/draft/2020-12/"): draft2020
    default: nil
    }
  }

  private static let draft7 = document("draft-07")
  private static let draft2020 = document("2020-12")

  private static func document(_ name: String) -> Document? {
    all[name].flatMap { try? JSONParser.parse(SourceText(name: name, bytes: $0)) }
  }

  /// A schema of the program, compiled when it is first needed; a test holds that all of them can be.
  static func compiled(_ name: String) -> Schema? {
    document(name).flatMap { try? Schema($0, known: known) }
  }

  /// A schema by its name; those that are used most are compiled once.
  static func schema(_ name: String) -> Schema? {
    switch name {
    case "identity": identity
    case "contract": contract
    case "team": team
    case "settings": settings
    case "jsonresume": jsonresume
    default: compiled(name)
    }
  }
}
