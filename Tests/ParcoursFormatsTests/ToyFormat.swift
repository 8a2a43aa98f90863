import ParcoursInterchange
import ParcoursModel
import ParcoursSource
import ParcoursTransform

extension Format {
  /// A format of two lines: who it is, and what they do. All that a new format takes is a file like this, and its name in the
  /// registry.
  static let toy = Format(
    id: "toy", summary: "two lines: a name and a headline", names: ["*.toy"], mediaType: "text/plain",
    capabilities: [.oneLanguage], carries: Carriage(["name"], changed: ["headline"]),
    mapping: FormatMapping(
      rows: [("first line", "name"), ("second line", "headline")], note: "There is no more to it."),
    detect: { $0.head.starts(with: "toy\n".utf8) ? .mark : .none },
    read: { input in
      let lines = String(decoding: input.source.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      var identity = Identity()
      identity.name = lines.dropFirst().first
      identity.headline = lines.dropFirst(2).first.map { LocalizedText($0) }
      return Reading(identity: identity)
    },
    write: { view, _ in
      Artifact(Array("toy\n\(view.name ?? "")\n\(view.text(view.headline)?.uppercased() ?? "")\n".utf8))
    })
}
