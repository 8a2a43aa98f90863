public import ParcoursInterchange
package import ParcoursModel
package import ParcoursSource
package import ParcoursSyntax
internal import ParcoursTransform

extension Format {
  /// What a new identity is written in.
  public static let ownSource = yaml

  /// The model itself, as YAML.
  public static let yaml = Format(
    id: "yaml", summary: "the identity itself, as YAML with comments", names: ["*.yaml", "*.yml"],
    mediaType: "application/yaml", capabilities: [.native, .marks, .lossless, .editable, .hasOutputs],
    schema: "identity", detect: { $0.syntax == .yaml ? Canonical.detect($0) : .none }, read: Canonical.read
  ) { view, _ in
    Artifact(YAMLPrinter.print(Tree.document(view.record.json)))
  }

  /// The model itself, as JSON.
  public static let json = Format(
    id: "json", summary: "the identity itself, as JSON", names: ["*.json"], mediaType: "application/json",
    capabilities: [.native, .marks, .lossless, .editable, .hasOutputs], schema: "identity",
    detect: { $0.syntax == .json ? Canonical.detect($0) : .none }, read: Canonical.read
  ) { view, _ in
    Artifact(JSONPrinter.print(Tree.document(view.record.json)))
  }
}

/// The model's own form over a parsed document.
package enum Canonical {
  /// The fields that other documents have, too.
  private static let shared: Set<String> = [
    "$schema", "skills", "languages", "projects", "publications", "awards", "certificates", "interests", "parcours",
  ]
  private static let own = Identity.fields.map(\.name).filter { !shared.contains($0) }

  /// How sure it is that an input is an identity: by its mark, else by its fields, since one that forgot its mark is no other
  /// document, whose unknown keys would be given to everyone.
  package static func detect(_ probe: Probe) -> Confidence {
    if probe.hasMark("parcours") { return .mark.more(5) }
    // One word, such as `name`, is in many files.
    let found = own.filter { probe.has([$0]) }
    return found.count > 1 || found == ["path"] ? .shape.less(10) : .none
  }

  /// Reads an identity.
  package static func read(_ input: Input) -> Reading {
    do throws(SyntaxError) {
      return read(try input.document.get())
    } catch {
      return .failed(error.diagnostic)
    }
  }

  /// Reads an identity.
  package static func read(_ document: Document) -> Reading {
    var (identity, diagnostics) = decode(Identity.self, document)
    if let version = identity?.parcours, version != 1 {
      diagnostics.append(
        Diagnostic(
          id: "version", "version \(version) of the model is not known here",
          at: document.sourceMap.range(of: JSONPointer(["parcours"])),
          help: "write `parcours: 1`, or take a newer program"))
    }
    return Reading(
      identity: identity, sourceMap: document.sourceMap,
      diagnostics: document.duplicateKeyDiagnostics(severity: .error).prefix(200) + diagnostics)
  }

  /// Reads any record; what is of the wrong shape is an error at its place.
  package static func decode<Value: Record>(_ type: Value.Type, _ document: Document) -> (Value?, [Diagnostic]) {
    var context = DecodingContext()
    let value = Value.decode(Tree.value(document), &context)
    return (value, diagnostics(context.issues, document, severity: .error))
  }

  /// Issues as findings. Each place is looked for from the root, so that only as many are made as anybody reads.
  static func diagnostics(_ issues: [DecodingIssue], _ document: Document, severity: Severity) -> [Diagnostic] {
    var found = issues.prefix(200).map { diagnostic($0, document, severity: severity) }
    if issues.count > 200 {
      found.append(
        Diagnostic(
          id: issues[200].id, severity: severity, "\(issues.count - 200) more of this kind follow",
          at: found.last?.range))
    }
    return found
  }

  private static func diagnostic(_ issue: DecodingIssue, _ document: Document, severity: Severity) -> Diagnostic {
    let pointer = JSONPointer(issue.path)
    let place = issue.path.isEmpty ? "" : pointer.spoken + ": "
    return Diagnostic(
      id: issue.id, severity: severity, "\(place)\(issue.message)",
      at: document.sourceMap.range(of: pointer),
      pointer: pointer, help: issue.help)
  }
}
