/// What parsers, schemas and reports say, in French. A rule's own sentences stand beside the rule.
public enum French {
  /// From English forms to French ones.
  public static let forms: [String: String] = [:]
}
