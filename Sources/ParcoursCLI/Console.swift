internal import Parcours
internal import ParcoursModel
internal import ParcoursReport
internal import ParcoursSystem

/// Standard output, standard error, and files that are replaced whole or not at all.
enum Console {
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes to standard output; where that cannot be, nothing after it can be well, and the program ends.
  static func write(_ bytes: [UInt8]) {
    do throws(StandardStream.Failure) {
      try StandardStream.output.write(bytes)
    } catch {
      switch error {
      // Who reads has enough, as `head` does: there is nobody to tell.
      case .readerIsGone: CurrentProcess.end(Status.failure.rawValue)
      case .other(let reason): CurrentProcess.end(fail("standard output: \(reason)").rawValue)
      }
    }
  }

  static func complain(_ text: String) { try? StandardStream.errors.write(Array(text.utf8)) }

  /// Says why the program cannot run as it is called.
  static func fail(_ message: String) -> Status {
    complain("parcours: \(TerminalText.visible(message))\n")
    return .failure
  }

  static func exists(_ path: String) -> Bool { Folder.hasEntry(path) }

  /// The day that `--as-of` names, else that of SOURCE_DATE_EPOCH, else today.
  static func day(_ text: String?) throws(Status) -> PartialDate {
    guard let text else {
      // reproducible-builds.org: seconds since 1970, of the source's last change, say.
      guard let epoch = CurrentProcess.variable("SOURCE_DATE_EPOCH"), !epoch.isEmpty else { return Clock.today }
      guard let seconds = Int(epoch), let day = PartialDate(dayNumber: seconds / 86_400), seconds >= 0 else {
        throw fail("SOURCE_DATE_EPOCH: \"\(epoch)\" is no number of seconds since 1970")
      }
      return day
    }
    guard let date = PartialDate(text), date.day != nil else {
      throw fail("--as-of: \"\(text)\" is not a day; write 2026-01-15")
    }
    return date
  }
}
