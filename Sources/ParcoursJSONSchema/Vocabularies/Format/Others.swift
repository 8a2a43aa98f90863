internal import ParcoursSource

/// `uuid` (RFC 4122).
enum UUIDFormat: Format {
  static let name = "uuid"
  static let description = "a UUID"
  static func accepts(_ text: [UInt8]) -> Bool {
    text.count == 36
      && text.indices.allSatisfy { [8, 13, 18, 23].contains($0) ? text[$0] == 0x2D : ASCII.isHex(text[$0]) }
  }
}

/// `json-pointer` (RFC 6901).
enum JSONPointerFormat: Format {
  static let name = "json-pointer"
  static let description = "a JSON Pointer"
  static func accepts(_ text: [UInt8]) -> Bool { JSONPointer(parsing: String(decoding: text, as: UTF8.self)) != nil }
}

/// `regex` (ECMA-262).
enum RegexFormat: Format {
  static let name = "regex"
  static let description = "a regular expression"
  static func accepts(_ text: [UInt8]) -> Bool {
    (try? RegularExpression(String(decoding: text, as: UTF8.self))) != nil
  }
}
