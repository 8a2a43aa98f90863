extension Explanations {
  /// Of what is said of conversions, outputs and inputs.
  static let conversions: [FindingExplanation] = [
    .init(
      "changed",
      "The output has a field in another form: in one language of several, as a word instead of an address, or in part.",
      why:
        "Who reads the output alone should not take it for the whole. `--losses list` names the fields, `--losses ignore` says nothing, `--losses fail` makes it an error."
    ),
    .init(
      "comments",
      "A JSON file has comments or trailing commas, which RFC 8259 does not know. It was read as if they were spaces; nothing of them is carried.",
      why: "Most programs refuse such a file: whoever sends it on should know."),
    .init(
      "conflict",
      "Two sources of one person say different things of the same field. What the first one says stays; the note says what the other says, and where.",
      why: "A program cannot know which of them is right, and a guess would be believed."),
    .init(
      "decision",
      "Why an item is in an output that was cut for a target or a limit, or why it is not.",
      why: "What was chosen for somebody has to be explained to somebody."),
    .init(
      "dropped",
      "The output does not carry a field: its format has no place for it.",
      why:
        "What a format cannot say is lost by whoever keeps the output alone. `--losses list` names the fields, `--losses ignore` says nothing, `--losses fail` makes it an error."
    ),
    .init(
      "empty-pool",
      "A pool has nobody in it.",
      why: "That no team was found would say nothing of anybody."),
    .init(
      "engine",
      "The program that sets pages on paper made none, took too long or was stopped; its own words stand in the finding.",
      why: "A page that was not set must not look like one that was."),
    .init(
      "near-secret",
      "Texts of the output have a part of a confidential name: not the name itself, which is replaced, but one of its words.",
      why: "Whoever knows the field may guess the name from it."),
    .init(
      "no-room",
      "A limit of the format left texts out: LinkedIn's 2,600 characters, say.",
      why: "What was left out should be chosen by the one whose words they are."),
    .init(
      "not-installed",
      "A program or a library that this needs is not on this machine; the help says how to get it. The exit status is 2: the input is not at fault.",
      why: "A pipeline that lacks a tool is no pipeline whose files are wrong."),
    .init(
      "past-window",
      "The window that was asked for is over already.",
      why: "A team for what is past is a question that was meant otherwise."),
    .init(
      "pdf-text",
      "The words of a PDF could not be taken out of it.",
      why: "What cannot be read is said, instead of an empty person."),
    .init(
      "photo",
      "The photo is not in the output: its file is not beside the identity, is no picture, or is on the web where the output has none.",
      why: "A page without a face is a choice, or should be one."),
    .init(
      "shared-id",
      "Two different people of a pool have the same id.",
      why: "Which of them is meant would decide the result."),
    .init(
      "stale-output",
      "An output is missing, or is not what `build` would write now.",
      why: "What was published says something else than the file it comes from."),
    .init(
      "unreadable",
      "A file cannot be read or written; the system's own words stand in the finding. The exit status is 2.",
      why: "What was not looked at must not pass for something in which nothing was found."),
    .init(
      "untranslated",
      "Texts have no version in the output's language and stand in another one.",
      why: "A page of two languages looks like a mistake. `parcours translate` makes a list to fill in."),
    .init(
      "withheld",
      "Items and fields are not in the output since its audience may not see them. `--withheld` lists them, indices left out.",
      why: "Whoever sends it should know what is not in it."),
  ]
}
