import ParcoursModel
import Testing

struct PartialDateTests {
  @Test(arguments: ["2019", "2019-04", "2019-04-30", "2024-02-29", "1000", "9999-12-31"])
  func goodOnesKeepTheirPrecision(_ text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: [
    "", "19", "2019-4", "2019-13", "2019-00", "2023-02-29", "2019-04-31", "2019-04-00", "0999", "2020\n", "٢٠٢٠",
    "2019/04", "1900-02-29",
  ])
  func badOnesAreNone(_ text: String) { #expect(PartialDate(text) == nil) }

  @Test func dayNumbersCountEveryDayOnce() throws {
    var expected = try #require(PartialDate("1899-12-28")).firstDay
    for year in [1899, 1900, 1999, 2000, 2023, 2024] {
      expected = try #require(PartialDate(year: year, month: 1, day: 1)).firstDay
      for month in 1...12 {
        for day in 1...PartialDate.days(inMonth: month, of: year) {
          let date = try #require(PartialDate(year: year, month: month, day: day))
          #expect(date.firstDay == expected)
          #expect(PartialDate(dayNumber: expected) == date)
          expected += 1
        }
      }
    }
    #expect(try #require(PartialDate("1970-01-01")).firstDay == 0)
  }

  @Test func aYearIsAllItsDays() throws {
    let year = try #require(PartialDate("2024"))
    #expect(year.lastDay - year.firstDay == 365)
    let (february, leapDay) = (try #require(PartialDate("2024-02")), try #require(PartialDate("2024-02-29")))
    #expect(february.lastDay == leapDay.firstDay)
  }
}

struct LocalizedTextTests {
  private let text = LocalizedText(versions: [
    .init(language: "fr-CA", text: "Bonjour"), .init(language: "en", text: "Hello"),
  ])

  @Test func theNearestLanguageIsChosen() {
    #expect(text.version(for: "fr", documentLanguage: "en")?.text == "Bonjour")
    #expect(text.version(for: "de", documentLanguage: "fr")?.text == "Bonjour")
    #expect(text.version(for: "de", documentLanguage: "it")?.text == "Hello")
    #expect(LocalizedText("Hallo").version(for: "fr", documentLanguage: "de") == .init(language: "de", text: "Hallo"))
  }
}

struct StepTests {
  @Test(arguments: [
    ("2020", "2021", Step.Status.held, Tense.past), ("2020", "", .held, .present), ("2027", "", .held, .future),
    ("2020", "", .sought, .future), ("2027-01", "", .agreed, .future), ("2026", "2026-11", .held, .present),
  ])
  func tensesFollowTheDay(_ start: String, _ end: String, _ status: Step.Status, _ tense: Tense) throws {
    var step = Step()
    step.startDate = PartialDate(start)
    step.endDate = PartialDate(end)
    step.status = status
    #expect(step.tense(asOf: try #require(PartialDate("2026-11-21"))) == tense)
  }
}

struct FoldingTests {
  @Test(arguments: [
    ("Gestion de Projet", "gestion de projet"), ("  É-commerce!", "e commerce"), ("C++", "c++"), ("Œuvre", "oeuvre"),
  ])
  func caseAccentsAndPunctuationAreAside(_ text: String, _ folded: String) { #expect(Folding.folded(text) == folded) }
}
