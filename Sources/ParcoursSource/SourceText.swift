public import ParcoursSystem

/// A text that something is said about: its name as people know it, and its bytes.
///
/// Offsets are byte offsets into `bytes`. Lines end at LF, CRLF or a lone CR, and nowhere else: U+2028 or NEL inside
/// a string do not start a new line.
public struct SourceText: Sendable {
  /// The name shown in findings: a path, or `-` for standard input.
  public let name: String
  /// The bytes, without any padding.
  public let bytes: [UInt8]
  /// The number of its first line: of a line of an NDJSON file the line's own, else 1.
  public let firstLine: Int

  /// Makes a source text of bytes that were read from `name`.
  public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
  }

  /// The same text without its bytes: where nothing is said about it, they need not be kept.
  public var withoutBytes: SourceText { SourceText(name: name, bytes: []) }

  /// Makes a source text of a string.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Reads a file, or standard input where the path is `-`. O(n).
  ///
  /// - Throws: `FileError` where it does not exist, is a folder or cannot be read.
  public init(readingFile path: String) throws(FileError) {
    self.init(name: path, bytes: try OpenFile(path).readToEnd())
  }
}

/// A place in a text as people count: both from 1, the column in characters as they are seen (grapheme clusters).
public struct LineColumn: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in grapheme clusters.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of a text start; made once a text has its first finding, in one pass over the bytes.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  private let firstLine: Int

  /// Finds the lines of `text`. O(n) in its bytes.
  public init(_ text: SourceText) {
    bytes = text.bytes
    firstLine = text.firstLine
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(index)
      }
    }
    self.starts = starts
  }

  /// The place of a byte offset; an offset past the end counts as the end. O(log lines + length of the line).
  public func position(of offset: Int) -> LineColumn { position(of: offset) { $0.count } }

  /// The same with the column in UTF-16 code units, as other programs count.
  public func positionInUTF16(of offset: Int) -> LineColumn { position(of: offset) { $0.utf16.count } }

  private func position(of offset: Int, counting count: (String) -> Int) -> LineColumn {
    let offset = max(0, min(offset, bytes.count))
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var start = starts[low]
    if low == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    let column: Int
    if bytes[start..<max(start, offset)].allSatisfy({ $0 < 0x80 }) {
      column = max(0, offset - start)
    } else {
      column = count(String(decoding: bytes[start..<offset], as: UTF8.self))
    }
    return LineColumn(line: low + firstLine, column: column + 1)
  }

  /// The bytes of a line, without its end.
  public func contents(ofLine number: Int) -> ArraySlice<UInt8> {
    let line = number - firstLine + 1
    guard line >= 1, line <= starts.count else { return [] }
    var start = starts[line - 1]
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<max(start, end)]
  }
}
