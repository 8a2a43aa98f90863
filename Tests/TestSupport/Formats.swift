public import Parcours
public import ParcoursFormats
public import ParcoursInterchange
public import ParcoursModel
public import ParcoursSource
internal import ParcoursTransform

/// With whose eyes, in which language and on which day an identity is written in a test.
public struct Looking: Sendable {
  /// The language of the output.
  public var language: String
  /// Who looks.
  public var audience: Visibility
  /// The day that counts as today.
  public var asOf: PartialDate
  /// How a page is dressed.
  public var page = PageOptions()

  /// Makes one; without a theme unless one is given.
  public init(language: String, audience: Visibility, asOf: PartialDate, theme: Theme = .none) {
    self.language = language
    self.audience = audience
    self.asOf = asOf
    page.theme = theme
  }
}

extension Format {
  /// What its reader makes of a text.
  public func reading(_ source: SourceText) -> Reading {
    read?(Input(source, extract: Input.words)) ?? Reading(identity: nil)
  }

  /// What its writer makes of an identity.
  public func artifact(_ identity: Identity, _ looking: Looking) -> Artifact {
    var options = WriteOptions()
    options.page = looking.page
    let view = IdentityView(
      identity, audience: looking.audience, format: extensionKey, language: looking.language, asOf: looking.asOf
    ) { Thesauri.standard.spoken($0, language: looking.language) }
    return write?(view, options) ?? Artifact([])
  }

  /// The bytes of what its writer makes of an identity; none where it makes nothing.
  public func written(_ identity: Identity, _ looking: Looking) -> [UInt8] { artifact(identity, looking).bytes ?? [] }
}

extension Registry {
  /// The format that an identity is read by from a text.
  public func format(of source: SourceText) -> Format? {
    guard case .known(let type) = recognize(Input(source, extract: Input.words)) else { return nil }
    return type.format
  }
}

extension Converter {
  /// Converts a text.
  public func convert(
    _ source: SourceText, from format: Format? = nil, to output: Format, _ options: ConversionOptions
  ) -> Conversion {
    convert(Input(source, extract: Input.words), from: format, to: output, options)
  }
}
