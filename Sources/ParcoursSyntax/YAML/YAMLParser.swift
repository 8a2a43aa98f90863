internal import CLibYAML
public import ParcoursSource

/// Parses YAML text by libyaml's events, under the core schema of YAML 1.2, onto a tape with start and end of every value.
///
/// One document; keys are scalars; aliases are expanded within a budget of 1,000,000 entries and 16 MB of text, never into themselves; tags
/// other than the core schema's are refused; more than 512 levels are refused. `<<` is a key like any other. O(n).
public enum YAMLParser {
  /// The most entries that aliases may add.
  public static let aliasBudget = 1_000_000
  /// The most bytes of text that aliases may repeat.
  public static let aliasTextBudget = 16_000_000

  /// Parses a text.
  public static func parse(_ source: SourceText) throws(SyntaxError) -> Document {
    try Encoding.check(source.bytes)
    var run = YAMLRun(source: source)
    try run.parse()
    return run.builder.finish(source: source)
  }
}

/// Turns libyaml's code-point offsets into byte offsets. Marks come nearly in order, so a cursor moves back and forth.
private struct MarkConverter {
  let bytes: [UInt8]
  let base: Int
  let isASCII: Bool
  private var codePoint = 0
  private var byte: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    byte = base
    isASCII = bytes[base...].allSatisfy { $0 < 0x80 }
  }

  mutating func offset(_ mark: yaml_mark_t) -> Int {
    let wanted = Int(mark.index)
    if isASCII { return min(base + wanted, bytes.count) }
    while codePoint < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      codePoint += 1
    }
    while codePoint > wanted, byte > base {
      byte -= 1
      while byte > base, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      codePoint -= 1
    }
    return byte
  }
}

private struct YAMLRun {
  /// A collection that is open: whether a key is wanted next, and the anchor it carries.
  private struct Level {
    var isMapping: Bool
    var wantsKey: Bool
    var anchor: String?
    var first: Int
    var depth = 1
  }

  private struct Anchored {
    var range: Range<Int>
    var depth: Int
    var textSize: Int
    /// A key's text, which as a value is a scalar of its own.
    var key: (kind: Kind, text: [UInt8])?
  }

  let source: SourceText
  var builder: TapeBuilder
  private var marks: MarkConverter
  private var strictness: YAMLStrictness
  private var levels: [Level] = []
  private var anchors: [String: Anchored] = [:]
  private var spent = 0
  private var spentText = 0
  private var documents = 0

  init(source: SourceText) {
    self.source = source
    builder = TapeBuilder(over: source)
    marks = MarkConverter(source.bytes)
    strictness = YAMLStrictness(source.bytes)
  }

  mutating func parse() throws(SyntaxError) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw SyntaxError("out of memory", id: "budget", at: 0) }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    var bytes = Array(source.bytes[marks.base...])
    // The last line ends like the others: libyaml reads what stands in a block of text otherwise without it.
    if let last = bytes.last, last != 0x0A, last != 0x0D { bytes.append(0x0A) }
    // Unsafe: libyaml keeps the pointer for as long as the closure runs.
    let result: Result<Void, SyntaxError> = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      do throws(SyntaxError) {
        while true {
          var event = yaml_event_t()
          guard yaml_parser_parse(&parser, &event) == 1 else { throw failure(parser) }
          defer { yaml_event_delete(&event) }
          try handle(event)
          if event.type == YAML_STREAM_END_EVENT { return .success(()) }
        }
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private mutating func failure(_ parser: yaml_parser_t) -> SyntaxError {
    let problem = parser.problem.map { String(cString: $0) } ?? "?"
    if parser.error == YAML_READER_ERROR {
      return SyntaxError(
        "this character cannot stand in YAML", at: min(source.bytes.count, marks.base + Int(parser.problem_offset)),
        help: "remove it, or write it as \\u… in double quotes")
    }
    // What has no end is told where it starts.
    let isOpen = problem == "found unexpected end of stream" || problem == "found unexpected document indicator"
    let place = marks.offset(isOpen && parser.context != nil ? parser.context_mark : parser.problem_mark)
    return YAMLProblem.error(problem, at: place, in: source.bytes)
  }

  private mutating func handle(_ event: yaml_event_t) throws(SyntaxError) {
    let start = marks.offset(event.start_mark)
    try strictness.check(event, start, event.type == YAML_STREAM_END_EVENT ? start : marks.offset(event.end_mark))
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 {
        throw SyntaxError(
          "a second document starts here", at: start, help: "one file holds one document; split the file")
      }
    case YAML_MAPPING_START_EVENT:
      try checkTag(event.data.mapping_start.tag, "map", at: start)
      try beforeCollection(at: start)
      open(isMapping: true, anchor: event.data.mapping_start.anchor, at: start)
    case YAML_SEQUENCE_START_EVENT:
      try checkTag(event.data.sequence_start.tag, "seq", at: start)
      try beforeCollection(at: start)
      open(isMapping: false, anchor: event.data.sequence_start.anchor, at: start)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      var end = marks.offset(event.end_mark)
      while end > 0, isSpace(source.bytes[end - 1]) { end -= 1 }
      builder.end(at: end)
      let level = levels.removeLast()
      if let anchor = level.anchor {
        let range = level.first..<builder.count
        anchors[anchor] = Anchored(range: range, depth: level.depth, textSize: builder.textSize(range))
      }
      if let last = levels.indices.last { levels[last].depth = max(levels[last].depth, level.depth + 1) }
      finishValue()
    case YAML_SCALAR_EVENT: try scalar(event, start: start)
    case YAML_ALIAS_EVENT: try alias(event, start: start)
    default: break
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private mutating func open(isMapping: Bool, anchor: UnsafeMutablePointer<yaml_char_t>?, at start: Int) {
    let name = anchor.map { String(cString: $0) }
    // An anchor whose collection is open must not be aliased inside it.
    if let name { anchors[name] = nil }
    levels.append(Level(isMapping: isMapping, wantsKey: isMapping, anchor: name, first: builder.count))
    builder.begin(isMapping ? .object : .array, at: start)
  }

  private mutating func beforeCollection(at start: Int) throws(SyntaxError) {
    if levels.last?.wantsKey == true {
      throw SyntaxError("a key must be a scalar", at: start, help: "write the key as a plain word")
    }
    if levels.count >= JSONParser.maximumDepth {
      throw SyntaxError(
        "more than \(JSONParser.maximumDepth) levels of lists and maps", id: "depth", at: start,
        help: "no profile needs that; flatten the data")
    }
  }

  private mutating func finishValue() {
    if let last = levels.indices.last, levels[last].isMapping { levels[last].wantsKey = true }
  }

  private func checkTag(
    _ tag: UnsafeMutablePointer<yaml_char_t>?, _ name: String, at start: Int
  ) throws(SyntaxError) {
    guard let tag = tag.map({ String(cString: $0) }), tag != "!", tag != "tag:yaml.org,2002:\(name)" else { return }
    throw SyntaxError("the tag \"\(tag)\" is not of the core schema", at: start, help: "remove the tag")
  }

  private mutating func scalar(_ event: yaml_event_t, start: Int) throws(SyntaxError) {
    var end = marks.offset(event.end_mark)
    let data = event.data.scalar
    let raw = UnsafeBufferPointer(start: data.value, count: data.length)
    if try scalarAsWritten(raw, data, start..<max(start, end)) { return }
    let text = Array(raw)
    let isBlock = data.style == YAML_LITERAL_SCALAR_STYLE || data.style == YAML_FOLDED_SCALAR_STYLE
    while isBlock, end > start, isSpace(source.bytes[end - 1]) { end -= 1 }
    let range = start..<max(start, end)
    let tag = data.tag.map { String(cString: $0) }
    var value: (kind: Kind, text: [UInt8])
    switch tag {
    case nil: value = data.style == YAML_PLAIN_SCALAR_STYLE ? YAMLScalar.resolve(text) : (.string, text)
    case "!", "tag:yaml.org,2002:str": value = (.string, text)
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null":
      value = YAMLScalar.resolve(text)
      let name = tag?.split(separator: ":").last ?? ""
      let kinds: [Kind: Substring] = [.bool: "bool", .null: "null"]
      if value.kind == .string || (value.kind != .number && kinds[value.kind] != name) {
        throw SyntaxError("this is no !!\(name)", at: range)
      }
    default:
      throw SyntaxError(
        "the tag \"\(tag ?? "")\" is not of the core schema", at: range, help: "remove the tag")
    }
    if levels.last?.wantsKey == true {
      if value.kind == .null {
        throw SyntaxError("a key must not be null", at: range, help: "write the key as a plain word")
      }
      if let anchor = data.anchor.map({ String(cString: $0) }) {
        anchors[anchor] = Anchored(range: 0..<0, depth: 0, textSize: text.count, key: value)
      }
      builder.key(text, range: range)
      levels[levels.count - 1].wantsKey = false
      return
    }
    let first = builder.count
    builder.scalar(value.kind, value.text, range: range)
    if let anchor = data.anchor.map({ String(cString: $0) }) {
      anchors[anchor] = Anchored(range: first..<builder.count, depth: 0, textSize: text.count)
    }
    finishValue()
  }

  /// Adds a scalar that stands in the source just as it means: without tag, anchor, escapes or folded lines. That is nearly
  /// every one, and needs no copy.
  private mutating func scalarAsWritten(
    _ text: UnsafeBufferPointer<UInt8>, _ data: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar,
    _ range: Range<Int>
  ) throws(SyntaxError) -> Bool {
    guard data.tag == nil, data.anchor == nil else { return false }
    let isQuoted = data.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || data.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
    guard isQuoted || data.style == YAML_PLAIN_SCALAR_STYLE, isQuoted ? range.count >= 2 : !text.isEmpty else {
      return false
    }
    let inner = isQuoted ? (range.lowerBound + 1)..<(range.upperBound - 1) : range
    guard builder.stands(text, in: inner) else { return false }
    let isKey = levels.last?.wantsKey == true
    var kind = Kind.string
    // What may be null, a boolean or a number starts with one of few letters.
    if !isQuoted, YAMLScalar.mayBeOther(text[0]) {
      let value = YAMLScalar.resolve(Array(text))
      guard value.kind == .string || (value.kind == .number && value.text.elementsEqual(text)) else { return false }
      kind = value.kind
    }
    if isKey {
      builder.verbatim(.key, range: range, isQuoted: isQuoted)
      levels[levels.count - 1].wantsKey = false
      return true
    }
    let isInteger = kind == .number && text.allSatisfy { $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) }
    builder.verbatim(kind, range: range, isQuoted: isQuoted, isPlain: isInteger)
    finishValue()
    return true
  }

  private mutating func alias(_ event: yaml_event_t, start: Int) throws(SyntaxError) {
    let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
    let range = start..<marks.offset(event.end_mark)
    guard let anchored = anchors[name] else {
      let isOpen = levels.contains { $0.anchor == name }
      throw SyntaxError(
        isOpen ? "\"*\(name)\" stands inside what it stands for" : "no anchor \"&\(name)\" stands before this alias",
        at: range, help: isOpen ? "remove the alias" : nil)
    }
    if levels.last?.wantsKey == true {
      throw SyntaxError("a key must be a plain word, not an alias", at: range)
    }
    spent += anchored.range.count
    spentText += anchored.textSize
    if spent > YAMLParser.aliasBudget || spentText > YAMLParser.aliasTextBudget {
      throw SyntaxError(
        "the aliases expand to more than \(YAMLParser.aliasBudget) values, or \(YAMLParser.aliasTextBudget) bytes of text",
        id: "budget", at: range,
        help: "write the values out, or use fewer aliases")
    }
    if levels.count + anchored.depth > JSONParser.maximumDepth {
      throw SyntaxError("more than \(JSONParser.maximumDepth) levels of lists and maps", id: "depth", at: range)
    }
    if let key = anchored.key {
      builder.scalar(key.kind, key.text, range: range)
    } else {
      builder.splice(anchored.range, at: range)
    }
    if let last = levels.indices.last { levels[last].depth = max(levels[last].depth, anchored.depth + 1) }
    finishValue()
  }
}
