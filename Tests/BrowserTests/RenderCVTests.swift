import Parcours
import TestSupport
import Testing

/// What is written for RenderCV, before RenderCV's own models; without telephones, since it refuses the numbers that are kept
/// for examples.
struct RenderCVTests {
  @Test(.enabled(if: Judges.areHere, Judges.comment)) func everyExampleIsValid() throws {
    let place = Repository.temporaryFolder()
    var files: [String] = []
    for name in Repository.names(in: Repository.root + "/Examples/profiles") {
      for language in ["en", "fr"] {
        let file = "\(place)/\(name.replacing(".yaml", with: "")).\(language).yaml"
        let run = Program.run(
          Program.parcours,
          [
            "convert", "\(Repository.root)/Examples/profiles/\(name)", "-t", "rendercv", "--lang", language, "-o", file,
            "--quiet",
          ])
        #expect(run.status == 0, "\(run.errorText)")
        files.append(file)
      }
    }
    let judged = Program.run(Judges.python, [Judges.scripts + "/rendercv_judge.py"] + files)
    #expect(judged.status == 0, "\(judged.outputText.suffix(2_000))\(judged.errorText.suffix(500))")
  }
}
