public import ParcoursSource

/// A schema that cannot be used: where, and why.
public struct SchemaError: Error, Sendable {
  /// One sentence.
  public let message: Message
  /// The bytes of the schema's own text it is about.
  public let range: Range<Int>
}
