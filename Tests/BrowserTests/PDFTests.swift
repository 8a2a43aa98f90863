import Parcours
import ParcoursPDF
import ParcoursSource
import TestSupport
import Testing

/// The page on paper, by each engine that is installed.
@Suite(.serialized) struct PDFTests {
  static let engines = ["weasyprint", "chromium"].filter { Judges.mustRun || Judges.isInstalled($0) }
  private let profile = Repository.root + "/Examples/profiles/marc-lefebvre.yaml"

  private func made(_ engine: String, _ more: [String], as name: String = "cv") -> (path: String, run: Run) {
    let path = "\(Repository.temporaryFolder())/\(name).pdf"
    let arguments = ["convert", profile, "-t", "pdf", "-o", path, "--engine", engine, "--as-of", "2026-11-21"] + more
    return (path, Program.run(Program.parcours, arguments))
  }

  @Test(
    .enabled(if: !engines.isEmpty, "neither WeasyPrint nor Chromium is installed"), arguments: engines,
    Themes.all.map(\.name))
  func everyRoleHasItsOwnBulletsInOrder(_ engine: String, _ theme: String) throws {
    guard Judges.isInstalled("pdftotext") else { return }
    let (path, run) = made(engine, ["--lang", "fr", "--theme", theme])
    #expect(run.status == 0, "\(run.errorText)")
    let text = Program.run("/usr/bin/env", ["pdftotext", path, "-"]).outputText.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    // Title, organization, dates and results of each step follow each other, before the next step begins.
    var rest = text[...]
    let start = try #require(rest.firstRange(of: "Parcours"))
    rest = rest[start.upperBound...]
    for piece in [
      "Lefebvre Logiciels", "mai 2021 – aujourd’hui", "2 millions de lignes par mois", "Sauvegardes restaurées",
      "Un changement de métier", "Atelier Lefebvre", "février 2008 – janvier 2020",
    ] {
      let found = try #require(rest.firstRange(of: piece), "\(piece) after the one before it")
      rest = rest[found.upperBound...]
    }
  }

  @Test(.enabled(if: Judges.areHere, Judges.comment), arguments: engines)
  func itSaysWhatItIs(_ engine: String) throws {
    let (path, run) = made(engine, ["--lang", "fr"])
    #expect(run.status == 0, "\(run.errorText)")
    let said = Program.run(Judges.python, [Judges.scripts + "/outline.py", path]).outputText
    for piece in [
      "\"author\": \"Marc Lefebvre\"", "\"title\": \"Marc Lefebvre \\u2014 ", "\"language\": \"fr", "\"tagged\": true",
      "\"Parcours\"", "\"\\u00c9b\\u00e9niste\"",
    ] { #expect(said.contains(piece), "\(piece): \(said)") }
  }

  /// What a program reads in the document: the name first, then how to reach them, roles before skills, and whole words.
  @Test(
    .enabled(if: !engines.isEmpty && Judges.isInstalled("pdftotext"), "no engine, or no pdftotext, is installed"),
    arguments: engines, Themes.names)
  func theTextIsInReadingOrder(_ engine: String, _ theme: String) throws {
    let place = Repository.temporaryFolder()
    let yaml = """
      parcours: 1
      name: Zoë Afflick
      headline: Efficient officer of affluent offices
      summary: First things first, in a fluffy fjord.
      contact: {email: zoe@example.org, location: {city: Fflint}}
      path:
        - {kind: role, title: Chief officer, organization: {name: Flint}, startDate: 2020-01, highlights: [Cut the effluent by half]}
        - {kind: role, title: Baffler, organization: {name: Fife}, startDate: 2015-01, endDate: 2019-12}
      skills: [{name: Firefighting}, {name: Waffles}]
      """
    Repository.write(Array(yaml.utf8), to: place + "/zoe.yaml")
    let made = Program.run(
      Program.parcours,
      [
        "convert", place + "/zoe.yaml", "-o", place + "/zoe.pdf", "--engine", engine, "--theme", theme, "--audience",
        "private", "--quiet",
      ])
    #expect(made.status == 0, "\(made.errorText)")
    let text = Program.run("/usr/bin/env", ["pdftotext", "-raw", place + "/zoe.pdf", "-"]).outputText
    var last = text.startIndex
    for words in [
      "Zoë Afflick", "Efficient officer", "zoe@example.org", "Chief officer", "effluent", "Baffler", "Waffles",
    ] {
      let found = try #require(text[last...].firstRange(of: words), "\(words) in \(text)")
      last = found.lowerBound
    }
  }

  @Test(.enabled(if: !engines.isEmpty, "neither WeasyPrint nor Chromium is installed"), arguments: engines)
  func pagesAreCountedAndLimited(_ engine: String) {
    let (path, run) = made(engine, ["--pages", "1"])
    #expect(
      run.status == 1 && run.errorText.contains("error: the PDF has 2 pages, and 1 may be taken"), "\(run.errorText)")
    #expect(Repository.read(path) == nil, "nothing is written where it does not fit")
    let fits = made(engine, ["--pages", "2", "--theme", "compact"])
    #expect(fits.run.status == 0 && fits.run.errorText.contains("the PDF has 1 page, and 2 may be taken"))
    #expect(Repository.read(fits.path)?.starts(with: Array("%PDF-".utf8)) == true)
  }

  @Test(.enabled(if: engines.contains("weasyprint"), "WeasyPrint is not installed"))
  func theSamePageIsTheSameFile() {
    let first = Repository.read(made("weasyprint", []).path)
    #expect(first != nil && first == Repository.read(made("weasyprint", []).path))
  }

  /// `build` knows a document by the page it was made of: without an engine, and whichever made it.
  @Test(.enabled(if: !engines.isEmpty, "neither WeasyPrint nor Chromium is installed"), arguments: engines)
  func whatIsMadeIsNotMadeAgain(_ engine: String) {
    let folder = Repository.temporaryFolder()
    func write(_ name: String) {
      let text = "parcours: 1\nname: \(name)\noutputs: [{format: pdf, path: cv.pdf, language: en}]\n"
      Repository.write(Array(text.utf8), to: folder + "/me.yaml")
    }
    let arguments = ["build", folder + "/me.yaml", "--as-of", "2026-11-21", "--losses", "ignore"]
    let without = ["PATH=/nowhere", Program.parcours] + arguments
    write("Ana López")
    let made = Program.run(Program.parcours, arguments + ["--engine", engine])
    #expect(made.status == 0 && made.outputText.hasPrefix("wrote "), "\(made.errorText)")
    let first = Repository.read(folder + "/cv.pdf")
    let again = Program.run("/usr/bin/env", without)
    #expect(again.status == 0 && again.outputText.hasPrefix("unchanged "), "\(again.errorText)")
    #expect(Program.run("/usr/bin/env", without + ["--check"]).status == 0)
    write("Bo")
    #expect(Program.run("/usr/bin/env", without + ["--check"]).status == 1)
    #expect(Program.run("/usr/bin/env", without).status == 2)
    #expect(first != nil && Repository.read(folder + "/cv.pdf") == first)
  }

  @Test func withoutAnEngineBothAreNamed() {
    let output = Repository.temporaryFolder() + "/never.pdf"
    let run = Program.run(
      "/usr/bin/env", ["PATH=/nowhere", Program.parcours, "convert", profile, "-t", "pdf", "-o", output])
    #expect(run.status == 2 && Repository.read(output) == nil)
    #expect(run.errorText.contains("neither WeasyPrint nor Chromium is installed"), "\(run.errorText)")
    #expect(run.errorText.contains("apt-get install weasyprint"))
  }

  /// An engine that hangs is stopped; one that makes nothing is told.
  @Test func anEngineThatMakesNothingIsTold() {
    let place = Repository.temporaryFolder()
    _ = Program.run(
      "/bin/sh",
      [
        "-c",
        "printf '#!/bin/sh\\necho it broke >&2\\nexit 3\\n' > '\(place)/weasyprint'; chmod +x '\(place)/weasyprint'",
      ])
    let run = Program.run(
      "/usr/bin/env",
      ["PATH=\(place):/usr/bin:/bin", Program.parcours, "convert", profile, "-t", "pdf", "--engine", "weasyprint"])
    #expect(
      run.status == 2 && run.output.isEmpty && run.errorText.contains("weasyprint made no PDF: it broke"),
      "\(run.errorText)")
  }

  /// An engine that hangs is stopped with all that it started, and leaves nothing behind.
  @Test func anEngineThatHangsIsStopped() throws {
    let place = Repository.temporaryFolder()
    let script = "#!/bin/sh\necho $0 $PWD > '\(place)/where'\nsleep 300 &\necho $! > '\(place)/child'\nwait\n"
    Repository.write(Array(script.utf8), to: place + "/weasyprint")
    _ = Program.run("/bin/chmod", ["+x", place + "/weasyprint"])
    let typesetter = Typesetter(engine: .weasyprint, seconds: 4, path: place)
    let clock = ContinuousClock()
    var said = ""
    let time = clock.measure {
      do throws(PDFError) {
        _ = try typesetter.typeset([0x3C], PDFInformation(title: "", author: "", day: "20261121"))
      } catch { said = "\(error.diagnostic.message)" }
    }
    #expect(said == "weasyprint took longer than 4 s and was stopped" && time < .seconds(200), "\(said) after \(time)")
    let child = try #require(Repository.text(place + "/child")).split(separator: "\n").first.map(String.init) ?? "0"
    #expect(
      Program.run("/bin/sh", ["-c", "ps -o stat= -p \(child) | grep -v Z"]).status != 0, "what it started is gone")
    let folder = try #require(Repository.text(place + "/where")?.split(whereSeparator: \.isWhitespace).last)
    #expect(Program.run("/usr/bin/test", ["-e", String(folder)]).status != 0, "its folder is gone")
  }

  /// Ctrl-C stops the engine and leaves no page behind.
  @Test func aSignalPutsEverythingAway() throws {
    let place = Repository.temporaryFolder()
    let script = "#!/bin/sh\nsleep 300 &\necho $! > '\(place)/child'\nwait\n"
    Repository.write(Array(script.utf8), to: place + "/weasyprint")
    let command = """
      chmod +x weasyprint; mkdir temporary
      TMPDIR='\(place)/temporary' PATH='\(place)':$PATH '\(Program.parcours)' convert '\(profile)' -t pdf --engine weasyprint -o cv.pdf &
      for i in $(seq 300); do [ -s child ] && break; sleep 0.1; done
      kill -TERM $!; wait $!; echo status $?; ls temporary; ps -o stat= -p $(cat child) | grep -v Z
      """
    let run = Program.run("/bin/sh", ["-c", command], in: place)
    #expect(
      run.outputText == "status 2\n" && run.errorText.contains("weasyprint was stopped"),
      "\(run.outputText)\(run.errorText)")
    #expect(Repository.read(place + "/cv.pdf") == nil)
  }
}
