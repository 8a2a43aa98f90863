import CFuzzer
import Glibc
import ParcoursJSONSchema
import ParcoursSource
import ParcoursSyntax

/// The first line is a schema, the rest a value: the verdict and the findings agree, and nothing traps or hangs.
func fuzzSchema(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let end = bytes.firstIndex(of: 0x0A),
    let text = try? JSONParser.parse(SourceText(name: "schema", bytes: Array(bytes[..<end]))),
    let value = try? JSONParser.parse(SourceText(name: "value", bytes: Array(bytes[(end + 1)...])))
  else { return 0 }
  for dialect in [Dialect.draft7, .draft2020] {
    guard let schema = try? Schema(text, dialect: dialect) else { continue }
    let isValid = schema.isValid(value)
    let found = schema.findings(value).findings
    precondition(isValid == found.isEmpty)
    for finding in found { precondition(finding.range.upperBound <= value.source.bytes.count) }
  }
  return 0
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments) { fuzzSchema($0, $1) })
