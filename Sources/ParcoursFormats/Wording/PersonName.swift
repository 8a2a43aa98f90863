internal import ParcoursModel

/// A person's name in the two parts that forms ask for.
struct PersonName {
  /// The given names.
  let given: String
  /// The family's name.
  let family: String

  /// Words that a family's name begins with, in the languages most often met here.
  private static let particles: Set<String> = [
    "af", "al", "av", "ben", "bin", "da", "das", "de", "dei", "del", "della", "den", "der", "des", "di", "do", "dos",
    "du",
    "el", "la", "las", "le", "les", "lo", "los", "mac", "mc", "saint", "sainte", "san", "st", "ste", "ten", "ter",
    "van", "vom",
    "von", "zu", "zum", "zur",
  ]

  /// Takes a name apart: the last word is the family's in most names, and the particles before it. Letters behind a comma are
  /// titles, and stay with neither. O(words).
  init(_ name: String) {
    let words = name.prefix { $0 != "," }.split(separator: " ").map(String.init)
    var start = max(words.count - 1, 0)
    while start > 1, Self.particles.contains(Folding.folded(words[start - 1])) { start -= 1 }
    given = words[..<start].joined(separator: " ")
    family = words[start...].joined(separator: " ")
  }
}
