package import ParcoursModel
internal import ParcoursSyntax

extension Identity {
  /// The identity with its prose as a reader of plain text reads it: marks are gone. O(length of its texts).
  package var plainTexts: Identity { mapProse(Markup.plain) }

  /// The identity of a source of plain texts, with its prose so written that it means what it says.
  package var escapedTexts: Identity { mapProse(Markup.escaped) }

  /// The identity with texts that have no marks in one way of writing them, so that it can be compared.
  package var normalizedTexts: Identity { mapProse(Markup.normalized) }
}

extension Reading {
  /// The reading of a source of plain texts.
  package var escapedTexts: Reading {
    var reading = self
    reading.identity = identity?.escapedTexts
    return reading
  }
}
