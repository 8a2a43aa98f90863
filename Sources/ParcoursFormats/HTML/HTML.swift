public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// The page that people look at.
  public static let shownPage = html

  /// A web page that machines can read: JSON-LD, h-resume, and the model itself for the way back.
  public static let html = Format(
    id: "html",
    summary:
      "a web page for people, printers and machines; read back without loss, and so is anyone's page as far as it goes",
    names: ["*.html", "*.htm", "*.xhtml"], mediaType: "text/html",
    capabilities: [.marks, .page, .oneLanguage, .linked, .lossless],
    detect: { $0.syntax == .html ? .mark : .none }, read: HTMLReader().read, write: HTMLWriter().write)
}

/// Reads a person from a page: from the identity a page of ours carries, else from what the page says to machines (JSON-LD,
/// microformats, microdata, RDFa, in this order; what one does not say is taken from the next), else from its headings.
struct HTMLReader: Sendable {
  func read(_ input: Input) -> Reading {
    do throws(SyntaxError) {
      let page = Page(try input.markup.get())
      if let script = page.nodes.indices.first(where: { page[$0].name == "script" && page[$0, "data-parcours"] != nil })
      {
        return try Self.own(page, script, input.source)
      }
      return ForeignPage(page).reading.escapedTexts
    } catch {
      return Reading(identity: nil, diagnostics: [error.diagnostic])
    }
  }

  /// What a page of ours carries; what is wrong inside the script is told at the script.
  private static func own(_ page: Page, _ script: Int, _ source: SourceText) throws(SyntaxError) -> Reading {
    let text = page[script].children.map { page[$0].text }.joined()
    let range = page[script].range
    do throws(SyntaxError) {
      var reading = Canonical.read(try JSONParser.parse(SourceText(name: source.name, bytes: Array(text.utf8))))
      reading.diagnostics = reading.diagnostics.map {
        var diagnostic = $0
        diagnostic.range = range
        diagnostic.notes = []
        return diagnostic
      }
      reading.sourceMap = SourceMap { _ in range }
      return reading
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.range = range
      diagnostic.notes = []
      return Reading(identity: nil, diagnostics: [diagnostic])
    }
  }
}

/// A page that is not ours.
private struct ForeignPage {
  let page: Page
  private var diagnostics: [Diagnostic] = []

  init(_ page: Page) { self.page = page }

  var reading: Reading {
    var run = self
    return run.read()
  }

  private mutating func read() -> Reading {
    var harvests: [Harvest] = []
    var linked = JSONLDGraphReader()
    for index in page.nodes.indices where page[index].name == "script" {
      guard let type = page[index, "type"]?.lowercased(), type.hasPrefix("application/ld+json") else { continue }
      linked.read(page[index].children.map { page[$0].text }.joined(), at: page[index].range.lowerBound)
    }
    linked.resolve()
    diagnostics += linked.diagnostics
    if let mapping = SchemaMapping(linked.graph, roots: linked.roots, origin: .jsonLD) {
      harvests.append(mapping.harvest)
    }
    let location = canonical
    let microformats = Microformats(page, location: location)
    if let mapping = MicroformatsMapping(microformats) { harvests.append(mapping.harvest) }
    warnOfHidden(microformats.items)
    var microdata = MarkupGraphReader(page, base: page.base(location))
    microdata.readMicrodata()
    if let mapping = SchemaMapping(microdata.graph, roots: microdata.roots, origin: .microdata) {
      harvests.append(mapping.harvest)
    }
    var rdfa = MarkupGraphReader(page, base: page.base(location))
    rdfa.readRDFa()
    if let mapping = SchemaMapping(rdfa.graph, roots: rdfa.roots, origin: .rdfa) { harvests.append(mapping.harvest) }
    harvests = harvests.filter(\.isProfile)
    // Where machines are told who it is and what they did, nothing is guessed beside it.
    if !harvests.contains(where: \.isWhole), let headings = HeadingsMapping(page) { harvests.append(headings.harvest) }
    guard var first = harvests.first else {
      return Reading(
        identity: nil,
        diagnostics: diagnostics + [
          Diagnostic(
            id: "no-identity", "no profile of a person is in this page",
            help: "JSON-LD, h-resume, microdata, RDFa and sections with headings are understood")
        ])
    }
    tell(first.origin, first.fields)
    if first.origin == .headings { tell(first.confidences) }
    for other in harvests.dropFirst() {
      let taken = first.fill(from: other)
      tell(other.origin, taken)
      if other.origin == .headings {
        let names = Set(taken.map(\.name))
        tell(other.confidences.filter { names.contains(String($0.field.prefix { $0 != "." && $0 != "[" })) })
      }
    }
    if first.identity.language == nil, let language = page[0, "lang"], !language.isEmpty {
      first.identity.language = language
    }
    if let language = first.identity.language, !Languages.isTag(language) { first.identity.language = nil }
    return Reading(identity: first.identity, sourceMap: SourceMap(), diagnostics: diagnostics)
  }

  /// Where the page says it is.
  private var canonical: String? {
    let links = page.nodes.indices.filter { page[$0].name == "link" && page.tokens($0, "rel").contains("canonical") }
    return links.lazy.compactMap { SafeURL.web(page[$0, "href"]) }.first
  }

  private mutating func tell(_ origin: Harvest.Origin, _ fields: [(name: String, count: Int)]) {
    guard !fields.isEmpty else { return }
    var counts: [(name: String, count: Int)] = []
    for field in fields {
      if let at = counts.firstIndex(where: { $0.name == field.name }) {
        counts[at].count += field.count
      } else {
        counts.append(field)
      }
    }
    let list = counts.map { $0.count > 1 ? "\($0.name) (\($0.count))" : $0.name }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(id: "read-from-page", severity: .note, "from \(origin.rawValue): \(list)"))
  }

  /// One note a field; where it was found more than once, the least sure.
  private mutating func tell(_ confidences: [Harvest.Confidence]) {
    var least: [Harvest.Confidence] = []
    for confidence in confidences {
      if let at = least.firstIndex(where: { $0.field == confidence.field }) {
        if confidence.percent < least[at].percent { least[at] = confidence }
      } else {
        least.append(confidence)
      }
    }
    for confidence in least {
      diagnostics.append(
        Diagnostic(
          id: "confidence", severity: .note, "\(confidence.field): \(confidence.percent) % sure",
          at: confidence.place..<confidence.place,
          help: confidence.percent < 70 ? "look at it before you use it" : nil))
    }
  }

  /// Text that the page hides from people but gives to machines.
  private mutating func warnOfHidden(_ items: [Microformats.Item]) {
    var hidden: [Int] = []
    func look(_ item: Microformats.Item, _ depth: Int) {
      guard hidden.isEmpty, depth < 16 else { return }
      for property in item.properties {
        for value in property.values {
          if page[value.element].name != "data", page.isHidden(value.element) { hidden.append(value.element) }
          if let inner = value.item { look(inner, depth + 1) }
        }
      }
      for child in item.children { look(child, depth + 1) }
    }
    for item in items.prefix(100) { look(item, 0) }
    guard let element = hidden.first else { return }
    diagnostics.append(
      Diagnostic(
        id: "hidden-text", severity: .warning, "the page hides text from people that it gives to machines",
        at: page[element].range, help: "look at what was read before you use it"))
  }
}
