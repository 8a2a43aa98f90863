import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is installed to judge pages with. `Tests/BrowserTests/Scripts/prepare.sh` installs it; `PARCOURS_BROWSER=1` makes its
/// absence a failure.
enum Judges {
  static let scripts = Repository.root + "/Tests/BrowserTests/Scripts"
  static let python = scripts + "/.venv/bin/python"
  static let mustRun = getenv("PARCOURS_BROWSER") != nil
  static let areHere = mustRun || (access(python, X_OK) == 0 && isInstalled("chromedriver"))
  static let comment: Comment = "Tests/BrowserTests/Scripts/prepare.sh installs Chromium and the judges"

  static func isInstalled(_ name: String) -> Bool { Program.exists(name) }
}

/// Pages before readers and a browser that are not ours.
@Suite(.serialized, .enabled(if: Judges.areHere, Judges.comment)) struct BrowserTests {
  private let today = PartialDate("2026-11-21") ?? .epoch

  private func judge(_ pages: [String]) {
    let result = Program.run(Judges.python, [Judges.scripts + "/judge.py"] + pages)
    #expect(result.status == 0, "\(result.outputText.suffix(3_000))\(result.errorText.suffix(1_000))")
  }

  @Test func everyExampleInEveryThemeAndLanguage() throws {
    let place = Repository.temporaryFolder()
    var pages: [String] = []
    for name in Repository.names(in: Repository.root + "/Examples/profiles") {
      let bytes = try #require(Repository.read("\(Repository.root)/Examples/profiles/\(name)"))
      for theme in Themes.all {
        for language in ["fr", "en"] {
          let options = ConversionOptions(language: language, audience: .network, asOf: today, theme: theme)
          let made = Converter().convert(SourceText(name: name, bytes: bytes), from: .yaml, to: .html, options)
          let path = "\(place)/\(name).\(theme.name).\(language).html"
          Repository.write(try #require(made.output), to: path)
          pages.append(path)
        }
      }
    }
    #expect(pages.count == 64)
    judge(pages)
  }

  /// Each button of LinkedIn's sheet copies its field as it stands; what is another text the next time is marked.
  @Test func theSheetCopiesEachField() throws {
    let place = Repository.temporaryFolder()
    let bytes = try #require(Repository.read("\(Repository.root)/Examples/profiles/claire-moreau.yaml"))
    var identity = try #require(Format.yaml.reading(SourceText(name: "a.yaml", bytes: bytes)).identity)
    identity.summary = LocalizedText("Two lines,\n<b>tags</b>, “quotes” & an emoji 🙂.")
    var paths: [String] = []
    for headline in ["One", "Another"] {
      identity.headline = LocalizedText(headline)
      let options = Looking(language: "fr", audience: .network, asOf: today)
      paths.append("\(place)/\(headline).html")
      Repository.write(Format.linkedInSheet.written(identity, options), to: paths[paths.count - 1])
    }
    let result = Program.run(Judges.python, [Judges.scripts + "/sheet.py"] + paths)
    #expect(result.status == 0, "\(result.outputText.suffix(3_000))\(result.errorText.suffix(1_000))")
  }

  /// What attackers write, in every text of a profile.
  private static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "</script><script>alert(1)</script>", "<!--<script>", "]]><script>alert(1)</script>", "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "https://evil.example/\"onclick=alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "</style><style>@import'//evil.example/x';</style>", "<iframe src=//evil.example>", "<base href=//evil.example>",
    "&#60;script&#62;alert(1)&#60;/script&#62;", "\u{2028}</script\u{2029}>",
    "<math><mi xlink:href=javascript:alert(1)>",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "https://user:pass@evil.example/",
    "mailto:a@b?bcc=x\"><script>alert(1)</script>",
  ]

  @Test func nothingOfAProfileRuns() throws {
    let place = Repository.temporaryFolder()
    var pages: [String] = []
    for (index, attack) in Self.attacks.enumerated() {
      let identity = Self.identity(of: attack)
      for theme in [Themes.all[index % 4], Themes.all[(index + 1) % 4]] {
        let writer = Format.html
        var options = Looking(
          language: index % 2 == 0 ? "fr" : "en", audience: .private, asOf: today, theme: theme)
        options.page.alternates = [.init(language: "de", address: attack)]
        let path = "\(place)/naughty-\(index)-\(theme.name).html"
        Repository.write(writer.written(identity, options), to: path)
        pages.append(path)
      }
    }
    judge(pages)
  }

  private static func identity(of attack: String) -> Identity {
    var identity = Identity()
    identity.name = attack
    identity.headline = LocalizedText(attack)
    identity.summary = LocalizedText(attack)
    identity.image = attack
    identity.contact = Contact()
    identity.contact?.email = attack
    identity.contact?.url = attack
    var profile = Profile()
    profile.network = attack
    profile.url = attack
    identity.contact?.profiles = [profile]
    var step = Step()
    step.attributes.id = attack
    step.title = LocalizedText(attack)
    step.organization = Organization()
    step.organization?.name = attack
    step.organization?.url = attack
    step.startDate = PartialDate("2019-01")
    step.highlights = [LocalizedText(attack)]
    step.skills = [attack]
    identity.path = [step]
    var skill = Skill()
    skill.name = attack
    skill.evidence = [attack]
    identity.skills = [skill]
    var project = Project()
    project.name = LocalizedText(attack)
    project.url = attack
    identity.projects = [project]
    return identity
  }

  @Test func thePreviewIsLive() {
    let result = Program.run(
      Judges.python,
      [Judges.scripts + "/preview.py", Program.parcours, Repository.root + "/Examples/profiles/amina-diallo.yaml"])
    #expect(result.status == 0, "\(result.outputText)\(result.errorText.suffix(2_000))")
  }
}
