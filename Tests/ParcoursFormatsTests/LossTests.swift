import ParcoursFormats
import ParcoursInterchange
import ParcoursModel
import Testing

/// What is carried in another form is not told as dropped, and what is dropped is.
struct LossTests {
  private func identity(_ carried: [LocalizedText]) -> Identity {
    var identity = Identity()
    var step = Step()
    step.transition = Transition()
    step.transition?.carriedOver = carried
    identity.path = [step]
    return identity
  }

  private func losses(_ original: [LocalizedText], _ copy: [LocalizedText]) -> [String] {
    Loss.between(identity(original), identity(copy)).map { "\($0.field) \($0.kind.rawValue) \($0.count)" }
  }

  @Test func aTextOfOneLanguageIsCarriedInAnotherForm() {
    let both = LocalizedText(versions: [
      .init(language: "fr", text: "la planification"), .init(language: "en", text: "planning"),
    ])
    #expect(losses([both], ["la planification"]) == ["path[].transition.carriedOver[] changed 1"])
    #expect(losses(["other", both], ["la planification", "other"]) == ["path[].transition.carriedOver[] changed 1"])
    #expect(losses([both], ["patience"]) == ["path[].transition.carriedOver[] dropped 1"])
  }

  @Test func spacesSetForPrintAreNotALostText() {
    #expect(
      losses(["Accueil : oui !"], ["Accueil\u{202F}: oui\u{202F}!"]) == ["path[].transition.carriedOver[] changed 1"])
    #expect(losses(["Accueil : oui !"], ["Accueil : non !"]) == ["path[].transition.carriedOver[] dropped 1"])
    #expect(losses(["one", "two"], ["two", "one"]).isEmpty)
  }
}
