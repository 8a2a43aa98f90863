internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// A table of an archive: from a CSV file, or from the rows of a snapshot. Which columns were looked at is remembered.
final class ArchiveTable {
  /// The file's name, for what is said about it.
  let name: String
  /// How many rows it has.
  let count: Int
  private let columns: [String]
  private let keys: [String]
  private let cell: (Int, Int) -> String
  private let line: (Int) -> Int
  private var used: Set<Int> = []

  /// The table of a CSV file; nil where no line of it names the columns.
  init?(_ document: Document, name: String, hints: Set<String>) {
    // A preamble stands before the header: that is the first record with a known column, else the first of all.
    let table =
      CSVTable(document, isHeader: { names in names.contains { hints.contains(Self.key($0)) } }) ?? CSVTable(document)
    guard let table else { return nil }
    self.name = name
    columns = table.columns
    keys = columns.map(Self.key)
    count = table.rows.count
    cell = { table.text(table.rows[$0], $1) }
    line = { LineTable(document.source).position(of: Int(document.entries[table.rows[$0]].start)).line }
  }

  /// The table of rows that are objects.
  init(_ rows: [Node], name: String) {
    var columns: [String] = []
    var places: [String: Int] = [:]
    let values = rows.map { row -> [Int: String] in
      var cells: [Int: String] = [:]
      for member in row.members {
        let place = places[member.key] ?? columns.count
        if place == columns.count {
          places[member.key] = place
          columns.append(member.key)
        }
        cells[place] =
          member.value.string ?? member.value.numberText ?? member.value.bool.map { $0 ? "Yes" : "No" } ?? ""
      }
      return cells
    }
    self.name = name
    self.columns = columns
    keys = columns.map(Self.key)
    count = rows.count
    cell = { values[$0][$1] ?? "" }
    line = { LineTable(rows[$0].document.source).position(of: rows[$0].range.lowerBound).line }
  }

  /// What the table is by its columns, where its file is called otherwise.
  var guess: String {
    let signs: [(String, [String])] = [
      ("connections", ["connectedon"]), ("profile", ["firstname", "headline"]),
      ("positions", ["companyname", "title"]),
      ("education", ["schoolname"]), ("recommendationsreceived", ["text", "creationdate"]),
      ("endorsementreceivedinfo", ["endorsementdate"]), ("certifications", ["authority"]),
      ("languages", ["proficiency"]),
      ("volunteering", ["companyname", "role"]), ("emailaddresses", ["emailaddress", "primary"]),
      ("messages", ["conversationid"]), ("jobseekerpreferences", ["jobtitles"]),
    ]
    return signs.first { $0.1.allSatisfy(keys.contains) }?.0 ?? ""
  }

  static func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The place of the first column that has one of some names.
  func column(_ names: String...) -> Int? {
    for name in names {
      if let place = keys.firstIndex(of: Self.key(name)) {
        used.insert(place)
        return place
      }
    }
    return nil
  }

  /// A cell's text without spaces around it; nil where it is empty or there is no such column.
  func text(_ row: Int, _ column: Int?) -> String? {
    guard let column else { return nil }
    var text = cell(row, column)
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    if first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80 { text = text.trimmed }
    return text.isEmpty ? nil : ArchiveValue.withoutEntities(text)
  }

  /// The line a row begins on.
  func line(of row: Int) -> Int { line(row) }

  /// Columns that nobody looked at and that hold something.
  var unread: [String] {
    columns.indices.filter { place in
      !used.contains(place) && !columns[place].allSatisfy(\.isWhitespace)
        && (0..<count).contains { row in cell(row, place).utf8.contains { $0 > 0x20 } }
    }.map { columns[$0] }
  }
}
