internal import ParcoursFormats
public import ParcoursInterchange

extension Registry {
  /// Every format and every type of document of the program: a line each.
  public static let standard = Registry(
    formats: [
      .badge, .europass, .fresh, .html, .iCalendar, .json, .jsonLD, .jsonResume, .linkedIn, .linkedInArchive,
      .linkedInPDF, .linkedInSheet, .manfred, .markdown, .pdf, .qr, .renderCV, .signature, .signatureText, .svg, .vCard,
      .vCard3, .yaml,
    ],
    documentTypes: [
      .contract, .team, .thesaurus, .settings, .translation, .reactiveResume, .yamlResume, .europassJSON, .jsonSchema,
    ], themes: Themes.names, languages: ["fr", "en"])
}
