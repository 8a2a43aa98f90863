internal import ParcoursSource
internal import ParcoursSyntax

/// One run of a program over a document. Recursion is as deep as the document and the schema's references; it allocates
/// nothing but what keywords without an instruction of their own need.
///
/// The arrays are borrowed once and handed down as spans: an array that is read through a reference counts it every time.
struct ProgramRun {
  private let program: Program
  private let schema: Schema
  private let document: Document
  /// How many blocks may still be entered; see `Evaluation.applications`.
  private var remaining: Int
  /// Whether it ran out of blocks or of depth; then nothing that it says is so.
  private var isStopped = false
  private var stepwise: Evaluation?

  // A depth counts levels of schemas in its lower bits, and above them those at the same value.
  private static let levels = (1 << 20) - 1
  private static let hop = 1 << 20

  init(_ program: Program, _ schema: Schema, _ document: Document) {
    self.program = program
    self.schema = schema
    self.document = document
    remaining = Evaluation.limit(for: document)
  }

  mutating func isValid(_ index: Int) -> Bool {
    let (entries, bytes, pool) = (document.entries, document.source.bytes, document.pool)
    let (words, blocks, slots) = (program.words, program.blocks, program.keys.slots)
    let isValid = value(
      program.root, index, 0, entries.span, bytes.span, pool.span, words.span, blocks.span, slots.span)
    return isValid && !isStopped && stepwise?.stop == nil
  }

  @inline(__always)
  private mutating func value(
    _ word: UInt32, _ index: Int, _ depth: Int, _ entries: Span<Entry>, _ bytes: Span<UInt8>, _ pool: Span<UInt8>,
    _ words: Span<UInt32>, _ blocks: Span<Program.Block>, _ slots: Span<KeyTable.Slot>
  ) -> Bool {
    guard word & Program.Word.leaf != 0 else {
      return block(
        Int(word & Program.Word.block), index, depth &+ 1, entries, bytes, pool, words, blocks, slots)
    }
    let entry = entries[index]
    guard word >> UInt32(entry.rawKind) & 1 != 0 || isInteger(word, entry, index) else { return false }
    let format = word >> 8 & 0xFF
    return format == 0 || entry.rawKind != Kind.string.rawValue || hasFormat(Int(format), entry, bytes, pool)
  }

  private func isInteger(_ types: UInt32, _ entry: Entry, _ index: Int) -> Bool {
    types & Program.Word.integer != 0 && entry.rawKind == Kind.number.rawValue
      && (entry.isPlain || JSONNumber(document.text(index)).isInteger)
  }

  private func hasFormat(_ number: Int, _ entry: Entry, _ bytes: Span<UInt8>, _ pool: Span<UInt8>) -> Bool {
    let format = program.formats[number - 1]
    return format.accepts((entry.isPooled ? pool : bytes).extracting(place(entry, pool)))
  }

  private mutating func block(
    _ number: Int, _ index: Int, _ depth: Int, _ entries: Span<Entry>, _ bytes: Span<UInt8>, _ pool: Span<UInt8>,
    _ words: Span<UInt32>, _ blocks: Span<Program.Block>, _ slots: Span<KeyTable.Slot>
  ) -> Bool {
    let block = blocks[number]
    let entry = entries[index]
    remaining &-= 1
    guard remaining > 0, depth & Self.levels < Evaluation.maximumDepth, depth >> 20 < Evaluation.maximumHops else {
      isStopped = true
      return false
    }
    guard block.types >> UInt32(entry.rawKind) & 1 != 0 || isInteger(block.types, entry, index) else { return false }
    switch entry.rawKind {
    case Kind.object.rawValue:
      if block.members >= 0 {
        guard members(block, index, depth, entries, bytes, pool, words, blocks, slots) else { return false }
      }
    case Kind.array.rawValue:
      if block.items != Program.Word.anything {
        guard elements(block, index, depth, entries, bytes, pool, words, blocks, slots) else { return false }
      }
    case Kind.string.rawValue:
      if block.format != 0, !hasFormat(Int(block.format), entry, bytes, pool) { return false }
    default: break
    }
    var op = block.ops
    while op < block.endOfOps {
      guard meets(op, entry, index, depth, entries, bytes, pool, words, blocks, slots) else { return false }
      op &+= 1
    }
    return true
  }

  private mutating func members(
    _ block: Program.Block, _ index: Int, _ depth: Int, _ entries: Span<Entry>, _ bytes: Span<UInt8>,
    _ pool: Span<UInt8>, _ words: Span<UInt32>, _ blocks: Span<Program.Block>, _ slots: Span<KeyTable.Slot>
  ) -> Bool {
    var key = index &+ 1
    let end = index &+ Int(entries[index].size)
    var missing = block.required
    while key < end {
      let entry = entries[key]
      var id: UInt16
      if entry.isPooled {
        let range = TextPool.range(pool, at: Int(entry.size))
        id = KeyTable.find(slots, pool, range, hash: KeyTable.hash(pool, range))
        if range.count > 16, id != 0, !program.keys.isExact(id, pool, range) { id = 0 }
      } else {
        let range = entry.textRange
        id = KeyTable.find(slots, bytes, range, hash: entry.size)
        if range.count > 16, id != 0, !program.keys.isExact(id, bytes, range) { id = 0 }
      }
      let word = words[block.members &+ Int(id)]
      if word & Program.Word.required != 0 { missing &-= 1 }
      let wanted = word & ~Program.Word.required
      if wanted != Program.Word.anything {
        guard value(wanted, key &+ 1, depth & Self.levels, entries, bytes, pool, words, blocks, slots) else {
          return false
        }
      }
      let value = entries[key &+ 1]
      key &+= value.isContainer ? 1 &+ Int(value.size) : 2
    }
    return missing == 0
  }

  private mutating func elements(
    _ block: Program.Block, _ index: Int, _ depth: Int, _ entries: Span<Entry>, _ bytes: Span<UInt8>,
    _ pool: Span<UInt8>, _ words: Span<UInt32>, _ blocks: Span<Program.Block>, _ slots: Span<KeyTable.Slot>
  ) -> Bool {
    var element = index &+ 1
    let end = index &+ Int(entries[index].size)
    var position = 0
    while element < end {
      if position >= block.firstItem {
        guard value(block.items, element, depth & Self.levels, entries, bytes, pool, words, blocks, slots) else {
          return false
        }
      }
      position &+= 1
      let entry = entries[element]
      element &+= entry.isContainer ? Int(entry.size) : 1
    }
    return true
  }

  private mutating func meets(
    _ op: Int, _ entry: Entry, _ index: Int, _ depth: Int, _ entries: Span<Entry>, _ bytes: Span<UInt8>,
    _ pool: Span<UInt8>, _ words: Span<UInt32>, _ blocks: Span<Program.Block>, _ slots: Span<KeyTable.Slot>
  ) -> Bool {
    func value(_ run: inout ProgramRun, _ word: UInt32) -> Bool {
      run.value(word, index, depth &+ Self.hop, entries, bytes, pool, words, blocks, slots)
    }
    switch program.ops[op] {
    case .all(let word): return value(&self, word)
    case .any(let alternatives):
      for word in alternatives where value(&self, word) { return true }
      return false
    case .one(let alternatives):
      var count = 0
      for word in alternatives where value(&self, word) {
        count += 1
        if count > 1 { return false }
      }
      return count == 1
    case .not(let word): return !value(&self, word)
    case .conditional(let word, let then, let otherwise):
      let branch = value(&self, word) ? then : otherwise
      return value(&self, branch)
    case .strings(let table):
      guard entry.kind == .string else { return false }
      let text = (entry.isPooled ? pool : bytes).extracting(place(entry, pool))
      return table.find(text, 0..<text.count) != 0
    case .length(let range):
      guard entry.kind == .string else { return true }
      let text = (entry.isPooled ? pool : bytes).extracting(place(entry, pool))
      var count = 0
      for index in text.indices where text[index] & 0xC0 != 0x80 { count &+= 1 }
      return range.contains(count)
    case .items(let range): return entry.kind != .array || range.contains(count(index, entries, step: 1))
    case .members(let range): return entry.kind != .object || range.contains(count(index, entries, step: 2))
    case .limits(let range, let keyword):
      guard entry.kind == .number else { return true }
      let text = (entry.isPooled ? pool : bytes).extracting(place(entry, pool))
      guard entry.isPlain, let value = shortInteger(text) else { return general(keyword, index) }
      return range.contains(value)
    case .pattern(let automaton):
      guard entry.kind == .string else { return true }
      return automaton.matches((entry.isPooled ? pool : bytes).extracting(place(entry, pool)))
    case .general(let keyword): return general(keyword, index)
    }
  }

  /// Where the text of an entry stands in the pool, or else in the source.
  @inline(__always)
  private func place(_ entry: Entry, _ pool: Span<UInt8>) -> Range<Int> {
    entry.isPooled ? TextPool.range(pool, at: Int(entry.size)) : entry.textRange
  }

  private func count(_ index: Int, _ entries: Span<Entry>, step: Int) -> Int {
    var at = index &+ step
    let end = index &+ Int(entries[index].size)
    var count = 0
    while at < end {
      count &+= 1
      let entry = entries[at]
      at &+= (entry.isContainer ? Int(entry.size) : 1) &+ (step &- 1)
    }
    return count
  }

  /// The value of an integer of at most eighteen digits.
  private func shortInteger(_ text: Span<UInt8>) -> Int64? {
    guard text.count <= 18 else { return nil }
    var value: Int64 = 0
    let isNegative = text.count > 0 && text[0] == 0x2D
    for index in (isNegative ? 1 : 0)..<text.count { value = value &* 10 &+ Int64(text[index] &- 0x30) }
    return isNegative ? -value : value
  }

  private mutating func general(_ keyword: Int, _ index: Int) -> Bool {
    var run = stepwise ?? Evaluation(schema: schema, document: document, isCollecting: false)
    stepwise = nil
    defer { stepwise = run }
    return program.keywords[keyword].evaluate(index, &run)
  }
}
