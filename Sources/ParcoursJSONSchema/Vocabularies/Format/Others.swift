internal import ParcoursSource

/// `uuid` (RFC 4122).
enum UUIDFormat: Format {
  static let name = "uuid"
  static let description: Message = "a UUID"
  static func accepts(_ text: [UInt8]) -> Bool {
    text.count == 36
      && text.indices.allSatisfy { [8, 13, 18, 23].contains($0) ? text[$0] == 0x2D : ASCII.isHex(text[$0]) }
  }
}

/// `json-pointer` (RFC 6901).
enum JSONPointerFormat: Format {
  static let name = "json-pointer"
  static let description: Message = "a JSON Pointer"
  static func advice(_ text: String) -> Message? { "write it like /path/0" }
  static func accepts(_ text: [UInt8]) -> Bool { JSONPointer(parsing: String(decoding: text, as: UTF8.self)) != nil }
}

/// `relative-json-pointer` (draft-bhutton-relative-json-pointer-00).
enum RelativeJSONPointerFormat: Format {
  static let name = "relative-json-pointer"
  static let description: Message = "a relative JSON Pointer"
  static func accepts(_ text: [UInt8]) -> Bool {
    func isNumber(_ digits: ArraySlice<UInt8>) -> Bool {
      !digits.isEmpty && (digits.count == 1 || digits.first != 0x30)
    }
    let levels = text.prefix(while: ASCII.isDigit)
    guard isNumber(levels) else { return false }
    var rest = text[levels.endIndex...]
    if let sign = rest.first, sign == 0x2B || sign == 0x2D {
      let offset = rest.dropFirst().prefix(while: ASCII.isDigit)
      guard isNumber(offset), offset.first != 0x30 else { return false }
      rest = rest[offset.endIndex...]
    }
    return rest.elementsEqual([0x23]) || JSONPointerFormat.accepts(Array(rest))
  }
}

/// `uri-template` (RFC 6570).
enum URITemplateFormat: Format {
  static let name = "uri-template"
  static let description: Message = "a URI template (https://example.org/{id})"

  static func accepts(_ text: [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x7B:
        guard let close = text[index...].firstIndex(of: 0x7D), isExpression(text[(index + 1)..<close]) else {
          return false
        }
        index = close + 1
      case 0x25:
        guard index + 2 < text.count, ASCII.isHex(text[index + 1]), ASCII.isHex(text[index + 2]) else { return false }
        index += 3
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7C, 0x7D, 0x7F: return false
      default: index += 1
      }
    }
    return true
  }

  private static func isExpression(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if let first = rest.first, "+#./;?&=,!@|".utf8.contains(first) { rest = rest.dropFirst() }
    return rest.split(separator: 0x2C, omittingEmptySubsequences: false).allSatisfy(isVariable)
  }

  private static func isVariable(_ text: ArraySlice<UInt8>) -> Bool {
    var name = text
    if name.last == 0x2A {
      name = name.dropLast()
    } else if let colon = name.lastIndex(of: 0x3A) {
      let length = name[(colon + 1)...]
      guard (1...4).contains(length.count), length.allSatisfy(ASCII.isDigit), length.first != 0x30 else { return false }
      name = name[..<colon]
    }
    var isAfterDot = true
    var index = name.startIndex
    while index < name.endIndex {
      let byte = name[index]
      if byte == 0x2E {
        if isAfterDot { return false }
        isAfterDot = true
        index += 1
        continue
      }
      isAfterDot = false
      if byte == 0x25 {
        guard index + 2 < name.endIndex, ASCII.isHex(name[index + 1]), ASCII.isHex(name[index + 2]) else {
          return false
        }
        index += 3
      } else if ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x5F {
        index += 1
      } else {
        return false
      }
    }
    return !isAfterDot
  }
}

/// `regex` (ECMA-262).
enum RegexFormat: Format {
  static let name = "regex"
  static let description: Message = "a regular expression"
  static func accepts(_ text: [UInt8]) -> Bool {
    (try? RegularExpression(String(decoding: text, as: UTF8.self))) != nil
  }
}

/// `ecmascript-regex`, the older name of `regex`.
enum ECMARegexFormat: Format {
  static let name = "ecmascript-regex"
  static let findingID = "regex"
  static let description: Message = "a regular expression"
  static func accepts(_ text: [UInt8]) -> Bool { RegexFormat.accepts(text) }
}
