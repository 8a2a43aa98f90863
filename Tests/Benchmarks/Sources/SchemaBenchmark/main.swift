import ParcoursJSONSchema
import ParcoursSource
import ParcoursSyntax

// usage: SchemaBenchmark SCHEMA.json LINES.ndjson    parses and validates the lines one by one on one core, and prints how
// many a second: parsed with positions, validated alone, and both; the best of fifteen passes each.
let schema = try Schema(JSONParser.parse(SourceText(readingFile: CommandLine.arguments[1])))
let text = try SourceText(readingFile: CommandLine.arguments[2])
let lines = text.bytes.split(separator: 0x0A).map { SourceText(name: "line.json", bytes: Array($0)) }
let clock = ContinuousClock()

func perSecond(_ body: () throws -> Void) rethrows -> Int {
  let time = try clock.measure(body)
  return Int(Double(lines.count) / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18))
}

var best = (parse: 0, validate: 0, both: 0)
let documents = try lines.map { try JSONParser.parse($0) }
for _ in 1...15 {
  var valid = 0
  best.parse = try max(best.parse, perSecond { for line in lines { _ = try JSONParser.parse(line) } })
  best.validate = max(
    best.validate, perSecond { for document in documents where schema.isValid(document) { valid += 1 } })
  best.both = try max(
    best.both, perSecond { for line in lines where schema.isValid(try JSONParser.parse(line)) { valid += 1 } })
  precondition(valid == 2 * lines.count, "not all are valid")
}
print("\(lines.count) texts, a second: parsed \(best.parse), validated \(best.validate), both \(best.both)")
