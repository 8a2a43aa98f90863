package import ParcoursSource
internal import ParcoursModel
internal import ParcoursSyntax

/// A theme: a style sheet over the one structure, and a manifest with its name, fonts and variables.
public struct Theme: Sendable {
  /// What `--theme` knows it by.
  public var name: String
  /// One line for lists.
  public var summary: String
  /// The style sheet of a page: the variables, then the rules.
  public var css: String
  /// Whether the path's picture stands in the page.
  public var showsPicture: Bool
  /// Sections that come first, by their ids.
  public var sections: [String]
  /// The variables as they are on paper.
  var paper: [String: String] = [:]

  /// Makes a theme.
  public init(name: String, summary: String, css: String, showsPicture: Bool = false, sections: [String] = []) {
    self.name = name
    self.summary = summary
    self.css = css
    self.showsPicture = showsPicture
    self.sections = sections
  }

  /// A page without any dress.
  public static let none = Theme(name: "none", summary: "no style at all", css: "")

  /// The sections of a page in their usual order.
  public static let sectionIDs = [
    "summary", "now", "path", "next", "skills", "studies", "projects", "certificates", "publications", "awards",
    "languages", "services", "recommendations", "interests",
  ]

  /// A style sheet with the values that variables have on paper in their places: engines that set paper know variables in
  /// part only.
  func onPaper(_ css: String) -> String { String(decoding: onPaper(css.utf8[...], depth: 0), as: UTF8.self) }

  private func onPaper(_ css: Substring.UTF8View, depth: Int) -> [UInt8] {
    var result: [UInt8] = []
    var rest = css
    let start = Array("var(--".utf8)
    while let byte = rest.first {
      // A name that merely ends with these letters is another function's.
      let isWhole = result.last.map { !Self.isNameByte($0) } ?? true
      guard byte == 0x76, isWhole, depth < 8, rest.starts(with: start), let end = Self.closing(rest) else {
        result.append(byte)
        rest = rest.dropFirst()
        continue
      }
      let inner = rest[rest.index(rest.startIndex, offsetBy: start.count)..<end]
      let name = String(decoding: inner.prefix { $0 != 0x2C }, as: UTF8.self).trimmed
      if let value = paper[name] {
        result += Array(value.utf8)
      } else {
        let fallback = onPaper(inner.drop { $0 != 0x2C }.dropFirst(), depth: depth + 1)
        result += Array(String(decoding: fallback, as: UTF8.self).trimmed.utf8)
      }
      rest = rest[end...].dropFirst()
    }
    return result
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x5F
      || byte == 0x5C || byte >= 0x80
  }

  /// Where the parenthesis closes that a text opens first.
  private static func closing(_ text: Substring.UTF8View) -> Substring.UTF8View.Index? {
    var depth = 0
    for index in text.indices {
      if text[index] == 0x28 { depth += 1 }
      if text[index] == 0x29 {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// Reads a theme: its manifest (YAML) and its rules, on top of the rules that all themes stand on.
  ///
  /// What could fetch anything or leave the style sheet is refused: imports, addresses other than `data:` of images and
  /// fonts, and `<`.
  package static func read(manifest: SourceText, style: SourceText, foundation: String, isTrusted: Bool = false) -> (
    theme: Theme?, [SourceFindingsOfTheme]
  ) {
    var findings = ManifestReader(source: manifest)
    findings.read()
    let found = isTrusted ? [] : StyleSheet.problems(in: style)
    var all: [SourceFindingsOfTheme] = []
    if !findings.diagnostics.isEmpty { all.append((manifest, findings.diagnostics)) }
    if !found.isEmpty { all.append((style, found)) }
    guard !all.contains(where: { $0.diagnostics.contains { $0.severity == .error } }), var theme = findings.theme else {
      return (nil, all)
    }
    theme.paper = findings.paper
    theme.css = findings.variables + foundation + String(decoding: style.bytes, as: UTF8.self)
    if !isTrusted {
      // What variables make of the rules is looked through once more.
      let set = StyleSheet.problems(in: SourceText(name: style.name, text: theme.onPaper(theme.css)))
      if let first = set.first {
        var finding = first
        finding.location = nil
        return (nil, all + [(style, [finding])])
      }
    }
    return (theme, all)
  }
}

/// A file of a theme and what is wrong in it.
package typealias SourceFindingsOfTheme = (source: SourceText, diagnostics: [Diagnostic])

/// Reads `theme.yaml`.
private struct ManifestReader {
  let source: SourceText
  var theme: Theme?
  var diagnostics: [Diagnostic] = []
  /// The `:root` rules.
  var variables = ""
  /// The variables as they are on paper: the light ones, then those for print.
  var paper: [String: String] = [:]

  init(source: SourceText) { self.source = source }

  private static let keys = ["name", "description", "picture", "sections", "fonts", "variables"]

  mutating func read() {
    let document: Document
    do throws(SyntaxError) {
      document = try YAMLParser.parse(source)
    } catch {
      diagnostics.append(error.diagnostic)
      return
    }
    guard document.kind(0) == .object else {
      complain("a theme's manifest is a map of name, description, fonts and variables", document.root.range)
      return
    }
    var theme = Theme(name: "", summary: "", css: "")
    var root = ""
    for member in document.root.members {
      switch member.key {
      case "name": theme.name = text(member.value) ?? ""
      case "description": theme.summary = text(member.value) ?? ""
      case "picture":
        if let flag = member.value.bool {
          theme.showsPicture = flag
        } else {
          complain("`picture` is true or false", member.value.range)
        }
      case "sections":
        for element in member.value.elements {
          guard let id = element.string, Theme.sectionIDs.contains(id) else {
            complain(
              "there is no such section; sections are \(Theme.sectionIDs.joined(separator: ", "))", element.range)
            continue
          }
          theme.sections.append(id)
        }
      case "fonts":
        for font in member.value.members where ["text", "heading"].contains(font.key) {
          let names = font.value.string.map { [$0] } ?? font.value.elements.compactMap(\.string)
          let families = names.compactMap { family($0, font.value.range) }.joined(separator: ",")
          root += "--\(font.key)-font:\(families);"
          paper["\(font.key)-font"] = families
        }
      case "variables": readVariables(member.value, root: &root)
      default:
        let near = Spelling.nearest(to: member.key, among: Self.keys)
        diagnostics.append(
          Diagnostic(
            id: "theme", severity: .warning, "a theme has no \"\(member.key)\"", at: member.keyRange,
            help: near.map { "did you mean `\($0)`?" }))
      }
    }
    if theme.name.isEmpty { complain("the theme has no name", document.root.range) }
    self.theme = theme
  }

  private mutating func readVariables(_ value: Node, root: inout String) {
    var light = root
    for mode in value.members {
      var rules = ""
      for variable in mode.value.members {
        let isName =
          !variable.key.isEmpty
          && variable.key.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
        guard isName, let text = variable.value.string ?? variable.value.numberText, StyleSheet.isPlainValue(text)
        else {
          complain(
            "a variable is a name in small letters and a plain value: a colour, a length, a number",
            variable.value.range)
          continue
        }
        rules += "--\(variable.key):\(text);"
        if mode.key != "dark" { paper[variable.key] = text }
      }
      switch mode.key {
      case "light": light += rules
      case "dark": variables += "@media (prefers-color-scheme:dark){:root{\(rules)}}\n"
      case "print": variables += "@media print{:root{\(rules)}}\n"
      default: complain("variables are for `light`, `dark` or `print`", mode.keyRange)
      }
    }
    variables = ":root{\(light)}\n" + variables
    root = ""
  }

  /// A family of fonts: quoted where it is not one of CSS's own words.
  private mutating func family(_ name: String, _ range: Range<Int>) -> String? {
    guard !name.isEmpty,
      name.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || $0.properties.numericType != nil || " -_.".unicodeScalars.contains($0)
      })
    else {
      complain("\"\(name)\" is no name of a font on the reader's system", range)
      return nil
    }
    let words = [
      "system-ui", "sans-serif", "serif", "monospace", "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded",
      "cursive",
    ]
    return words.contains(name) ? name : "\"\(name)\""
  }

  private mutating func text(_ node: Node) -> String? {
    guard let text = node.string, !text.isEmpty else {
      complain("a text is wanted here", node.range)
      return nil
    }
    return text
  }

  private mutating func complain(_ message: Message, _ range: Range<Int>) {
    diagnostics.append(Diagnostic(id: "theme", message, at: range))
  }
}
