internal import ParcoursSource

/// For continuous integration that reads tests: a test case a file, failed where a finding is an error.
///
/// The common subset of the JUnit XML that Jenkins, GitLab and Gradle write and read.
public struct JUnitReport: Report {
  /// `junit`.
  public static let id = "junit"
  /// What it is.
  public static let summary = "for CI that reads JUnit XML: a test case a file"

  /// Prints.
  public static func render(_ findings: [SourceFindings], _ options: ReportOptions) -> String {
    // Lines of one file are one case.
    var files: [(name: String, texts: [SourceFindings])] = []
    for text in findings {
      if files.last?.name == text.source.name {
        files[files.count - 1].texts.append(text)
      } else {
        files.append((text.source.name, [text]))
      }
    }
    let failures = files.count { $0.texts.contains { $0.has(.error) } }
    let counts = "tests=\"\(files.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\" time=\"0\""
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"parcours\" \(counts)>\n"
    out += "  <testsuite name=\"parcours\" \(counts)>\n"
    for file in files {
      let name = escaped(file.name)
      out += "    <testcase name=\"\(name)\" classname=\"parcours\" file=\"\(name)\" time=\"0\""
      let said = file.texts.filter { !$0.isEmpty }
      guard !said.isEmpty else {
        out += "/>\n"
        continue
      }
      out += ">\n"
      let errors = said.reduce(0) { sum, text in sum + text.diagnostics.count { $0.severity == .error } }
      let text = said.map { escaped(TextReport.render([$0], ReportOptions(translations: options.translations))) }
        .joined()
      if errors > 0 {
        let first = said.lazy.flatMap(\.diagnostics).first { $0.severity == .error }
        let message = first.map { options.text($0.message) } ?? ""
        out += "      <failure message=\"\(escaped(message))\" type=\"\(escaped(first?.id ?? ""))\">\(text)</failure>\n"
      } else {
        out += "      <system-out>\(text)</system-out>\n"
      }
      out += "    </testcase>\n"
    }
    return out + "  </testsuite>\n</testsuites>\n"
  }

  /// Text for XML 1.0: its five characters as entities; what XML cannot hold is made visible, line feeds stay.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !result.isEmpty || line.startIndex > text.startIndex { result += "\n" }
      for character in TerminalText.visible(String(line)).unicodeScalars {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&apos;"
        default: result.unicodeScalars.append(character)
        }
      }
    }
    return result
  }
}
