internal import ParcoursModel

/// Values as archives write them.
enum ArchiveValue {
  /// A date of any shape that was seen: `Jan 2019`, `2019`, `09 Jan 2019`, `Jan 9, 2019`, `9/14/17, 9:05 AM`,
  /// `2021/10/01 10:00:00 UTC`, `Tue Aug 01 10:00:00 UTC 2019`, `09-Jan-19`, months in English, French and German.
  static func date(_ text: String) -> PartialDate? {
    let text = text.collapsed
    if let date = DateWords.date(text) { return date }
    // A time behind a date says nothing here.
    if let comma = text.firstIndex(of: ","), text[comma...].contains(":") { return date(String(text[..<comma])) }
    if text.hasSuffix(" UTC"), let space = text.firstIndex(of: " ") {
      let day = text[..<space].split(separator: "/").compactMap { Int($0) }
      if day.count == 3, day[0] > 999 { return PartialDate(year: day[0], month: day[1], day: day[2]) }
    }
    let words = text.split(separator: " ").map(String.init)
    if words.count == 6, words[3].contains(":"), let month = DateWords.month(words[1]), let day = Int(words[2]),
      let year = Int(words[5])
    {
      return PartialDate(year: year, month: month, day: day)
    }
    let slashes = text.split(separator: "/").compactMap { Int($0) }
    // LinkedIn writes the month first; a month over twelve is a day.
    if slashes.count == 3, text.split(separator: "/").count == 3 {
      let year = century(slashes[2])
      if slashes[0] <= 12 { return PartialDate(year: year, month: slashes[0], day: slashes[1]) }
      return PartialDate(year: year, month: slashes[1], day: slashes[0])
    }
    let dashes = text.split(separator: "-").map(String.init)
    if dashes.count == 3, let day = Int(dashes[0]), let month = DateWords.month(dashes[1]), let year = Int(dashes[2]) {
      return PartialDate(year: century(year), month: month, day: day)
    }
    if let space = text.firstIndex(of: " "), text[space...].contains(":") { return date(String(text[..<space])) }
    return nil
  }

  private static func century(_ year: Int) -> Int { year < 100 ? year + (year < 70 ? 2_000 : 1_900) : year }

  /// A description taken apart again: LinkedIn flattens lines to runs of spaces, and bullets to signs between them.
  /// Text behind bullets would lose its place: then all of it stays one text.
  static func description(_ text: String) -> (summary: LocalizedText?, highlights: [LocalizedText]) {
    let lines = lines(text)
    let bodies = lines.map(bullet)
    let paragraphs = paragraphs(text)
    guard let first = bodies.firstIndex(where: { $0 != nil }) else {
      return (paragraphs.isEmpty ? nil : LocalizedText(paragraphs), [])
    }
    guard bodies[first...].allSatisfy({ $0 != nil }) else { return (LocalizedText(paragraphs), []) }
    let rows = paragraphs.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let plain = rows.prefix { bullet($0) == nil }.joined(separator: "\n").trimmed
    return (
      plain.isEmpty ? nil : LocalizedText(plain),
      bodies[first...].compactMap { $0 }.filter { !$0.isEmpty }.map { LocalizedText($0) }
    )
  }

  private static let signs: Set<Character> = ["•", "●", "▪", "◦", "‣", "■", "·"]

  /// What stands behind a line's bullet; nil where it has none.
  private static func bullet(_ line: String) -> String? {
    guard let first = line.first,
      signs.contains(first) || (first == "-" || first == "*" || first == "–") && line.dropFirst().first == " "
    else { return nil }
    return String(line.dropFirst()).trimmed
  }

  /// A text with its lines set apart, and the empty lines between its paragraphs, one each.
  static func paragraphs(_ text: String) -> String {
    var result: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let parts = lines(String(line))
      if parts.isEmpty, result.last?.isEmpty ?? true { continue }
      result += parts.isEmpty ? [""] : parts
    }
    while result.last?.isEmpty ?? false { result.removeLast() }
    return result.joined(separator: "\n")
  }

  /// A text's lines, those that were flattened too.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      var rest = ""
      var spaces = 0
      var parts: [String] = []
      for character in line {
        if character == " " || character == "\u{A0}" || character == "\t" {
          spaces += 1
          continue
        }
        // A sign between words begins a line; so do words behind two spaces and more.
        let isSign = signs.contains(character) && (rest.isEmpty || spaces > 0) && character != "·"
        if !rest.isEmpty, isSign || spaces > 1 {
          parts.append(rest)
          rest = ""
        } else if spaces > 0, !rest.isEmpty {
          rest += " "
        }
        spaces = 0
        rest.append(character)
      }
      if !rest.isEmpty { parts.append(rest) }
      lines += parts
    }
    return lines.filter { !$0.isEmpty }
  }

  /// References of HTML as the characters they stand for, once.
  static func withoutEntities(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    let known = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "eacute": "é", "egrave": "è",
      "agrave": "à", "ccedil": "ç", "rsquo": "’", "hellip": "…", "ndash": "–", "mdash": "—", "bull": "•",
    ]
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let tail = rest[rest.index(after: start)...]
      guard let end = tail.prefix(10).firstIndex(of: ";"), let character = character(String(tail[..<end]), known) else {
        result += "&"
        rest = tail
        continue
      }
      result += character
      rest = tail[tail.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: String, _ known: [String: String]) -> String? {
    if let character = known[name] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).flatMap { $0.value < 0x20 ? nil : String(Character($0)) }
  }

  /// `[PERSONAL:https://…,COMPANY:https://…]`, with brackets and kinds or without, as kinds and values.
  static func tagged(_ text: String) -> [(kind: String?, value: String)] {
    var text = text
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    return text.split(separator: ",").map { $0.description.trimmed }.filter { !$0.isEmpty }.map { part in
      guard let colon = part.firstIndex(of: ":") else { return (nil, part) }
      let kind = part[..<colon]
      let value = part[part.index(after: colon)...]
      guard !value.hasPrefix("//"), kind.allSatisfy({ $0.isLetter || $0 == "_" || $0 == " " }) else {
        return (nil, part)
      }
      return (String(kind), String(value).trimmed)
    }
  }

  /// A web address with its scheme; nil where it is none.
  static func address(_ text: String) -> String? {
    // What every connection's address begins with, and letters that are safe anywhere.
    let start = "https://www.linkedin.com/in/"
    if text.hasPrefix(start),
      text.utf8.dropFirst(start.utf8.count).allSatisfy({
        ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || $0 == 0x25 || $0 == 0x5F
      })
    {
      return text
    }
    if SafeURL.web(text) != nil { return text }
    guard !text.contains(" "), text.contains("."), !text.contains(":") else { return nil }
    return SafeURL.web("https://" + text)
  }

  /// LinkedIn's words for how well a language is spoken.
  static func fluency(_ text: String) -> Fluency? {
    let key = text.lowercased().filter { $0.isLetter }
    if key.hasPrefix("native") { return .native }
    if key.hasPrefix("fullprofessional") { return .C1 }
    if key.hasPrefix("professionalworking") { return .B2 }
    if key.hasPrefix("limitedworking") { return .B1 }
    if key.hasPrefix("elementary") { return .A2 }
    return nil
  }

  /// LinkedIn's words for forms of work.
  static func engagement(_ text: String) -> Step.Engagement? {
    let key = text.lowercased().filter { $0.isLetter }
    return Step.Engagement.allCases.first {
      [
        $0.rawValue.lowercased(), Wording("en").engagement($0).lowercased().filter { $0.isLetter },
        Wording("fr").engagement($0).lowercased().filter { $0.isLetter },
      ].contains(key)
    }
  }

  /// The language that texts are in, French or English, by their most frequent small words; nil where neither shows.
  static func language(of texts: [String]) -> String? {
    let french: Set<String> = [
      "le", "la", "les", "des", "et", "une", "pour", "du", "dans", "avec", "sur", "je", "au", "aux", "un", "en",
    ]
    let english: Set<String> = [
      "the", "and", "of", "for", "with", "to", "in", "on", "an", "my", "our", "from", "as", "by", "is",
    ]
    var count = (french: 0, english: 0)
    for text in texts {
      for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        if french.contains(String(word)) { count.french += 1 }
        if english.contains(String(word)) { count.english += 1 }
      }
    }
    if count.french > count.english { return "fr" }
    return count.english > count.french ? "en" : nil
  }
}
