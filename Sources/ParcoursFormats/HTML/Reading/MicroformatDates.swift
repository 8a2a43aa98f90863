/// Dates and times as microformats write them.
enum MicroformatDates {
  /// The value of a date's element: as precise as it was written. Nil where only its text says it.
  static func value(_ page: Page, _ index: Int) -> String? {
    let parts = page.valueElements(in: index)
    if !parts.isEmpty { return combined(parts.map { part(page, $0) }) }
    switch page[index].name {
    case "time", "ins", "del": return page[index, "datetime"]
    case "abbr": return page[index, "title"]
    case "data", "input": return page[index, "value"]
    default: return nil
    }
  }

  private static func part(_ page: Page, _ index: Int) -> String {
    if page.classes(index).contains("value-title"), let title = page[index, "title"] { return title.trimmed }
    let attribute: String? =
      switch page[index].name {
      case "img", "area": page[index, "alt"]
      case "data": page[index, "value"]
      case "abbr": page[index, "title"]
      case "time", "ins", "del": page[index, "datetime"]
      default: nil
      }
    return attribute?.trimmed ?? page.plainText(index)
  }

  /// A date, a time and a zone that stand apart, together (the value class pattern).
  private static func combined(_ parts: [String]) -> String {
    var date: String?
    var time: String?
    var zone: String?
    for part in parts {
      if part.contains("T"), part.first?.isNumber == true { return part }
      if part == "Z" || part.hasPrefix("+") || part.hasPrefix("-") {
        zone = zone ?? part
      } else if part.contains(":") || part.lowercased().hasSuffix("am") || part.lowercased().hasSuffix("pm") {
        time = time ?? twentyFourHours(part)
      } else if part.first?.isNumber == true {
        date = date ?? part
      }
    }
    return [date, time.map { $0 + (zone ?? "") }].compactMap(\.self).joined(separator: " ")
  }

  private static func twentyFourHours(_ text: String) -> String {
    let lower = text.lowercased().filter { $0 != "." && $0 != " " }
    guard lower.hasSuffix("am") || lower.hasSuffix("pm") else { return text }
    var fields = lower.dropLast(2).split(separator: ":").map { Int($0) ?? 0 }
    if fields.count == 1 { fields.append(0) }
    guard !fields.isEmpty else { return text }
    fields[0] = fields[0] % 12 + (lower.hasSuffix("pm") ? 12 : 0)
    return fields.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
