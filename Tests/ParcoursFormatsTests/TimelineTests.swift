import Parcours
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats

/// The path as a picture: nothing stands on anything else, and all of it is said in words.
@Suite struct TimelineTests {
  private func layout(_ identity: Identity, _ language: String = "en") throws -> TimelineLayout {
    let view = IdentityView(identity, audience: .private, language: language, asOf: today)
    let page = HTMLPage(view: view, options: WriteOptions())
    let layout = TimelineLayout(view, words: page.words, asOf: today) { page.plainTitle($0) }
    return try #require(layout)
  }

  private func step(_ kind: Step.Kind, _ start: Int, _ months: Int?, _ random: inout SystemRandomNumberGenerator)
    -> Step
  {
    var step = Step()
    step.kind = kind
    step.title = LocalizedText("Role \(start % 97) of somebody with a name")
    step.startDate = PartialDate(year: start / 12, month: start % 12 + 1)
    if let months { step.endDate = PartialDate(year: (start + months) / 12, month: (start + months) % 12 + 1) }
    step.workload = [20, 40, 50, 60, 80, 100].randomElement(using: &random)
    return step
  }

  @Test func barsAndLabelsNeverOverlap() throws {
    var random = SystemRandomNumberGenerator()
    for round in 0..<200 {
      var identity = Identity()
      for _ in 0..<(round % 30 + 1) {
        let kind = Step.Kind.allCases.randomElement(using: &random) ?? .role
        let start = Int.random(in: 1980 * 12..<2026 * 12, using: &random)
        identity.path.append(step(kind, start, Bool.random() ? Int.random(in: 0..<60, using: &random) : nil, &random))
      }
      let layout = try layout(identity)
      for (index, bar) in layout.bars.enumerated() {
        #expect(bar.start >= 0 && bar.end <= TimelineAxis.width + 3 && bar.start < bar.end)
        if let label = bar.label { #expect(TimelineLayout.width(label) <= bar.end - bar.start) }
        #expect(bar.label != nil || bar.number != nil)
        for other in layout.bars.dropFirst(index + 1) {
          let apart =
            bar.end <= other.start + 0.5 || other.end <= bar.start + 0.5 || bar.bottom <= other.top
            || other.bottom <= bar.top
          #expect(apart, "\(bar.start)–\(bar.end) at \(bar.top) and \(other.start)–\(other.end) at \(other.top)")
        }
      }
      for line in layout.legend { #expect(TimelineLayout.width(line) <= 345) }
      for (left, right) in zip(layout.axis.years, layout.axis.years.dropFirst()) { #expect(right.x - left.x >= 34) }
    }
  }

  @Test func twentyStepsTakeEightKilobytes() throws {
    var random = SystemRandomNumberGenerator()
    var identity = Identity()
    identity.name = "Ana Lopez"
    for index in 0..<20 {
      identity.path.append(step(index % 7 == 3 ? .break : .role, 2000 * 12 + index * 14, 13, &random))
      identity.path[index].organization = Organization(named: "An organization")
    }
    let svg = Format.svg.written(identity, Looking(language: "fr", audience: .public, asOf: today))
    #expect(svg.count <= 8_192, "\(svg.count)")
  }

  @Test func workloadIsTheHeightAndTheFutureIsAhead() throws {
    var identity = Identity()
    var half = Step()
    half.title = "Half"
    half.workload = 50
    half.startDate = PartialDate("2020")
    var whole = half
    whole.title = "Whole"
    whole.workload = 100
    var wanted = Step()
    wanted.title = "Wanted"
    wanted.status = .sought
    identity.path = [half, whole, wanted]
    let layout = try layout(identity)
    #expect(layout.bars[0].height * 2 == layout.bars[1].height)
    #expect(layout.bars[2].start >= layout.now && layout.bars[2].tense == .future)
    #expect(layout.bars[0].end <= layout.now + 1)
  }

  @Test func thePictureIsSaidInWordsAndEscaped() throws {
    let text = """
      parcours: 1
      name: Ana <script>
      path:
        - {kind: role, id: a, title: "Cook & <b>", startDate: 2015, endDate: 2019-06, workload: 60}
        - {kind: break, reason: caregiving, startDate: 2019-07, endDate: 2020-03}
        - {kind: role, title: Coder, startDate: 2020-04, transition: {kind: pivot, from: a, carriedOver: [planning]}}
      """
    for (language, words) in [
      (
        "en",
        ["Cook &amp; &lt;b&gt;, 60% (2015 – June 2019).", "Career break: Caregiving", "planning", ">Now<"]
      ),
      ("fr", ["Pause carrière\u{202F}: Aide à un proche", ">Aujourd’hui<"]),
    ] {
      let svg = String(
        decoding: try #require(converted(Array(text.utf8), .yaml, .svg, language: language).output), as: UTF8.self)
      for word in words { #expect(svg.contains(word), "\(word)") }
      #expect(!svg.contains("<script") && !svg.contains("<b>") && svg.contains("role=\"img\""))
    }
  }

  @Test func withoutDatesThereIsATitle() throws {
    let svg = String(
      decoding: try #require(converted(Array("parcours: 1\nname: A".utf8), .yaml, .svg).output), as: UTF8.self)
    #expect(svg.contains("<title>"))
  }
}
