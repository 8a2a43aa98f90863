public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursTransform

extension Format {
  /// RenderCV's YAML.
  public static let renderCV = Format(
    id: "rendercv", summary: "RenderCV's YAML: its sections are told by their entries",
    names: ["*.rendercv.yaml"], mediaType: "application/yaml",
    capabilities: [.marks, .oneLanguage, .editable, .foreign],
    extensionKey: "rendercv", carries: RenderCV.table.carriage, mapping: RenderCV.table.documentation,
    detect: { probe in
      if case .failure = probe.input.document {
        // What has texts that begin with `*` is a CV for RenderCV alone.
        let document = try? RenderCVSource(probe.input).document.get()
        return document.map { RenderCV.isOne($0.root) } ?? false ? .mark : .none
      }
      return probe.object.map { RenderCV.isOne($0.root) } ?? false ? .mark : .none
    },
    read: { input in
      let source = RenderCVSource(input)
      return RenderCV.table.read(
        input, by: source.document, at: source.written, where: { RenderCV.isOne($0) },
        missing: Diagnostic(
          id: "no-identity", "this is no CV of RenderCV", help: "it has `cv: {name: …, sections: …}`"))
    },
    write: { view, _ in
      Artifact(YAMLPrinter.print(Tree.document(RenderCV.table.write(view.mapProse(RenderCVText.text)))))
    })
}

/// RenderCV's YAML (2.8): what an entry is, its keys say; what a text or a list of labels is, the section's title.
enum RenderCV {
  static let format = "rendercv"

  /// Whether a document is one.
  static func isOne(_ root: Node) -> Bool {
    root["cv"]?.kind == .object && (root["cv"]?["name"] ?? root["cv"]?["sections"]) != nil
  }

  static func isOne(_ value: JSONValue) -> Bool {
    guard case .object? = value["cv"] else { return false }
    return value["cv"]?["name"] != nil || value["cv"]?["sections"] != nil
  }

  static let table = Mapping(
    format: format,
    rows: [
      .value("cv.name", "name", .string), .value("cv.headline|cv.label", "headline", .label),
      .value("cv.location", "contact.location", .place), .mail("cv.email"), phone,
      .value("cv.website", "contact.url", .web), .value("cv.photo", "image", .string.readOnly),
      .list(
        "cv.social_networks",
        Items(
          "contact.profiles", where: { network(of: $0) != nil },
          [
            Row([.init("network", "network")]) { taking, item in
              item.set("network", taking.string("network").map { .string($0) })
            } give: { item, giving in
              giving.set("network", network(of: item))
            },
            .value("username", "username", .string),
          ])),
      .list(
        "cv.custom_connections",
        Items(
          "contact.profiles", where: { network(of: $0) == nil && SafeURL.completed($0["url"]?.string) != nil },
          [
            Row([.init("placeholder", "network")]) { taking, item in
              item.set("network", taking.string("placeholder").map { .string($0) })
            } give: { item, giving in
              giving.set("placeholder", item["network"]?.string ?? item["username"]?.string ?? item["url"]?.string)
            },
            .value("url", "url", .web.changing), .standard("fontawesome_icon", .string("link")),
          ])),
      RenderCVSections.row, language,
    ],
    note:
      "What an entry is, its keys say; what texts and labels are, the words in the section's title (English and French). Profiles of networks that RenderCV does not know are custom connections. Sections of other texts, the design and the locale are kept under `extensions.rendercv`, and so are authors and identifiers of publications. Written is what RenderCV 2 validates.",
    open: ["cv.sections"]
  )

  /// The networks that RenderCV links to, by their names there.
  private static let networks = [
    "LinkedIn", "GitHub", "GitLab", "IMDB", "Instagram", "ORCID", "Mastodon", "StackOverflow", "ResearchGate",
    "YouTube", "Google Scholar", "Telegram", "Leetcode", "X",
  ]

  /// The network of a profile whose address follows from its user.
  private static func network(of profile: MappedItem) -> String? {
    guard let own = profile["network"]?.string, profile["username"]?.string != nil else { return nil }
    return networks.first { Folding.compact($0) == Folding.compact(own) }
  }

  private static let phone = Row([.init("cv.phone", "contact.phone")]) { taking, item in
    guard let (number, place) = taking.take("cv.phone", { $0.words }) else { return }
    // Validated numbers are written as RFC 3966 has them.
    item.set("contact.phone", .string(number.hasPrefix("tel:") ? String(number.dropFirst(4)) : number))
    taking.record(["contact", "phone"], at: place)
  } give: { item, giving in
    guard let number = item["contact.phone"]?.string, number.hasPrefix("+") else { return }
    giving.set("cv.phone", number)
  }

  /// What its words are in; that is kept with the rest of the locale.
  private static let language = Row([.init("locale.language", "language", .changed)]) { taking, item in
    guard let name = taking.rest.value(at: ["locale", "language"])?.string else { return }
    let code = Languages.code(of: name) ?? name
    if Languages.isTag(code) { item.set("language", .string(code)) }
  } give: { item, giving in
    if giving.view.language.hasPrefix("fr"), giving.kept(of: item)?["locale"] == nil {
      giving.set("locale.language", "french")
    }
  }
}

extension Codec {
  /// A name, which may have marks there.
  static let label = Codec {
    $0.words.map { .string(RenderCVText.name($0).name) }
  } write: { value, view in
    text.write(value, view).map { $0.mapStrings(RenderCVText.plain) }
  }

  /// A date: a year is a number there, a month or a day a string.
  static let year = Codec(read: date.read) { value, _ in
    value.string.flatMap { PartialDate($0) }.map { $0.month == nil ? .integer($0.year) : .string($0.description) }
  }

  /// A list of names in one text, between commas.
  static let listed = Codec {
    guard let text = $0.words else { return nil }
    return .array(
      RenderCVText.name(text).name.split(separator: ",").map { .string(String($0).collapsed) }.filter {
        $0 != .string("")
      })
  } write: { value, _ in
    .string(RenderCVText.plain(value.elements.compactMap(\.string).joined(separator: ", ")))
  }
}
