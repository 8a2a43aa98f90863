extension Explanations {
  /// Of pages, themes and targets.
  static let pages: [FindingExplanation] = [
    .init(
      "confidence",
      "A field was read from a page's headings and lists, with the confidence that is named: the page does not say to machines what it means.",
      why: "A guess that looks like a fact would be published as one. Look at what is under 70 % before you use it."),
    .init(
      "hidden-text",
      "The page hides a text from people that it gives to machines.",
      why:
        "Hidden text in a profile is a trick on search engines or on applicant tracking systems, or was forgotten there."
    ),
    .init(
      "json-ld",
      "A script of the type `application/ld+json` in the page is no JSON.",
      why: "Search engines pass over the whole of it; the rest of the page was read without it."),
    .init(
      "kept",
      "What another program's résumé says that the model has no place for, is kept under `extensions` of its format.",
      why: "Nothing that was said is lost on the way in; being private, it is published by nobody."),
    .init(
      "limit",
      "An output cannot be made as short as its target, `--pages` or `--characters` says, even without all that may give way.",
      why:
        "Steps stay, since a path with holes looks broken; cutting the end off would drop whatever happens to stand there."
    ),
    .init(
      "nothing-to-write",
      "A format holds one thing, as a calendar holds availability, and the audience may see nothing of it.",
      why: "An empty file would be taken for an answer."),
    .init(
      "output",
      "An entry of `outputs` cannot be made: a format that is not there or cannot be written, a path that leads nowhere good, a language or a theme that nobody has.",
      why: "Where one output is wrong, none is written: half of what was wanted would look like all of it."),
    .init(
      "read-from-page",
      "Which fields were read from which notation of a page: JSON-LD, microformats, microdata, RDFa, or its headings and lists. What one does not say is taken from the next.",
      why:
        "What was meant for machines is surer than what was written for people; where a field came from tells how far to trust it."
    ),
    .init(
      "theme",
      "A theme's manifest or style sheet has something that a theme may not have: an import, an address, a part that is never closed, a variable that is no plain value.",
      why:
        "A page fetches nothing and runs nothing: whoever opens it tells nobody that they did, and it looks the same in ten years."
    ),
    .init(
      "no-target",
      "The identity has no target of the name that `--target` gives, and nothing has a tag of that name; or a tag expression cannot be read.",
      why: "A résumé for everybody would go where one for a certain reader was meant."),
    .init(
      "translation",
      "An entry of a skeleton does not fit the identity any more: the text was changed, translated already, or taken out.",
      why: "A translation of another text, put beside one that was changed since, would say something else."),
  ]
}
