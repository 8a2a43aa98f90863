public import ParcoursInterchange
internal import ParcoursSource

extension Format {
  /// The page on paper; what is written here is the page, which an engine sets.
  public static let pdf = Format(
    id: "pdf", summary: "the page on paper: tagged, with an outline, set by WeasyPrint or Chromium",
    names: ["*.pdf"], mediaType: "application/pdf", capabilities: [.marks, .page, .typeset, .oneLanguage, .lossless],
    write: HTMLWriter(isTypeset: true).write)
}
