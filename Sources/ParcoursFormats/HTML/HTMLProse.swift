internal import ParcoursModel
internal import ParcoursSyntax

extension HTMLPage {
  /// Prose as paragraphs and lists. Every line of the text is a paragraph, unless marks hold lines together.
  mutating func paragraphs(_ version: LocalizedText.Version, class names: String? = nil) {
    let prose = Prose(version)
    out.element("div", [("class", names), ("lang", mark(version))]) {
      prose.write(Markup(version.text).blocks, to: &$0)
    }
    out.newLine()
  }

  /// Prose within a line.
  mutating func inline(_ name: StaticString, _ version: LocalizedText.Version?) {
    guard let version else { return }
    let prose = Prose(version)
    out.element(name, [("lang", mark(version))]) { prose.write(Markup(version.text).inlines, to: &$0) }
  }

  /// Texts of prose as items.
  mutating func items(_ texts: [LocalizedText]) {
    let versions = texts.compactMap(text)
    guard !versions.isEmpty else { return }
    out.raw(trusted: "<ul>\n")
    for version in versions {
      let markup = Markup(version.text)
      if markup.hasMarks {
        let prose = Prose(version)
        out.element("li", [("lang", mark(version))]) { prose.writeItem(markup.blocks, to: &$0) }
      } else {
        write("li", LocalizedText.Version(language: version.language, text: markup.plain))
      }
      out.newLine()
    }
    out.raw(trusted: "</ul>\n")
  }
}

/// Writes what marks mean as elements; text and addresses are escaped, and an address that is not safe is text.
struct Prose {
  private let words: Wording

  init(_ version: LocalizedText.Version) { words = Wording(version.language ?? "en") }

  func write(_ blocks: [Markup.Block], to out: inout HTMLText) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines):
        for line in Self.lines(inlines) { out.element("p") { write(line, to: &$0) } }
      case .list(let items, let start): list(items, start, to: &out)
      }
    }
  }

  /// The lines of a paragraph, those put together that were broken to fit into a file: a long one in the middle of a sentence.
  private static func lines(_ inlines: [Markup.Inline]) -> [[Markup.Inline]] {
    var lines: [[Markup.Inline]] = []
    for part in inlines.split(whereSeparator: { $0 == .lineBreak }) {
      let line = Array(part)
      if let before = lines.last, isBroken(Markup.plain(before), before: Markup.plain(line)) {
        lines[lines.count - 1] = before + [.text(" ")] + line
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private static func isBroken(_ line: String, before next: String) -> Bool {
    guard line.utf8.count >= 50, let last = line.last(where: { !$0.isWhitespace }),
      let first = next.first(where: { !$0.isWhitespace })
    else { return false }
    return first.isLowercase && (last.isLetter || last.isNumber || ",;’'".contains(last))
  }

  /// An item's own text stands in it as it is; what follows does as blocks.
  func writeItem(_ blocks: [Markup.Block], to out: inout HTMLText) {
    guard case .paragraph(let first)? = blocks.first else { return write(blocks, to: &out) }
    write(first, to: &out)
    write(Array(blocks.dropFirst()), to: &out)
  }

  private func list(_ items: [[Markup.Block]], _ start: Int?, to out: inout HTMLText) {
    let name: StaticString = start == nil ? "ul" : "ol"
    out.element(name, [("start", start.flatMap { $0 == 1 ? nil : String($0) })]) { out in
      for item in items { out.element("li") { writeItem(item, to: &$0) } }
    }
  }

  func write(_ inlines: [Markup.Inline], to out: inout HTMLText) {
    for inline in inlines {
      switch inline {
      case .text(let text): out.write(words.typeset(text))
      case .code(let text): out.element("code", text: text)
      case .lineBreak: out.void("br", [])
      case .emphasis(let inner): out.element("em") { write(inner, to: &$0) }
      case .strong(let inner): out.element("strong") { write(inner, to: &$0) }
      case .link(let label, let address): link(label, address, to: &out)
      }
    }
  }

  private func link(_ label: [Markup.Inline], _ address: String, to out: inout HTMLText) {
    let isMail = address.lowercased().hasPrefix("mailto:")
    guard let safe = isMail ? SafeURL.mail(String(address.dropFirst(7))) : SafeURL.web(address) else {
      // What cannot be followed is told.
      return out.write(Markup.plain([.link(label, address: address)]))
    }
    out.element("a", [("href", safe)]) { out in
      if label.isEmpty { out.write(SafeURL.label(address)) } else { write(label, to: &out) }
    }
  }
}
