import ParcoursSource
import ParcoursSyntax
import Testing

@testable import ParcoursJSONSchema

/// What makes the engine quick says what the plain way says.
struct EngineTests {
  /// A small generator, so that a failing seed can be run again.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func pattern(_ random: inout Random, depth: Int) -> String {
    let atoms = ["a", "b", "[ab]", "[a-c1]", "\\d", "\\w", "-", "\\.", "(a|bc)", "(?:b|)"]
    let quantifiers = ["", "", "", "?", "*", "+", "{2}", "{1,3}", "{2,}"]
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let isGroup = depth > 0 && Int.random(in: 0...4, using: &random) == 0
      text += isGroup ? "(\(pattern(&random, depth: depth - 1)))" : atoms.randomElement(using: &random) ?? "a"
      text += quantifiers.randomElement(using: &random) ?? ""
    }
    return text
  }

  /// The automaton of a pattern decides as PCRE2 does.
  @Test func automataAgreeWithPCRE2() throws {
    var random = Random(state: 7)
    let letters = ["a", "b", "c", "1", "-", ".", "é"]
    var automata = 0
    for _ in 0..<300 {
      var text = pattern(&random, depth: 2)
      if Bool.random(using: &random) { text = "^" + text }
      if Bool.random(using: &random) { text += "$" }
      guard let automaton = ByteAutomaton(text) else { continue }
      automata += 1
      let expression = try RegularExpression(text)
      for _ in 0..<20 {
        let subject = (0..<Int.random(in: 0...8, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        }
        let bytes = Array(subject.joined().utf8)
        // PCRE2 backtracks, and gives up on what an automaton does in a step a byte.
        let expected = expression.matches(bytes[...])
        guard expected != .tooCostly else { continue }
        #expect(automaton.matches(bytes.span) == (expected == .match), "\(text) on \(subject.joined())")
      }
    }
    #expect(automata > 200)
  }

  @Test(arguments: ["a|b$", "^a|b", "[^a]", "\\s", "a*?", "(?=a)", "é", ".", "a{3", "(a", "\\bа", "[\\d-x]"])
  func whatIsNotRegularIsLeftToPCRE2(_ pattern: String) {
    #expect(ByteAutomaton(pattern) == nil)
  }

  /// Values that are nearly what a schema asks for get the same verdict from the program and keyword by keyword.
  @Test func programsAgreeWithKeywords() throws {
    var random = Random(state: 11)
    var verdicts = (valid: 0, invalid: 0)
    func value(_ depth: Int) -> String {
      switch Int.random(in: 0...(depth > 0 ? 9 : 6), using: &random) {
      case 0: return "null"
      case 1: return "true"
      case 2: return ["0", "1", "-3", "2.0", "2.5", "1e3", "12345678901234567890"].randomElement(using: &random) ?? "0"
      case 3...5:
        return "\""
          + (["", "a", "ab", "é", "2020-01", "a@b.fr", "http://a", "\\u0061"].randomElement(using: &random) ?? "")
          + "\""
      case 6: return "{}"
      case 7:
        return "[" + (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth - 1) }.joined(separator: ",")
          + "]"
      default:
        let names = ["a", "b", "aVeryLongNameOfAMember", "aVeryLongXameOfAMember", "c\\u0061"].shuffled(using: &random)
        return "{"
          + names.prefix(Int.random(in: 0...4, using: &random)).map { "\"\($0)\":\(value(depth - 1))" }.joined(
            separator: ",") + "}"
      }
    }
    func schema(_ depth: Int) -> String {
      func types() -> String {
        ["null", "boolean", "integer", "number", "string", "array", "object"].randomElement(using: &random) ?? "null"
      }
      var keywords: [String] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        switch Int.random(in: 0...(depth > 0 ? 20 : 9), using: &random) {
        case 0, 1: keywords.append("\"type\":\"\(types())\"")
        case 2: keywords.append("\"type\":[\"\(types())\",\"\(types())\"]")
        case 3: keywords.append("\"required\":[\"a\"]")
        case 4: keywords.append("\"enum\":[\"a\",\"ab\"]")
        case 5:
          keywords.append(
            "\"format\":\"\(["date", "partial-date", "email", "uri"].randomElement(using: &random) ?? "")\"")
        case 6: keywords.append("\"minimum\":1,\"exclusiveMaximum\":3")
        case 7: keywords.append("\"minLength\":1,\"maxLength\":2")
        case 8: keywords.append("\"pattern\":\"^[a-z]+$\"")
        case 9: keywords.append("\"minItems\":1,\"maxProperties\":2")
        case 10...13:
          keywords.append(
            "\"properties\":{\"a\":\(schema(depth - 1)),\"aVeryLongNameOfAMember\":\(schema(depth - 1)),\"ca\":\(schema(depth - 1))}"
          )
        case 14: keywords.append("\"additionalProperties\":\(schema(depth - 1))")
        case 15: keywords.append("\"items\":\(schema(depth - 1))")
        case 16: keywords.append("\"anyOf\":[\(schema(depth - 1)),\(schema(depth - 1))]")
        case 17: keywords.append("\"oneOf\":[\(schema(depth - 1)),\(schema(depth - 1))]")
        case 18: keywords.append("\"not\":\(schema(depth - 1))")
        case 19: keywords.append("\"if\":\(schema(depth - 1)),\"then\":\(schema(depth - 1))")
        default: keywords.append("\"$ref\":\"#/$defs/d\"")
        }
      }
      var seen: Set<Substring> = []
      return "{" + keywords.filter { seen.insert($0.prefix { $0 != ":" }).inserted }.joined(separator: ",") + "}"
    }
    for _ in 0..<2_000 {
      let body = schema(3)
      let text = "{\"$defs\":{\"d\":\(schema(0))}" + (body == "{}" ? "}" : "," + body.dropFirst())
      let compiled = try Schema(JSONParser.parse(SourceText(name: "schema", text: text)))
      for _ in 0..<5 {
        let instance = value(3)
        let document = try JSONParser.parse(SourceText(name: "instance", text: instance))
        let isValid = compiled.isValid(document)
        #expect(isValid == compiled.isValidStepwise(document), "\(instance) by \(text)")
        if isValid { verdicts.valid += 1 } else { verdicts.invalid += 1 }
      }
    }
    #expect(verdicts.valid > 1_000 && verdicts.invalid > 1_000)
  }
}
