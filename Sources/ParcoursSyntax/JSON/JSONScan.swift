internal import ParcoursSource

/// One parse: the tape that grows, and the loop that grows it. Open containers are linked through their entries' sizes.
struct JSONScan {
  var entries: [Entry] = []
  var pool: [UInt8] = []
  var duplicates: [DuplicateKey] = []

  init(capacity: Int) {
    entries.reserveCapacity(capacity + 16)
  }

  mutating func parse(_ bytes: Span<UInt8>, from start: Int) throws(SyntaxError) {
    var index = JSONText.skipSpace(bytes, start)
    var open = 0  // index of the open container, plus one
    var inObject = false
    var depth = 0
    values: while true {
      guard index < bytes.count else { throw end(of: bytes, open: open) }
      switch bytes[index] {
      case 0x7B, 0x5B:
        let isObject = bytes[index] == 0x7B
        depth += 1
        if depth > JSONParser.maximumDepth {
          throw SyntaxError(
            "more than \(JSONParser.maximumDepth) levels of arrays and objects", id: "depth", at: index,
            help: "no profile needs that; flatten the data")
        }
        entries.append(Entry(isObject ? .object : .array, start: index, end: index, size: UInt32(open)))
        open = entries.count
        inObject = isObject
        index = JSONText.skipSpace(bytes, index + 1)
        if index < bytes.count, bytes[index] == (isObject ? 0x7D : 0x5D) { break }
        if isObject { index = try key(bytes, index, open: open) }
        continue values
      case 0x22: index = try string(bytes, index, kind: .string)
      case 0x2D, 0x30...0x39: index = try number(bytes, index)
      case 0x74: index = try literal(bytes, index, "true", .bool, Entry.plain)
      case 0x66: index = try literal(bytes, index, "false", .bool, 0)
      case 0x6E: index = try literal(bytes, index, "null", .null, 0)
      default: throw JSONText.unexpected(bytes, index, wanted: "a value")
      }
      // After a value: commas, and the ends of containers.
      while true {
        index = JSONText.skipSpace(bytes, index)
        if open == 0 {
          if index < bytes.count {
            throw JSONText.unexpected(bytes, index, wanted: "the end of the text")
          }
          return
        }
        guard index < bytes.count else { throw end(of: bytes, open: open) }
        let byte = bytes[index]
        if byte == 0x2C {
          index = JSONText.skipSpace(bytes, index + 1)
          if inObject { index = try key(bytes, index, open: open) }
          continue values
        }
        guard byte == (inObject ? 0x7D : 0x5D) else {
          throw JSONText.unexpected(bytes, index, wanted: inObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
        }
        index += 1
        let closed = open - 1
        open = Int(entries[closed].size)
        entries[closed].end = UInt32(truncatingIfNeeded: index)
        entries[closed].size = UInt32(entries.count - closed)
        if inObject { KeyCheck.appendDuplicates(of: closed, entries, pool, bytes, to: &duplicates) }
        inObject = open > 0 && entries[open - 1].kind == .object
        depth -= 1
      }
    }
  }

  private func end(of bytes: Span<UInt8>, open: Int) -> SyntaxError {
    if open == 0 {
      return SyntaxError("the text is empty", at: bytes.count..<bytes.count, help: "write a JSON value")
    }
    let entry = entries[open - 1]
    return SyntaxError(
      "the text ends inside the \(entry.kind == .object ? "object" : "array") that starts here", at: Int(entry.start))
  }

  private mutating func key(_ bytes: Span<UInt8>, _ at: Int, open: Int) throws(SyntaxError) -> Int {
    guard at < bytes.count else { throw end(of: bytes, open: open) }
    guard bytes[at] == 0x22 else {
      throw JSONText.unexpected(
        bytes, at, wanted: "a key in double quotes",
        help: bytes[at] == 0x7D ? "remove the comma before it" : nil)
    }
    let after = JSONText.skipSpace(bytes, try string(bytes, at, kind: .key))
    guard after < bytes.count, bytes[after] == 0x3A else {
      if after >= bytes.count { throw end(of: bytes, open: open) }
      throw JSONText.unexpected(bytes, after, wanted: "\":\"")
    }
    return JSONText.skipSpace(bytes, after + 1)
  }

  private mutating func literal(
    _ bytes: Span<UInt8>, _ start: Int, _ word: StaticString, _ kind: Kind, _ flags: UInt32
  ) throws(SyntaxError) -> Int {
    let length = word.utf8CodeUnitCount
    guard start + length <= bytes.count else { throw JSONText.unexpected(bytes, start, wanted: "a value") }
    for offset in 0..<length where bytes[start + offset] != word.withUTF8Buffer({ $0[offset] }) {
      throw JSONText.unexpected(bytes, start, wanted: "a value")
    }
    entries.append(Entry(kind, flags: flags, start: start, end: start + length))
    return start + length
  }

  private mutating func number(_ bytes: Span<UInt8>, _ start: Int) throws(SyntaxError) -> Int {
    var index = start
    @inline(__always) func isDigit(_ at: Int) -> Bool { at < bytes.count && bytes[at] &- 0x30 <= 9 }
    if bytes[index] == 0x2D { index += 1 }
    guard isDigit(index) else { throw SyntaxError("a number needs a digit after \"-\"", at: start..<index) }
    if bytes[index] == 0x30 {
      index += 1
      if isDigit(index) {
        throw SyntaxError("a number must not start with 0", at: start..<(index + 1), help: "quote it, or drop the 0")
      }
    } else {
      while isDigit(index) { index += 1 }
    }
    var flags = Entry.plain
    if index < bytes.count, bytes[index] == 0x2E {
      flags = 0
      index += 1
      guard isDigit(index) else { throw SyntaxError("a number needs a digit after \".\"", at: start..<index) }
      while isDigit(index) { index += 1 }
    }
    if index < bytes.count, bytes[index] | 0x20 == 0x65 {
      flags = 0
      index += 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      guard isDigit(index) else { throw SyntaxError("a number needs a digit in its exponent", at: start..<index) }
      while isDigit(index) { index += 1 }
    }
    entries.append(Entry(.number, flags: flags, start: start, end: index))
    return index
  }

  private mutating func string(_ bytes: Span<UInt8>, _ start: Int, kind: Kind) throws(SyntaxError) -> Int {
    var index = start + 1
    var isEscaped = false
    let count = bytes.count
    let raw = bytes.bytes
    scan: while true {
      while index &+ 8 <= count {
        let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        let stop = JSONText.stops(word)
        if stop == 0 {
          index &+= 8
          continue
        }
        index &+= stop.trailingZeroBitCount >> 3
        break
      }
      guard index < count else {
        throw SyntaxError("the string that starts here has no end", at: start)
      }
      let byte = bytes[index]
      if byte == 0x22 { break scan }
      if byte == 0x5C {
        isEscaped = true
        index = try JSONText.skipEscape(bytes, index)
      } else if byte < 0x20 {
        throw SyntaxError(
          "a control character must be escaped in a string", at: index,
          help: byte == 0x0A ? "write \\n, or close the string" : "write \\u00\(String(byte, radix: 16, padding: 2))")
      } else if byte < 0x80 {
        index &+= 1
      } else {
        repeat {
          let length = Encoding.sequenceLength(bytes, at: index)
          guard length > 0 else {
            throw SyntaxError(
              "byte 0x\(String(bytes[index], radix: 16, padding: 2)) at offset \(index) is not UTF-8", id: "encoding",
              at: index, help: "save the file as UTF-8")
          }
          index &+= length
        } while index < count && bytes[index] >= 0x80
      }
    }
    var flags = Entry.quoted
    var size: UInt32 = 0
    if isEscaped {
      flags |= Entry.pooled
      size = UInt32(pool.count)
      JSONText.decode(bytes, (start + 1)..<index, into: &pool)
    } else if kind == .key {
      size = KeyTable.hash(bytes, (start + 1)..<index)
    }
    entries.append(Entry(kind, flags: flags, start: start, end: index + 1, size: size))
    return index + 1
  }
}

extension String {
  init(_ value: some BinaryInteger, radix: Int, padding: Int) {
    self.init(value, radix: radix)
    while utf8.count < padding { insert("0", at: startIndex) }
  }
}
