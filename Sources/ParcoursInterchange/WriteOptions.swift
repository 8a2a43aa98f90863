/// How an identity is to be written, beside what its view says: what single formats understand, each under a key of its own.
public struct WriteOptions: Sendable {
  /// The key of an option.
  public protocol Key {
    /// What it holds.
    associatedtype Value: Sendable
    /// What holds where nothing is said.
    static var standard: Value { get }
  }

  private var values: [ObjectIdentifier: any Sendable] = [:]

  /// Nothing but standards.
  public init() {}

  /// The value of an option.
  public subscript<K: Key>(_ key: K.Type) -> K.Value {
    get { values[ObjectIdentifier(key)] as? K.Value ?? K.standard }
    set { values[ObjectIdentifier(key)] = newValue }
  }
}
