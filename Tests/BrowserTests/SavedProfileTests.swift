import ParcoursPDF
import TestSupport
import Testing

/// Profiles saved as PDF: two columns on a page of letter size, as LinkedIn sets them, read through `pdftotext`.
@Suite(.serialized) struct SavedProfileTests {
  static let engines = ["weasyprint", "chromium"].filter { Judges.mustRun || Judges.isInstalled($0) }

  private static let page = """
    <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>p</title><style>
    @page { size: 612pt 792pt; margin: 0 }
    body { margin: 0; font: 10.5pt "DejaVu Sans", sans-serif; position: relative }
    p, h1, h2 { margin: 0 } h2 { font-size: 15pt; margin: 14pt 0 6pt } h1 { font-size: 26pt }
    .side { position: absolute; left: 22pt; top: 30pt; width: 185pt; font-size: 8.5pt } .main { margin-left: 224pt; width: 350pt; padding-top: 30pt }
    .c { font-size: 12pt; margin-top: 14pt } .t { font-size: 11.5pt; margin-top: 6pt } .d { margin-top: 6pt }
    </style>
    <div class="side"><h2>Contact</h2><p>+1 514 555 0100 (Mobile)</p><p>camille@example.org</p>
    <p>www.linkedin.com/in/camille-<br>tremblay-12ab34 (LinkedIn)</p>
    <h2>Top Skills</h2><p>Swift</p><p>R &amp; D</p><h2>Languages</h2><p>Français (Native or Bilingual)</p></div>
    <div class="main"><h1>Camille Tremblay</h1><p>Data engineer | public services | Swift</p><p>Montreal, Quebec, Canada</p>
    <h2>Summary</h2><p>I make data that people can rely on, from the first sketch to the nightly run.</p>
    <h2>Experience</h2>
    <p class="c">Assurances Boréal</p><p class="t">Data engineer</p><p>March 2022 - Present (4 years 9 months)</p><p>Montreal, Quebec, Canada</p>
    <p class="d">Moved forty reports to one warehouse and taught the team to keep it.<br>• Cut the nightly run to forty minutes</p>
    <p class="c">Coop Numérique</p><p>3 years 2 months</p><p class="t">Lead developer</p><p>January 2020 - February 2022 (2 years 2 months)</p>
    <p class="t">Developer</p><p>January 2019 - December 2019 (1 year)</p>
    <h2>Education</h2><p class="c">Université de Montréal</p><p>Master’s degree, Computer Science · (2017 - 2019)</p>
    <p>Page 1 of 1</p></div></html>
    """

  @Test(
    .enabled(if: Judges.mustRun || Judges.isInstalled("pdftotext"), "pdftotext is not installed"), arguments: engines)
  func aSavedProfileIsRead(_ engine: String) throws {
    let typesetter = Typesetter(engine: PDFEngine(rawValue: engine))
    let document = try typesetter.typeset(
      Array(Self.page.utf8), PDFInformation(title: "p", author: "", day: "20261126"))
    let path = Repository.temporaryFolder() + "/Profile.pdf"
    Repository.write(document.bytes, to: path)
    let run = Program.run(Program.parcours, ["convert", path, "-t", "yaml", "--as-of", "2026-11-26"])
    #expect(run.status == 0 && !run.errorText.contains("warning"), "\(run.errorText)")
    for piece in [
      "name: Camille Tremblay\nheadline: Data engineer | public services | Swift",
      "username: camille-tremblay-12ab34", "    city: Montreal, Quebec, Canada\n", "  - name: R & D", "fluency: native",
      "summary: I make data that people can rely on, from the first sketch to the nightly run.",
      "    title: Data engineer\n    organization:\n      name: Assurances Boréal\n    startDate: 2022-03\n",
      "    summary: Moved forty reports to one warehouse and taught the team to keep it.\n    highlights: [Cut the nightly run to forty minutes]",
      "    title: Lead developer\n    organization:\n      name: Coop Numérique\n",
      "    title: Developer\n    organization:\n      name: Coop Numérique\n",
      "    studyType: Master’s degree\n    startDate: '2017'\n",
    ] { #expect(run.outputText.contains(piece), "\(piece) in \(run.outputText)\(run.errorText)") }
    #expect(!run.outputText.contains("Page 1 of 1"))
    let again = Program.run(Program.parcours, ["diff", path, path])
    #expect(again.status == 0, "\(again.outputText)")
  }

  @Test func withoutPdftotextItIsNamed() {
    let path = Repository.temporaryFolder() + "/Profile.pdf"
    Repository.write(Array("%PDF-1.4\n".utf8), to: path)
    let run = Program.run("/usr/bin/env", ["PATH=/nowhere", Program.parcours, "convert", path, "-t", "yaml"])
    #expect(run.status == 2 && run.errorText.contains("poppler-utils"), "\(run.errorText)")
  }

  @Test(.enabled(if: Judges.isInstalled("pdftotext"), "pdftotext is not installed"))
  func aBrokenFileAndOneOfSomethingElseAreTold() {
    let path = Repository.temporaryFolder() + "/Profile.pdf"
    Repository.write(Array("%PDF-1.4\nnothing".utf8), to: path)
    let broken = Program.run(Program.parcours, ["convert", path, "-t", "yaml"])
    #expect(broken.status == 1 && broken.errorText.contains("pdftotext made no text of it"), "\(broken.errorText)")
    #expect(broken.output.isEmpty)
  }
}
