internal import ParcoursSyntax

/// Equality of JSON values (JSON Schema Core 2020-12, 4.2.2): numbers by value, objects whatever their order.
enum Equality {
  /// Bytes that two values share exactly when they are equal. O(n log n).
  static func canonical(_ document: Document, _ index: Int) -> [UInt8] {
    var out: [UInt8] = []
    append(document, index, to: &out)
    return out
  }

  private static func append(_ document: Document, _ index: Int, to out: inout [UInt8]) {
    func text(_ bytes: some Collection<UInt8>) {
      out.append(contentsOf: String(bytes.count).utf8)
      out.append(0x3A)
      out.append(contentsOf: bytes)
    }
    switch document.kind(index) {
    case .null: out.append(0x6E)
    case .bool: out.append(document.entries[index].isPlain ? 0x74 : 0x66)
    case .number:
      out.append(0x23)
      text(Array(JSONNumber(document.text(index)).canonical.utf8))
    case .string, .key:
      out.append(0x22)
      text(document.text(index))
    case .array:
      out.append(0x5B)
      for element in document.elements(in: index) { append(document, element, to: &out) }
      out.append(0x5D)
    case .object:
      out.append(0x7B)
      let keys = document.keys(in: index).map { (text: Array(document.text($0)), value: $0 + 1) }
      for key in keys.sorted(by: { $0.text.lexicographicallyPrecedes($1.text) }) {
        text(key.text)
        append(document, key.value, to: &out)
      }
      out.append(0x7D)
    }
  }
}
