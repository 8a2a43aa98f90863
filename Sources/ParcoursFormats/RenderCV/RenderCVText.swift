internal import ParcoursModel
internal import ParcoursSyntax

/// Prose as RenderCV reads it: emphasis and links by patterns of its own, no lists, no code, and of all backslashes only one
/// before a `*` (RenderCV 2.3).
enum RenderCVText {
  static func text(_ text: String) -> String { Markup(text).text(by: line) }

  /// A name without marks, and the address it links to: every text of RenderCV's may have them.
  static func name(_ text: String) -> (name: String, address: String?) {
    let markup = Markup(text)
    guard markup.hasMarks else { return (markup.plain, nil) }
    var address: String?
    func labels(_ inlines: [Markup.Inline]) -> [Markup.Inline] {
      inlines.map { inline in
        switch inline {
        case .link(let label, let target):
          address = address ?? SafeURL.web(target)
          return .emphasis(label.isEmpty ? [.text(target)] : labels(label))
        case .emphasis(let inner), .strong(let inner): return .emphasis(labels(inner))
        case .text, .code, .lineBreak: return inline
        }
      }
    }
    return (Markup.plain(labels(markup.inlines)).collapsed, address)
  }

  private static func line(_ inlines: [Markup.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): return plain(text)
      case .lineBreak: return "\n"
      case .emphasis(let inner): return "*" + line(inner) + "*"
      case .strong(let inner): return "**" + line(inner) + "**"
      case .link(let label, let address):
        // An address ends for it at the first parenthesis.
        guard let safe = SafeURL.web(address), !safe.contains(where: { "()*".contains($0) }), !label.isEmpty,
          !Markup.plain(label).contains("]")
        else {
          return plain(Markup.plain([inline]))
        }
        return "[\(line(label))](\(safe))"
      }
    }.joined()
  }

  /// A text in which nothing is a mark.
  static func plain(_ text: String) -> String {
    text.split(separator: "*", omittingEmptySubsequences: false).joined(separator: "\\*")
      .split(separator: "](", omittingEmptySubsequences: false).joined(separator: "] (")
  }
}
