import CFuzzer
import Glibc
import ParcoursSource
import ParcoursSyntax

/// What is read as JSON is written as JSON that reads the same, and every place lies in the text.
func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceText(name: "f.json", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let lines = LineTable(source)
  do throws(SyntaxError) {
    let document = try JSONParser.parse(source)
    for entry in document.entries { precondition(entry.range.upperBound <= count) }
    _ = lines.position(of: document.entries.last?.range.upperBound ?? 0)
    let printed = JSONPrinter.print(document, for: .line)
    let again = try JSONParser.parse(SourceText(name: "again.json", bytes: printed))
    precondition(JSONPrinter.print(again, for: .line) == printed)
    precondition(again.entries.count == document.entries.count)
  } catch {
    _ = lines.position(of: error.range.lowerBound)
    precondition(error.range.lowerBound <= count)
  }
  return 0
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments) { fuzzJSON($0, $1) })
