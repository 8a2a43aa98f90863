internal import ParcoursModel

extension Format {
  /// The path as a picture.
  public static let svg = Format(
    id: "svg", summary: "the path as a picture: past, present and future on one axis", fileExtensions: ["svg"],
    mediaType: "image/svg+xml", writer: SVGWriter())
}

/// Writes the picture of a path as a file of its own.
struct SVGWriter: FormatWriter {
  func write(_ identity: Identity, _ options: WriteOptions) -> [UInt8] {
    let page = HTMLPage(identity: identity, options: options)
    guard let picture = TimelinePicture(page) else {
      let title = HTMLText.escaped(
        page.words("No step of this path has a date.", "Aucune étape de ce parcours n’a de date."))
      return Array(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 40\" role=\"img\"><title>\(title)</title></svg>\n"
          .utf8)
    }
    return Array((picture.svg(.file) + "\n").utf8)
  }
}
