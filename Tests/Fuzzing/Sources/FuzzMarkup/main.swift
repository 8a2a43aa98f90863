import CFuzzer
import Glibc
import ParcoursSyntax

/// A text, escaped, is read as it stands; no letter of one with marks is lost by reading it, but for addresses.
func fuzzMarkup(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  // cmark takes NUL for the end of nothing: it is the replacement character then.
  guard !text.utf8.contains(0) else { return 0 }
  let escaped = Markup.escaped(text)
  precondition(Markup.plain(escaped) == text)
  precondition(!Markup(escaped).hasMarks)
  precondition(Markup.normalized(escaped) == escaped)
  let markup = Markup(text)
  let plain = markup.plain
  if markup.hasMarks, !text.contains("](") {
    func letters(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { $0.properties.isAlphabetic } }
    precondition(letters(plain) == letters(text))
  }
  _ = Markup.plain(markup.inlines)
  return 0
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments) { fuzzMarkup($0, $1) })
