internal import ParcoursSource

/// A pattern of ECMA-262 (Unicode mode, as JSON Schema recommends) put into PCRE2's words, where the two differ.
///
/// Different are: what `\s` and `.` match, `\v`, `\b` and `[` inside a class, empty classes, `\u` escapes, long property
/// names, and what only PCRE2 has (`\Z`, `\a`, `(?i)`, possessive quantifiers), which is refused.
struct ECMAPattern {
  /// A pattern that ECMA-262 does not have.
  struct Failure: Error {
    let message: Message
  }

  private static let space =
    "\\t\\n\\x0B\\f\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}"
  private static let lineEnds = "\\n\\r\\x{2028}\\x{2029}"

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var out = ""

  /// The pattern as PCRE2 reads it.
  static func translated(_ pattern: String) throws(Failure) -> String {
    var run = ECMAPattern(scalars: Array(pattern.unicodeScalars))
    while run.index < run.scalars.count { try run.step() }
    return run.out
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < scalars.count ? scalars[index + offset] : nil
  }

  private func isNext(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes in
      index + bytes.count <= scalars.count
        && bytes.indices.allSatisfy { scalars[index + $0].value == UInt32(bytes[$0]) }
    }
  }

  private mutating func step() throws(Failure) {
    let scalar = scalars[index]
    switch scalar {
    case "\\": try escape(inClass: false)
    case "[": try characterClass()
    case ".":
      out += "[^\(Self.lineEnds)]"
      index += 1
    case "(": try group()
    case "*", "+", "?", "}":
      out.unicodeScalars.append(scalar)
      index += 1
      // `a*+` is possessive in PCRE2 and an error in ECMA-262.
      if peek() == "+" { throw Failure(message: "a quantifier has nothing to repeat") }
      if scalar != "?", peek() == "?" {
        out += "?"
        index += 1
      }
    default:
      out.unicodeScalars.append(scalar)
      index += 1
    }
  }

  private mutating func group() throws(Failure) {
    out += "("
    index += 1
    guard peek() == "?" else {
      // `(*VERB)` is PCRE2's alone.
      if peek() == "*" { throw Failure(message: "a quantifier has nothing to repeat") }
      return
    }
    let isKnown =
      isNext("?:") || isNext("?=") || isNext("?!") || isNext("?<=") || isNext("?<!")
      || (isNext("?<") && peek(2).map { $0.properties.isIDStart || $0 == "$" || $0 == "_" || $0 == "\\" } ?? false)
    guard isKnown else { throw Failure(message: "a group starts with \"(?\" and no kind that ECMA-262 has") }
    out += "?"
    index += 1
  }

  // MARK: Escapes

  private func hex(_ start: Int, _ count: Int) -> UInt32? {
    guard start + count <= scalars.count else { return nil }
    let text = String(String.UnicodeScalarView(scalars[start..<(start + count)]))
    return text.utf8.allSatisfy(ASCII.isHex) ? UInt32(text, radix: 16) : nil
  }

  private mutating func append(code: UInt32) throws(Failure) {
    guard Unicode.Scalar(code) != nil else { throw Failure(message: "half a surrogate pair is no character") }
    out += "\\x{" + String(code, radix: 16) + "}"
  }

  /// The scalar of `\u…`, or nothing where it is none; the index stands behind it.
  private mutating func unicodeEscape() throws(Failure) {
    index += 2
    if peek() == "{" {
      guard let close = scalars[index...].firstIndex(of: "}"), close - index <= 8,
        let code = hex(index + 1, close - index - 1), close > index + 1
      else { throw Failure(message: "\\u{…} wants a code point") }
      index = close + 1
      return try append(code: code)
    }
    guard let unit = hex(index, 4) else { throw Failure(message: "\\u wants four hexadecimal digits") }
    index += 4
    if unit & 0xFC00 == 0xD800, isNext("\\u"), let low = hex(index + 2, 4), low & 0xFC00 == 0xDC00 {
      index += 6
      return try append(code: 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
    }
    try append(code: unit)
  }

  private mutating func escape(inClass: Bool) throws(Failure) {
    guard let next = peek(1) else { throw Failure(message: "the pattern ends in a backslash") }
    switch next {
    case "u": return try unicodeEscape()
    case "x":
      guard let code = hex(index + 2, 2) else { throw Failure(message: "\\x wants two hexadecimal digits") }
      index += 4
      return try append(code: code)
    case "c":
      guard let letter = peek(2), ASCII.isLetter(UInt8(truncatingIfNeeded: letter.value)), letter.isASCII else {
        throw Failure(message: "\\c wants a letter")
      }
      index += 3
      return try append(code: letter.value & 0x1F)
    case "p", "P": return try property(next)
    case "s": out += inClass ? Self.space : "[\(Self.space)]"
    case "S": out += inClass ? "\\S" : "[^\(Self.space)]"
    case "v": out += "\\x0B"
    case "0":
      if let digit = peek(2), ("0"..."9").contains(digit) { throw Failure(message: "octal escapes are not allowed") }
      out += "\\x00"
    case "b" where inClass: out += "\\x08"
    case "B" where inClass: throw Failure(message: "\\B has no meaning in a class")
    case "d", "D", "w", "W", "f", "n", "r", "t", "b", "B", "1"..."9":
      out += "\\"
      out.unicodeScalars.append(next)
    case "k":
      guard peek(2) == "<" else { throw Failure(message: "\\k wants a group's name") }
      out += "\\k"
    case "a"..."z", "A"..."Z": throw Failure(message: "\"\\\(next)\" is no escape of ECMA-262")
    default:
      // An escaped character stands for itself, whatever it is.
      out += next.isASCII ? "\\" : ""
      out.unicodeScalars.append(next)
    }
    index += 2
  }

  private mutating func property(_ letter: Unicode.Scalar) throws(Failure) {
    guard peek(2) == "{", let close = scalars[index...].firstIndex(of: "}") else {
      throw Failure(message: "\\\(letter) wants a property in braces")
    }
    let name = String(String.UnicodeScalarView(scalars[(index + 3)..<close]))
    index = close + 1
    var value = name
    if let equal = name.firstIndex(of: "=") {
      let key = name[..<equal]
      guard ["Script", "sc", "Script_Extensions", "scx", "General_Category", "gc"].contains(key) else {
        throw Failure(message: "\"\(key)\" is no property that can be named")
      }
      value = String(name[name.index(after: equal)...])
    }
    switch value {
    case "Any": out += letter == "p" ? "\\p{Any}" : "\\P{Any}"
    case "ASCII": out += letter == "p" ? "\\x{0}-\\x{7F}".bracketed : "[^\\x{0}-\\x{7F}]"
    case "Alphabetic", "Alpha": out += "\\\(letter){L}"
    case "Uppercase", "Upper": out += "\\\(letter){Lu}"
    case "Lowercase", "Lower": out += "\\\(letter){Ll}"
    case "White_Space", "space": out += letter == "p" ? "[\(Self.space)]" : "[^\(Self.space)]"
    default: out += "\\\(letter){\(Self.categories[value] ?? value)}"
    }
  }

  private mutating func characterClass() throws(Failure) {
    index += 1
    var isNegated = false
    if peek() == "^" {
      isNegated = true
      index += 1
    }
    if peek() == "]" {
      // `[]` matches nothing, `[^]` anything.
      out += isNegated ? "(?s:.)" : "(?!)"
      index += 1
      return
    }
    out += isNegated ? "[^" : "["
    while let scalar = peek(), scalar != "]" {
      if scalar == "\\" {
        try escape(inClass: true)
      } else {
        if scalar == "[" { out += "\\" }
        out.unicodeScalars.append(scalar)
        index += 1
      }
    }
    guard peek() == "]" else { throw Failure(message: "a class has no end: \"]\" is missing") }
    out += "]"
    index += 1
  }

  /// The long names of general categories, which PCRE2 has not.
  private static let categories = [
    "Letter": "L", "Cased_Letter": "L&", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Titlecase_Letter": "Lt",
    "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M", "Combining_Mark": "M", "Nonspacing_Mark": "Mn",
    "Spacing_Mark": "Mc", "Enclosing_Mark": "Me", "Number": "N", "Decimal_Number": "Nd", "digit": "Nd",
    "Letter_Number": "Nl", "Other_Number": "No", "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc",
    "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe", "Initial_Punctuation": "Pi",
    "Final_Punctuation": "Pf", "Other_Punctuation": "Po", "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc",
    "Modifier_Symbol": "Sk", "Other_Symbol": "So", "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl",
    "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf", "Surrogate": "Cs",
    "Private_Use": "Co", "Unassigned": "Cn",
  ]
}

extension String {
  fileprivate var bracketed: String { "[\(self)]" }
}
