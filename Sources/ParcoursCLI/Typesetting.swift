internal import Parcours
internal import ParcoursModel
internal import ParcoursPDF
internal import ParcoursSource
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
  var failure: Diagnostic? { first.withLock(\.self)?.diagnostic }

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

  /// The document of a page; why there is none is told.
  func document(_ page: TypesetPage, of name: String, _ voice: Voice) throws(Status) -> PDFDocument {
    do throws(PDFError) {
      return try Typesetter(engine: engine).typeset(page.bytes, information(page))
    } catch {
      voice.say([error.diagnostic], of: name)
      throw .failure
    }
  }

  private func information(_ page: TypesetPage) -> PDFInformation {
    PDFInformation(title: page.title, author: page.author, day: day.digits)
  }
}

extension PartialDate {
  /// The day as `YYYYMMDD`; the first one where it is less precise.
  fileprivate var digits: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)" + two(month ?? 1) + two(day ?? 1)
  }
}
