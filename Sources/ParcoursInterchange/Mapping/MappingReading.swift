package import ParcoursModel
package import ParcoursSource
package import ParcoursSyntax

extension Mapping {
  /// Reads a document of JSON's shape.
  ///
  /// - Parameters:
  ///   - read: the document; nil is the input's own.
  ///   - written: the bytes of the input that bytes of the document are.
  ///   - isOne: whether it is one of the format's.
  ///   - missing: what is said where it is none.
  package func read(
    _ input: Input, by read: Result<Document, SyntaxError>? = nil,
    at written: @escaping @Sendable (Range<Int>) -> Range<Int> = { $0 },
    where isOne: (JSONValue) -> Bool, missing: Diagnostic
  ) -> Reading {
    let document: Document
    do throws(SyntaxError) {
      document = try (read ?? input.document).get()
    } catch {
      return .failed(error.diagnostic)
    }
    let duplicates = document.duplicateKeyDiagnostics(severity: .error).prefix(200).map { $0.moved(written) }
    let value = Tree.value(document, asWritten: true)
    guard case .object = value, isOne(value) else {
      return Reading(identity: nil, diagnostics: duplicates + [missing])
    }
    var reading = self.read(value) { place in
      document.index(at: JSONPointer(place)).map { written(document.entries[$0].range) }
    }
    reading.diagnostics = duplicates + reading.diagnostics
    return reading
  }

  /// Reads a value. O(values).
  ///
  /// - Parameter range: the bytes of a place of the format.
  package func read(_ value: JSONValue, range: @escaping @Sendable ([String]) -> Range<Int>?) -> Reading {
    let run = Taking.Run(format: format, known: members)
    var (taking, item) = (Taking(value, run: run), MappedItem())
    for row in rows { row.take(&taking, &item) }
    taking.keep(in: &item)
    let places = run.places
    let map = SourceMap { pointer in
      // What was taken as a whole has its parts in it.
      for length in stride(from: pointer.tokens.count, through: 0, by: -1) {
        guard let place = places[Array(pointer.tokens.prefix(length))] else { continue }
        return range(place + pointer.tokens.dropFirst(length))
      }
      return nil
    }
    var context = DecodingContext()
    let identity = Identity.decode(item.value, &context)?.guarded
    let found =
      run.issues.map { ($0, range($0.path)) } + context.issues.map { ($0, map.range(of: JSONPointer($0.path))) }
    let issues = found.map { issue, range in
      Diagnostic(id: issue.id, severity: .warning, issue.message, at: range, help: issue.help)
    }
    return Reading(
      identity: identity, sourceMap: map, diagnostics: issues + kept(item.value))
  }

  /// Says what is kept beside the model.
  private func kept(_ identity: JSONValue) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    func walk(_ value: JSONValue) {
      for element in value.elements { walk(element) }
      for member in value.members {
        if member.key == "extensions" {
          for inner in member.value[format]?.members ?? [] { counts[inner.key, default: 0] += 1 }
        } else {
          walk(member.value)
        }
      }
    }
    walk(identity)
    guard !counts.isEmpty else { return [] }
    let names = counts.sorted { $0.key < $1.key }.map { $0.value > 1 ? "\($0.key) (\($0.value))" : $0.key }
    let (shown, more) = (names.prefix(24).joined(separator: ", "), names.count - 24)
    return [
      Diagnostic(
        id: "kept", severity: .note,
        more > 0
          ? "kept under extensions.\(format), since the model has no place for it: \(shown) and \(more) more"
          : "kept under extensions.\(format), since the model has no place for it: \(shown)",
        help: "it is private, and given back to nobody unless asked for")
    ]
  }
}

extension Diagnostic {
  /// The finding with its places where they are in the text as it was written.
  fileprivate func moved(_ written: (Range<Int>) -> Range<Int>) -> Diagnostic {
    var finding = self
    finding.location = location.map { Location(written($0.range)) }
    finding.notes = notes.map { Note($0.message, at: $0.location.map { written($0.range) }, elsewhere: $0.elsewhere) }
    return finding
  }
}

extension Identity {
  /// The identity with what should not be published unasked, telephone and address, for the network: others' formats know no
  /// audiences.
  package var guarded: Identity {
    var identity = self
    if identity.contact?.phone != nil {
      identity.contact?.attributes.fieldVisibility = FieldVisibility([.init("phone", .network)])
    }
    let hidden = [("address", contact?.location?.address), ("postalCode", contact?.location?.postalCode)]
      .filter { $0.1 != nil }
    if !hidden.isEmpty {
      identity.contact?.location?.attributes.fieldVisibility = FieldVisibility(hidden.map { .init($0.0, .network) })
    }
    return identity
  }
}
