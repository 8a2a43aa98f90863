internal import CLibYAML
internal import ParcoursSource

/// What YAML 1.2 refuses and libyaml, which reads YAML 1.1, lets through: comments without a space before them, lines of a
/// flow or a quoted text that are indented too little, dashes as values, and what the two read differently.
struct YAMLStrictness {
  private let bytes: [UInt8]
  /// Columns at which the open block collections start; flow ones have none.
  private var columns: [Int?] = []
  private var flowDepth = 0
  private var flowStart = 0
  private var last = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Looks at an event before it is read; offsets are bytes of the source.
  mutating func check(_ event: yaml_event_t, _ first: Int, _ end: Int) throws(SyntaxError) {
    switch event.type {
    case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
      try gap(upTo: first)
      let start = try behindProperties(first, end)
      let isFlow = start < bytes.count && (bytes[start] == 0x7B || bytes[start] == 0x5B) && end > start
      if isFlow {
        if flowDepth == 0 { flowStart = start }
        flowDepth += 1
        last = start + 1
      } else {
        last = max(last, first)
      }
      columns.append(isFlow ? nil : column(of: start))
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      if columns.popLast() == .some(nil) {
        try gap(upTo: max(last, end - 1))
        flowDepth -= 1
        last = end
        if flowDepth == 0 { try indentation(flowStart..<end) }
      }
    case YAML_SCALAR_EVENT:
      try gap(upTo: first)
      let start = try behindProperties(first, end)
      try scalar(event.data.scalar, start..<max(start, end))
      last = max(last, end)
    case YAML_ALIAS_EVENT:
      try gap(upTo: first)
      last = max(last, end)
    case YAML_STREAM_END_EVENT: try gap(upTo: bytes.count)
    default: break
    }
  }

  private func column(of offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return offset - start
  }

  /// What stands between two values: signs, comments, directives, anchors.
  private func gap(upTo end: Int) throws(SyntaxError) {
    var index = last
    while index < end {
      let byte = bytes[index]
      let before = index > 0 ? bytes[index - 1] : 0x0A
      let isFree = before == 0x20 || before == 0x09 || before == 0x0A || before == 0x0D || index == last && index == 0
      switch byte {
      case 0x23:
        guard isFree else {
          throw SyntaxError("a comment needs a space before it", at: index, help: "write a space before `#`")
        }
        while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      case 0x26:
        while index < end, bytes[index] > 0x20, !(flowDepth > 0 && [0x2C, 0x5D, 0x7D].contains(bytes[index])) {
          index += 1
        }
      case 0x21: while index < end, bytes[index] > 0x20 { index += 1 }
      case 0x3F where flowDepth > 0:
        index += 1
        // libyaml takes the sign for that of a key; it is part of the word.
        if index < bytes.count, bytes[index] > 0x20, ![0x2C, 0x5D, 0x7D].contains(bytes[index]) {
          throw SyntaxError(
            "a word that starts with ? is read in two ways", at: index - 1, help: "put it in quotes")
        }
      default: index += 1
      }
    }
  }

  /// Where a value itself starts: an event starts at its anchor or tag.
  private func behindProperties(_ start: Int, _ end: Int) throws(SyntaxError) -> Int {
    var index = start
    while index < min(end, bytes.count), bytes[index] == 0x26 || bytes[index] == 0x21 {
      let isAnchor = bytes[index] == 0x26
      while index < end, bytes[index] > 0x20, !(flowDepth > 0 && [0x2C, 0x5D, 0x7D].contains(bytes[index])) {
        if isAnchor, bytes[index] == 0x3A { throw colonInAnchor(at: index) }
        index += 1
      }
      while index < end, bytes[index] <= 0x20 { index += 1 }
    }
    return index
  }

  /// libyaml ends an anchor's name at the colon, and reads another value.
  private func colonInAnchor(at index: Int) -> SyntaxError {
    SyntaxError("an anchor's name with a colon is read in two ways", at: index, help: "name the anchor with letters")
  }

  private func scalar(
    _ data: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ range: Range<Int>
  ) throws(SyntaxError) {
    switch data.style {
    case YAML_PLAIN_SCALAR_STYLE:
      if flowDepth > 0, range.count == 1, bytes[range.lowerBound] == 0x2D {
        throw SyntaxError("a dash alone is no value here", at: range, help: "put it in quotes")
      }
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      if flowDepth == 0 { try indentation(range) }
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: try block(range)
    default: break
    }
  }

  /// Lines of a flow or a quoted text stand deeper than the block around them.
  private func indentation(_ range: Range<Int>) throws(SyntaxError) {
    guard let outer = columns.last(where: { $0 != nil }) ?? nil else { return }
    var index = range.lowerBound
    while index < range.upperBound {
      let isLineEnd = bytes[index] == 0x0A
      index += 1
      guard isLineEnd else { continue }
      let start = index
      while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
      guard index < range.upperBound else { return }
      // Empty lines, comments and the closing bracket may stand anywhere.
      if [0x0A, 0x0D, 0x23, 0x5D, 0x7D].contains(bytes[index]) { continue }
      if bytes[index] == 0x09, bytes[index...].first(where: { $0 != 0x09 && $0 != 0x20 }) == 0x0A { continue }
      guard index - start <= outer else { continue }
      if bytes[range.lowerBound] == 0x22 || bytes[range.lowerBound] == 0x27, bytes[index] != 0x09 {
        throw SyntaxError(
          "the quotes that open here go on over lines that are indented too little", at: range.lowerBound,
          help: "close the quotes, or indent the lines of the text deeper than its key")
      }
      throw SyntaxError(
        bytes[index] == 0x09
          ? "a tab cannot indent" : "this line belongs to the value above and is indented too little",
        at: index, help: bytes[index] == 0x09 ? "indent with spaces" : "indent it by \(outer + 2) spaces")
    }
  }

  /// The header and the first lines of a block of text.
  private func block(_ range: Range<Int>) throws(SyntaxError) {
    var index = range.lowerBound + 1
    var hasIndicator = false
    while index < bytes.count,
      bytes[index] == 0x2B || bytes[index] == 0x2D || (bytes[index] >= 0x30 && bytes[index] <= 0x39)
    {
      hasIndicator = hasIndicator || bytes[index] >= 0x30
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x23 {
      throw SyntaxError("a comment needs a space before it", at: index, help: "write a space before `#`")
    }
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    index += 1
    // Empty lines at the start may not be indented deeper than the first line that says something.
    var deepest = 0
    while index < bytes.count, !hasIndicator {
      let start = index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count else { return }
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        deepest = max(deepest, index - start)
        index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        continue
      }
      let outer = (columns.last(where: { $0 != nil }) ?? nil) ?? -1
      if index - start > outer, deepest > index - start {
        throw SyntaxError(
          "the empty lines above are indented deeper than this one", at: index,
          help: "remove the spaces of the empty lines")
      }
      return
    }
  }
}

/// libyaml's words for what is wrong, in ours, with what to do.
enum YAMLProblem {
  /// How far the line of an offset and the one above it, with a key and a value, are indented.
  private static func indentations(at offset: Int, in bytes: [UInt8]) -> (own: Int, above: Int, key: Int)? {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    guard start > 1 else { return nil }
    var above = start - 1
    while above > 0, bytes[above - 1] != 0x0A { above -= 1 }
    let line = bytes[above..<(start - 1)]
    let spaces = line.prefix { $0 == 0x20 }.count
    guard spaces < line.count, line.contains(0x3A), !line.dropFirst(spaces).starts(with: [0x2D]) else { return nil }
    let own = bytes[start...].prefix { $0 == 0x20 }.count
    return (own, spaces, start + own)
  }

  static func error(_ problem: String, at offset: Int, in bytes: [UInt8]) -> SyntaxError {
    let byte = bytes.indices.contains(offset) ? bytes[offset] : 0
    switch problem {
    case "could not find expected ':'":
      return SyntaxError(
        "\":\" is missing behind a key", at: offset,
        help: "write `key: value`; the lines of a longer text stand deeper than its key")
    case "mapping values are not allowed in this context":
      if let (own, above, key) = indentations(at: offset, in: bytes), own > above {
        return SyntaxError(
          "this key is indented deeper (\(own)) than the one above (\(above))", at: key,
          help: "begin the keys of one map in one column; a text that goes on over lines has no \": \" in it, or quotes"
        )
      }
      return SyntaxError(
        "a key cannot stand here", at: offset,
        help: "put a text that has \": \" in it in quotes, or mend the indentation")
    case "did not find expected key":
      return SyntaxError(
        "a key is wanted here", at: offset,
        help: "begin the keys of one map in one column; inside '…' write '' for a quote")
    case "did not find expected '-' indicator":
      return SyntaxError(
        "an item of the list, or its end, is wanted here", at: offset, help: "begin the items of one list in one column"
      )
    case "block sequence entries are not allowed in this context":
      return SyntaxError("a list cannot start here", at: offset, help: "start it on the line below its key")
    case "did not find expected ',' or ']'":
      return SyntaxError("\",\" or \"]\" is wanted here", at: offset, help: "close the list, or put the text in quotes")
    case "did not find expected ',' or '}'":
      return SyntaxError("\",\" or \"}\" is wanted here", at: offset, help: "close the map, or put the text in quotes")
    case "did not find expected node content": return SyntaxError("a value is wanted here", at: offset)
    case "found character that cannot start any token":
      return SyntaxError(
        byte == 0x09 ? "a tab cannot indent" : "no value starts with this character", at: offset,
        help: byte == 0x09 ? "indent with spaces" : "put the text in quotes")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return SyntaxError("a tab cannot indent", at: offset, help: "indent with spaces")
    case "found unexpected end of stream":
      return SyntaxError("the quotes that open here have no end", at: offset, help: "close the quotes")
    case "found unexpected document indicator":
      return SyntaxError("the quotes that open here have no end", at: offset, help: "close the quotes")
    case "found unknown escape character":
      return SyntaxError("unknown escape", at: offset, help: "write \\\\ for a backslash, or use single quotes")
    case "did not find expected <document start>":
      return SyntaxError(
        "a second value starts here", at: offset, help: "one file holds one value; mend the indentation")
    default: return SyntaxError("this is not YAML: \(problem)", at: offset)
    }
  }
}
