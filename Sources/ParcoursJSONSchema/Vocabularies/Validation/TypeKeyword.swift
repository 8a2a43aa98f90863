internal import ParcoursSource
internal import ParcoursSyntax

/// `type` (Validation 6.1.1): the value is of one of these types; 1.0 is an integer.
struct TypeKeyword: Keyword {
  static let name = "type"
  let types: Set<String>
  let names: [String]
  private let mask: UInt16
  private let allowsInteger: Bool

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    let names: [String]
    switch context.document.kind(value) {
    case .string: names = [context.document.string(value)]
    case .array: names = try context.strings(value).map { String(decoding: $0, as: UTF8.self) }
    default: throw context.error("a type or a list of types is wanted here", at: value)
    }
    let known: [String: Kind] = [
      "null": .null, "boolean": .bool, "number": .number, "string": .string, "array": .array, "object": .object,
    ]
    var mask: UInt16 = 0
    for name in names where name != "integer" {
      guard let kind = known[name] else { throw context.error("\"\(name)\" is no type", at: value) }
      mask |= 1 << UInt16(kind.rawValue)
    }
    return TypeKeyword(
      types: Set(names), names: names, mask: mask, allowsInteger: names.contains("integer"))
  }

  func plan(_ plan: inout ProgramPlan) { plan.types = UInt32(mask) | (allowsInteger ? Program.Word.integer : 0) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    let kind = run.document.kind(instance)
    if mask & (1 << UInt16(kind.rawValue)) != 0 { return true }
    if allowsInteger, kind == .number, JSONNumber(run.document.text(instance)).isInteger { return true }
    return run.fail(
      Self.name, instance, Self.message(names, instance, run), help: Self.advice(types, kind), types: names)
  }

  /// "42 is a number; a string is wanted".
  static func message(_ names: [String], _ instance: Int, _ run: Evaluation) -> Message {
    let wanted = Message(
      alternatives: names.map { name -> Message in
        switch name {
        case "array": "a list"
        case "boolean": "true or false"
        case "integer": "a whole number"
        case "null": "null"
        case "object": "an object"
        case "number": "a number"
        default: "a string"
        }
      })
    switch run.document.kind(instance) {
    case .object, .array: return "\(run.excerpt(instance)) stands where \(wanted) is wanted"
    case .null: return "nothing stands where \(wanted) is wanted"
    case .number: return "\(run.excerpt(instance)) is a number; \(wanted) is wanted"
    case .bool: return "\(run.excerpt(instance)) is a boolean; \(wanted) is wanted"
    default: return "\(run.excerpt(instance)) is a string; \(wanted) is wanted"
    }
  }

  static func advice(_ types: Set<String>, _ kind: Kind) -> Message? {
    if types.contains("string"), kind == .number || kind == .bool { return "put it in quotes" }
    if types.contains("string"), kind == .null { return "write a text, or remove the key" }
    if types == ["array"], kind == .string { return "write a list: [\u{2026}]" }
    return nil
  }
}
