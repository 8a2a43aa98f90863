internal import ParcoursSource
internal import ParcoursSyntax

/// Where a place of the model stands in a résumé.
struct JSONResumePlaces: Sendable {
  let sections: JSONResumeMapping
  /// Where each step came from.
  let origins: [JSONPointer]

  /// The bytes of a place in the model; nil where the résumé has none of its own.
  func place(of pointer: JSONPointer, in document: Document) -> Range<Int>? {
    let place = translated(pointer)
    if let index = document.index(at: place) { return document.entries[index].range }
    // The field may stand under the name it had in v0.
    guard let last = place.tokens.last, let old = Self.oldNames[last], let parent = place.parent else { return nil }
    for name in old {
      if let index = document.index(at: parent.appending(name)) { return document.entries[index].range }
    }
    return nil
  }

  private static let oldNames = [
    "name": ["company"], "url": ["website"], "image": ["picture"], "score": ["gpa"], "interests": ["hobbies"],
  ]

  private func translated(_ pointer: JSONPointer) -> JSONPointer {
    var tokens = pointer.tokens
    guard let first = tokens.first else { return pointer }
    if first == "path", tokens.count > 1, let index = Int(tokens[1]), origins.indices.contains(index) {
      let origin = origins[index]
      let rest = Array(tokens.dropFirst(2))
      let names =
        origin.tokens.first == "volunteer"
        ? sections.volunteer.places
        : origin.tokens.first == "education" ? sections.education.places : sections.work.places
      return JSONPointer(origin.tokens + renamed(rest, names))
    }
    switch first {
    case "name", "image", "summary", "headline", "contact":
      if first == "contact" { tokens.removeFirst() }
      return JSONPointer(["basics"] + renamed(tokens, sections.basics.places))
    case "recommendations":
      return JSONPointer(
        ["references"] + tokens.dropFirst().prefix(1) + renamed(Array(tokens.dropFirst(2)), sections.reference.places))
    default: return pointer
    }
  }

  private func renamed(_ tokens: [String], _ names: [String: String]) -> [String] {
    if tokens.count > 1, let name = names[tokens[0] + "." + tokens[1]] { return [name] + tokens.dropFirst(2) }
    if let first = tokens.first, let name = names[first] { return [name] + tokens.dropFirst() }
    return tokens
  }
}
