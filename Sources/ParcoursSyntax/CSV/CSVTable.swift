/// A CSV document as a table: a record that names the columns, and the rows after it.
public struct CSVTable: Sendable {
  /// The document.
  public let document: Document
  /// The names of the columns, as written.
  public let columns: [String]
  /// The rows' arrays on the tape.
  public let rows: [Int]

  /// The table whose columns the first record names that `isHeader` accepts: what stands before it is a preamble. nil where
  /// none does. O(records).
  public init?(_ document: Document, isHeader: ([String]) -> Bool = { _ in true }) {
    let records = document.elements(in: 0)
    for (position, record) in records.enumerated() {
      let names = document.elements(in: record).map { document.string($0) }
      guard isHeader(names) else { continue }
      self.document = document
      columns = names
      rows = Array(records[(position + 1)...])
      return
    }
    return nil
  }

  /// The first column of a name that `matches` accepts.
  public func column(where matches: (String) -> Bool) -> Int? { columns.firstIndex(where: matches) }

  /// How many fields a row has.
  public func count(_ row: Int) -> Int { document.next(after: row) - row - 1 }

  /// A field's index on the tape; nil where the row is too short.
  public func field(_ row: Int, _ column: Int) -> Int? {
    // Fields are scalars: one entry each.
    column < count(row) ? row + 1 + column : nil
  }

  /// A field's text; empty where the row is too short.
  public func text(_ row: Int, _ column: Int) -> String { field(row, column).map { document.string($0) } ?? "" }
}
