internal import ParcoursFormats
internal import ParcoursInterchange
public import ParcoursMatch
public import ParcoursModel
public import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax
public import ParcoursSystem
internal import ParcoursThesaurus

/// The thesaurus inside the program, and those of users.
public enum Thesauri {
  /// The program's own parts, a field of work each.
  public static let own: [ConceptScheme] = {
    var all: [ConceptScheme] = []
    // Unsafe: constant arrays of the program, whose sizes stand beside them.
    while let part = parcours_thesaurus_at(all.count)?.pointee {
      let bytes = Array(UnsafeBufferPointer(start: part.bytes, count: part.count))
      let source = SourceText(name: String(cString: part.name) + ".yaml", bytes: bytes)
      // A test holds that each part can be read.
      all.append(
        (try? YAMLParser.parse(source)).flatMap { Canonical.decode(ConceptScheme.self, $0).0 } ?? ConceptScheme())
    }
    return all
  }()

  /// The program's own thesaurus.
  public static let standard = Thesaurus(own)

  /// The program's own thesaurus and what files add to it: thesauri in YAML or JSON, ESCO's CSV files, or a folder of them.
  ///
  /// - Throws: `FileError` where a file or folder cannot be read.
  /// - Returns: nil where something is wrong with a file, and what.
  public static func load(_ paths: [String], asOf today: PartialDate) throws(FileError) -> (
    thesaurus: Thesaurus?, findings: [SourceFindings]
  ) {
    guard !paths.isEmpty else { return (standard, []) }
    var schemes = own
    var findings: [SourceFindings] = []
    for path in paths {
      let files =
        Folder.exists(path) ? try Folder.files(below: path, endings: ["yaml", "yml", "json", "csv"]) : [path]
      for file in files {
        let source = try SourceText(readingFile: file)
        if file.lowercased().hasSuffix(".csv") {
          guard let scheme = esco(source, &findings) else {
            // A folder of ESCO holds other tables too.
            if files.count == 1, findings.isEmpty { findings.append(unknown(source)) }
            continue
          }
          schemes.append(scheme)
          continue
        }
        let found = Validator(.named("thesaurus"), asOf: today).validate(source)
        guard !found.has(.error), let document = try? Input(source).strictDocument.get(),
          let scheme = Canonical.decode(ConceptScheme.self, document).0
        else {
          findings.append(found)
          continue
        }
        let issues = diagnostics(scheme, document, beside: schemes)
        if issues.contains(where: { $0.severity == .error }) {
          findings.append(SourceFindings(source: source, diagnostics: issues))
        }
        schemes.append(scheme)
      }
    }
    return (findings.isEmpty ? Thesaurus(schemes) : nil, findings)
  }

  private static func esco(_ source: SourceText, _ findings: inout [SourceFindings]) -> ConceptScheme? {
    do throws(SyntaxError) {
      return ESCO.read(try CSVParser.parse(source), language: ESCO.language(ofFile: source.name))
    } catch {
      findings.append(SourceFindings(source: source, diagnostics: [error.diagnostic]))
      return nil
    }
  }

  private static func unknown(_ source: SourceText) -> SourceFindings {
    let said = Diagnostic(
      id: "unrecognized", "this is no table of ESCO: none of its records names a column conceptUri",
      help:
        "take skills_en.csv and broaderRelationsSkillPillar_en.csv from ESCO's download, or write a thesaurus in YAML")
    return SourceFindings(source: source, diagnostics: [said])
  }

  /// What of a thesaurus cannot be so, at its places.
  static func diagnostics(
    _ scheme: ConceptScheme, _ document: Document, beside others: [ConceptScheme] = own
  ) -> [Diagnostic] {
    Thesaurus.issues(in: scheme, beside: others).prefix(200).map { issue in
      let pointer = JSONPointer(issue.path)
      return Diagnostic(
        id: issue.id, severity: issue.id == "concept-cycle" ? .warning : .error, issue.message,
        at: document.sourceMap.range(of: pointer), pointer: pointer, help: issue.help)
    }
  }
}
