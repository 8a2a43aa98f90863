extension Format {
  /// The page on paper; what is written here is the page, which an engine sets.
  public static let pdf = Format(
    id: "pdf", summary: "the page on paper: tagged, with an outline, set by WeasyPrint or Chromium",
    fileExtensions: ["pdf"], mediaType: "application/pdf", isTypeset: true, hasMarks: true,
    writer: HTMLWriter(isTypeset: true))
}
