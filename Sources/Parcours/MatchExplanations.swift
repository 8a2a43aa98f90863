extension Explanations {
  /// Of thesauri and of matching.
  static let matching: [FindingExplanation] = [
    .init(
      "archive",
      "What of LinkedIn's archive was not taken over: tables that say nothing of a professional identity, columns without a place, values that cannot be understood, rows that name nobody.",
      why: "Nothing is lost by surprise: what is not in the identity is named here."),
    .init(
      "concept-cycle",
      "A concept of a thesaurus is broader than itself, through others.",
      why: "Concepts in a circle all count for each other, which is seldom what was meant."),
    .init(
      "duplicate-concept",
      "Two concepts of a thesaurus have one id.",
      why: "Which of the two others mean when they name it cannot be told."),
    .init(
      "pdf-guess",
      "What the text of a profile saved as PDF does not say for sure: a line taken for a place, a name, an organization; or a line that belongs to no entry.",
      why:
        "A PDF has letters at places, and no fields. What follows from its headings and dates is read; the rest is a guess, which is marked so that you look at it."
    ),
    .init(
      "zip",
      "A ZIP archive is broken, encrypted, cut off, or says of itself what is not so.",
      why:
        "A part of an archive read as if it were the whole would lose data silently; and an archive that lies about its size can fill a disk."
    ),
    .init(
      "unknown-concept",
      "A concept of a thesaurus names a broader one that there is not.",
      why: "What should count for the broader skill does not, and nobody notices."),
    .init(
      "unknown-person",
      "An id on the command line or in a contract is nobody's in the pool.",
      why: "A rule about somebody who is not there keeps nobody in or out: most often the id is misspelt."),
    .init(
      "unknown-skill",
      "A contract asks for a skill that the thesaurus does not have.",
      why:
        "Only people who write the very same name are found. Say it as the thesaurus does (`parcours list skills`), or add it to a thesaurus of your own (`match --thesaurus FILE`)."
    ),
  ]
}
