public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

extension Format {
  /// The path as a picture.
  public static let svg = Format(
    id: "svg", summary: "the path as a picture: past, present and future on one axis", names: ["*.svg"],
    mediaType: "image/svg+xml", capabilities: [.oneLanguage],
    carries: Carriage(
      [
        "path[].startDate", "path[].endDate", "path[role].title", "path[agreed].title", "path[sought].title",
        "path[].workload",
      ],
      changed: [
        "path[break].reason", "path[].organization", "path[study].area", "path[study].studyType", "path[].transition",
        "availability.from",
      ]),
    write: SVGWriter().write)
}

/// Writes the picture of a path as a file of its own.
struct SVGWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    let page = HTMLPage(view: view, options: options)
    guard let picture = TimelinePicture(page) else {
      let title = HTMLText.escaped(
        page.words("No step of this path has a date.", "Aucune étape de ce parcours n’a de date."))
      return Artifact(
        Array(
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 40\" role=\"img\"><title>\(title)</title></svg>\n"
            .utf8))
    }
    return Artifact(Array((picture.svg(.file) + "\n").utf8))
  }
}
