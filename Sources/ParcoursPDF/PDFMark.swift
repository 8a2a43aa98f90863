extension PDFDocument {
  /// What a document says of the page it was made of: a comment, which readers pass over (ISO 32000-1, 7.2.4).
  private static func comment(_ page: [UInt8], _ information: PDFInformation) -> [UInt8] {
    // FNV-1a (draft-eastlake-fnv), 128 bits: it tells changes, not forgeries.
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
    }
    add(page)
    for text in [information.title, information.author, information.day] {
      add([0])
      add(text.utf8)
    }
    let digits = String(hash, radix: 16)
    return Array(("%Parcours " + String(repeating: "0", count: 32 - digits.utf8.count) + digits + "\n").utf8)
  }

  /// Writes of which page it was made, before the last word on where its tables are.
  mutating func mark(_ page: [UInt8], _ information: PDFInformation) {
    guard let place = Self.lastStart(in: bytes) else { return }
    bytes.insert(contentsOf: Self.comment(page, information), at: place)
  }

  /// How many pages a document has; nil where that cannot be read. O(n).
  public static func pages(of document: [UInt8]) -> Int? { PDFDocument(bytes: document, engine: .weasyprint).pages }

  /// Whether a document was made of a page, by whichever engine. O(page).
  public static func isMade(_ document: [UInt8], of page: [UInt8], _ information: PDFInformation) -> Bool {
    guard document.starts(with: Array("%PDF-".utf8)), let place = lastStart(in: document) else { return false }
    return document[..<place].suffix(43) == comment(page, information)[...]
  }

  /// Where the last `startxref` stands: near the end.
  private static func lastStart(in bytes: [UInt8]) -> Int? {
    let word = Array("startxref".utf8)
    var place = bytes.count - word.count
    while place >= 0, bytes.count - place < 2_048 {
      if bytes[place] == word[0], bytes[place..<(place + word.count)] == word[...] { return place }
      place -= 1
    }
    return nil
  }
}
