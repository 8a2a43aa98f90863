internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// Europass's XML as a value: an element is its text, or its children by their names and its attributes under `@` and their names;
/// several of one name are a list.
struct EuropassXML {
  /// The root.
  let value: JSONValue
  /// Where its places stand.
  private(set) var ranges: [[String]: Range<Int>] = [:]

  /// Takes a document apart. O(n).
  init(_ root: Node) {
    var ranges: [[String]: Range<Int>] = [:]
    value = Self.value(root, [], &ranges)
    self.ranges = ranges
  }

  private static func value(_ element: Node, _ place: [String], _ ranges: inout [[String]: Range<Int>]) -> JSONValue {
    ranges[place] = element.range
    let children = element["children"]?.elements ?? []
    var members: [JSONValue.Member] = []
    // What codes are taken from says nothing of the person.
    for attribute in element["attributes"]?.members ?? [] where attribute.key != "schemaLocation" {
      members.append(.init("@" + attribute.key, .string(attribute.value.string ?? "")))
    }
    let names = children.compactMap { $0["name"]?.string }
    let text = children.compactMap(\.string).joined()
    if names.isEmpty { return .string(text.trimmed) }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    var lists: [String: (index: Int, elements: [JSONValue])] = [:]
    for child in children {
      guard let name = child["name"]?.string else { continue }
      guard counts[name, default: 0] > 1 else {
        members.append(.init(name, value(child, place + [name], &ranges)))
        continue
      }
      if lists[name] == nil {
        lists[name] = (members.count, [])
        ranges[place + [name]] = child.range
        members.append(.init(name, .null))
      }
      let position = String(lists[name]?.elements.count ?? 0)
      lists[name]?.elements.append(value(child, place + [name, position], &ranges))
    }
    for list in lists.values { members[list.index].value = .array(list.elements) }
    if !text.trimmed.isEmpty { members.append(.init("#text", .string(text.trimmed))) }
    return .object(members)
  }

  // MARK: Written

  /// The vocabularies that elements are taken from, by their prefixes; all others are Europass's own.
  private static let prefixes: [String: Set<String>] = [
    "hr": [
      "DocumentID", "PartyID", "PartyName", "FamilyName", "PrecedenceCode", "BirthDate", "ID", "ExecutiveSummary",
      "OrganizationName", "IndustryCode", "FormattedDateTime", "CurrentIndicator", "DegreeName", "ScoreText",
      "TaxonomyID", "CompetencyName", "CompetencyDimensionTypeCode", "FormattedPublicationDescription",
      "LicenseTypeCode", "Instructions",
    ],
    "oa": [
      "GivenName", "URI", "DialNumber", "AddressLine", "CityName", "PostalCode", "EmbeddedData", "FileType",
      "PositionHistory/Description",
    ],
    "eures": [
      "Licenses", "License", "Attachment", "CompetencyDimension", "Score", "PositionHistory/EmploymentPeriod",
      "EmploymentPeriod/StartDate", "EmploymentPeriod/EndDate",
    ],
  ]

  /// Which elements stand first, where their order is told.
  private static let order = [
    "DocumentID", "CandidateSupplier", "CandidatePerson", "CandidateProfile", "RenderingInformation", "ID",
    "ExecutiveSummary", "EmploymentHistory", "EducationHistory", "Licenses", "Certifications", "PublicationHistory",
    "PersonQualifications", "EmploymentReferences", "Attachment", "Skills", "Others",
  ]

  /// Writes a candidate. O(n).
  static func print(_ candidate: JSONValue) -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    let own = candidate.members.filter { !$0.key.hasPrefix("@xmlns") && $0.key != "@schemaLocation" }
    let spaces = [
      ("xmlns", "http://www.europass.eu/1.0"), ("xmlns:hr", "http://www.hr-xml.org/3"),
      ("xmlns:oa", "http://www.openapplications.org/oagis/9"),
      ("xmlns:eures", "http://www.europass_eures.eu/1.0"),
      ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ("xsi:schemaLocation", "http://www.europass.eu/1.0 Candidate.xsd"),
    ]
    let start = text.endIndex
    write("Candidate", .object(own), parent: "", depth: 0, to: &text)
    text.insert(
      contentsOf: spaces.map { " \($0.0)=\"\($0.1)\"" }.joined(), at: text.index(start, offsetBy: "<Candidate".count))
    return Array(text.utf8)
  }

  private static func write(_ name: String, _ value: JSONValue, parent: String, depth: Int, to text: inout String) {
    if case .array(let elements) = value {
      for element in elements { write(name, element, parent: parent, depth: depth, to: &text) }
      return
    }
    guard isName(name) else { return }
    let prefix = prefixes.first { $0.value.contains(name) || $0.value.contains("\(parent)/\(name)") }?.key
    let tag = prefix.map { "\($0):\(name)" } ?? name
    text += String(repeating: "  ", count: depth) + "<" + tag
    for member in value.members where member.key.hasPrefix("@") && isName(String(member.key.dropFirst())) {
      text += " \(member.key.dropFirst())=\"\(HTMLText.escaped(member.value.words ?? ""))\""
    }
    let children = value.members.filter { !$0.key.hasPrefix("@") && $0.key != "#text" }
    let words = value["#text"]?.words ?? value.words ?? ""
    if children.isEmpty {
      text += words.isEmpty ? "/>\n" : ">\(HTMLText.escaped(words))</\(tag)>\n"
      return
    }
    text += ">" + HTMLText.escaped(words) + "\n"
    let sorted = children.enumerated().map { ($1, order.firstIndex(of: $1.key) ?? order.count, $0) }
      .sorted { ($0.1, $0.2) < ($1.1, $1.2) }
    for (child, _, _) in sorted { write(child.key, child.value, parent: name, depth: depth + 1, to: &text) }
    text += String(repeating: "  ", count: depth) + "</\(tag)>\n"
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "_-.0123456789".unicodeScalars.contains($0) }
      && text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
  }
}
