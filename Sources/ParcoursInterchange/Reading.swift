public import ParcoursModel
public import ParcoursSource

/// What a reader made of an input. A reader never throws on bad content: it says what is wrong.
public struct Reading: Sendable {
  /// The identity; nil where nothing could be made of the input.
  public var identity: Identity?
  /// Where the identity's places came from.
  public var sourceMap: SourceMap
  /// What is wrong; an error means that something could not be kept.
  public var diagnostics: [Diagnostic]
  /// The text that places are in, where that is not the input's own: what was taken out of a PDF.
  public var source: SourceText?
  /// Fields that were read under a name the format no longer has.
  public var renamedFields: [RenamedField] = []
  /// Sections that the source can speak of, where it may lack any: what is not in it was not said to be empty. nil where it can
  /// speak of all.
  public var sections: Set<String>?

  /// Makes a reading.
  public init(identity: Identity?, sourceMap: SourceMap = SourceMap(), diagnostics: [Diagnostic] = []) {
    self.identity = identity
    self.sourceMap = sourceMap
    self.diagnostics = diagnostics
  }

  /// A reading of which nothing could be made.
  public static func failed(_ diagnostic: Diagnostic) -> Reading { Reading(identity: nil, diagnostics: [diagnostic]) }

  /// Whether something is wrong with it.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A field that was read under a name the format no longer has.
public struct RenamedField: Sendable, Hashable {
  /// The name it was found under.
  public let old: String
  /// The name it has now.
  public let new: String
  /// The place in the input.
  public let pointer: JSONPointer
  /// Its value's bytes.
  public let range: Range<Int>

  /// Makes one.
  public init(old: String, new: String, pointer: JSONPointer, range: Range<Int>) {
    self.old = old
    self.new = new
    self.pointer = pointer
    self.range = range
  }
}
