import CFuzzer
import Glibc
import ParcoursSource
import ParcoursSyntax

/// What is read as YAML is written as YAML that reads the same, and every place lies in the text.
func fuzzYAML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = SourceText(name: "f.yaml", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let document: Document
  do throws(SyntaxError) {
    document = try YAMLParser.parse(source)
  } catch {
    _ = LineTable(source).position(of: error.range.lowerBound)
    return 0
  }
  for entry in document.entries { precondition(entry.range.upperBound <= count) }
  guard document.duplicates.isEmpty else { return 0 }
  let printed = YAMLPrinter.print(document)
  do throws(SyntaxError) {
    let again = try YAMLParser.parse(SourceText(name: "again.yaml", bytes: printed))
    precondition(JSONPrinter.print(again, for: .line) == JSONPrinter.print(document, for: .line))
  } catch {
    // Only what nests too deep for indentation cannot be written back.
    precondition(error.id == "depth", "\(error.message)")
  }
  return 0
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments) { fuzzYAML($0, $1) })
