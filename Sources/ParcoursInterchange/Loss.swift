public import ParcoursModel
public import ParcoursSource

/// A field that a format did not carry.
public struct Loss: Sendable, Hashable, Comparable {
  /// What became of it.
  public enum Kind: String, Sendable {
    /// It is not there.
    case dropped
    /// It is there in another form.
    case changed
  }

  /// The field, indices left out: `path[].workload`.
  public let field: String
  /// What became of it.
  public let kind: Kind
  /// How many values.
  public let count: Int

  /// Makes one.
  public init(field: String, kind: Kind, count: Int) {
    self.field = field
    self.kind = kind
    self.count = count
  }

  /// By field.
  public static func < (left: Loss, right: Loss) -> Bool {
    (left.field, left.kind.rawValue) < (right.field, right.kind.rawValue)
  }

  /// What of `original` is not in `copy`: computed by comparing both, so that nothing is left out by forgetting it.
  ///
  /// Texts without marks are the same however they are escaped. Elements of lists are matched by their likeness, so that another order is no loss. O(n × m) for lists of n and m.
  public static func between(_ original: Identity, _ copy: Identity) -> [Loss] {
    var found: [String: (kind: Kind, count: Int)] = [:]
    compare(original.normalizedTexts.json, copy.normalizedTexts.json, "", &found)
    return found.map { Loss(field: $0.key, kind: $0.value.kind, count: $0.value.count) }.sorted()
  }

  private static func compare(
    _ original: JSONValue, _ copy: JSONValue?, _ field: String, _ found: inout [String: (kind: Kind, count: Int)]
  ) {
    guard original != copy else { return }
    switch (original, copy) {
    case (.object(let members), .object?):
      for member in members {
        compare(member.value, copy?[member.key], field.isEmpty ? member.key : "\(field).\(member.key)", &found)
      }
    case (.array(let elements), .array(let others)?):
      // Long lists are not put in order for this: the square of them is worth no report.
      if elements.count * others.count > 40_000 {
        for (index, element) in elements.enumerated() {
          compare(element, others.indices.contains(index) ? others[index] : nil, field + "[]", &found)
        }
        return
      }
      var left = others
      for element in elements {
        let best = left.indices.max { likeness(element, left[$0]) < likeness(element, left[$1]) }
        if let best, likeness(element, left[best]) > 0 {
          compare(element, left.remove(at: best), field + "[]", &found)
        } else {
          compare(element, nil, field + "[]", &found)
        }
      }
    default:
      let kind: Kind = copy == nil ? .dropped : .changed
      found[field, default: (kind, 0)].count += 1
    }
  }

  private static func likeness(_ left: JSONValue, _ right: JSONValue) -> Int {
    if left == right { return 1_000 }
    switch (left, right) {
    case (.object(let members), .object):
      return members.reduce(0) { sum, member in
        guard let other = right[member.key] else { return sum }
        let weight = ["title", "name", "startDate", "language", "id"].contains(member.key) ? 10 : 1
        return sum + (other == member.value ? weight : weight * min(1, likeness(member.value, other)))
      }
    case (.array(let elements), .array(let others)): return elements.filter(others.contains).count
    // A text that lost its other languages, or whose spaces were set for print, is still that text.
    case (.object(let members), .string): return members.contains { likeness($0.value, right) > 0 } ? 5 : 0
    case (.string, .object(let members)): return members.contains { likeness(left, $0.value) > 0 } ? 5 : 0
    case (.string(let one), .string(let other)): return isSame(one, other) ? 5 : 0
    default: return 0
    }
  }

  /// Whether two texts differ in their spaces alone.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    func spelt(_ text: String) -> some Sequence<Unicode.Scalar> {
      text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }
    }
    return !one.isEmpty && spelt(one).elementsEqual(spelt(other))
  }
}

extension Loss {
  /// What is said of losses.
  public enum Telling: Sendable {
    /// How many there are.
    case counts
    /// Each field.
    case fields
  }

  /// What is said of the losses of a format. A loss says nothing of a place: the output has none for it.
  public static func diagnostics(_ losses: [Loss], in format: String, _ telling: Telling, severity: Severity)
    -> [Diagnostic]
  {
    func said(_ kind: Kind) -> [Diagnostic] {
      let own = losses.filter { $0.kind == kind }
      guard !own.isEmpty else { return [] }
      if telling == .fields {
        return own.map { loss in
          let field = loss.count > 1 ? "\(loss.field) (\(loss.count))" : loss.field
          return Diagnostic(
            id: kind.rawValue, severity: severity,
            kind == .dropped ? "\(format) does not carry \(field)" : "\(format) carries \(field) in another form")
        }
      }
      let help: Message = "--losses list names them"
      let message: Message =
        switch (kind, own.count) {
        case (.dropped, 1): "\(format) does not carry \(own[0].field)"
        case (.changed, 1): "\(format) carries \(own[0].field) in another form"
        case (.dropped, let count): "\(format) does not carry \(count) fields"
        case (.changed, let count): "\(format) carries \(count) fields in another form"
        }
      return [Diagnostic(id: kind.rawValue, severity: severity, message, help: own.count == 1 ? nil : help)]
    }
    return said(.dropped) + said(.changed)
  }
}
