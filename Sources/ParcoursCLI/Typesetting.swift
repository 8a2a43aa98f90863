internal import Parcours
internal import ParcoursModel
internal import ParcoursPDF
internal import ParcoursReport
internal import Synchronization

/// Pages on paper, by the engine that was asked for; one at a time, since an engine takes all cores.
final class Typesetting: Sendable {
  private let engine: PDFEngine?
  private let day: PartialDate
  private let first = Mutex<PDFError?>(nil)

  init(engine: PDFEngine?, day: PartialDate) {
    self.engine = engine
    self.day = day
  }

  /// Why a page could not be set that was to be counted.
  var failure: PDFError? { first.withLock(\.self) }

  /// How many pages a page takes; nil where it cannot be set.
  ///
  /// - Parameter existing: a document that may have been made of this very page.
  func pages(_ page: TypesetPage, existing: [UInt8]? = nil) -> Int? {
    if let existing, isMade(existing, of: page) { return PDFDocument.pages(of: existing) }
    return first.withLock { failure in
      guard failure == nil else { return nil }
      do throws(PDFError) {
        return try Typesetter(engine: engine).typeset(page.bytes, information(page)).pages
      } catch {
        failure = error
        return nil
      }
    }
  }

  /// Whether a document was made of a page.
  func isMade(_ document: [UInt8], of page: TypesetPage) -> Bool {
    PDFDocument.isMade(document, of: page.bytes, information(page))
  }

  /// The document of a page.
  func document(_ page: TypesetPage, for name: String = "") throws -> PDFDocument {
    do throws(PDFError) {
      return try Typesetter(engine: engine).typeset(page.bytes, information(page))
    } catch {
      throw Console.fail(TerminalText.visible("\(name.isEmpty ? "" : name + ": ")\(error)"))
    }
  }

  private func information(_ page: TypesetPage) -> PDFInformation {
    PDFInformation(title: page.title, author: page.author, day: day.digits)
  }
}
