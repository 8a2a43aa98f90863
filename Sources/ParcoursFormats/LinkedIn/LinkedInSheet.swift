public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

extension Format {
  /// LinkedIn's forms, field by field, to copy from.
  public static let linkedInSheet = Format(
    id: "linkedin-sheet",
    summary:
      "a page to paste from: LinkedIn's forms field by field, each with its count, its limit and a button that copies it",
    names: ["*.linkedin.html"], mediaType: "text/html", capabilities: [.oneLanguage],
    extensionKey: LinkedInSection.key, carries: LinkedInSection.carriage, write: LinkedInSheetWriter().write)
}

/// Writes the sheet: the one page of ours with a script, which stands in it and is allowed by its hash alone.
struct LinkedInSheetWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    var sheet = LinkedInSheet(
      text: LinkedInText(view: view, words: Wording(view.language)))
    sheet.write()
    return Artifact(Array(sheet.out.text.utf8), diagnostics: sheet.text.omissions)
  }
}

struct LinkedInSheet {
  let text: LinkedInText
  var out = HTMLText()
  private var number = 0

  init(text: LinkedInText) { self.text = text }

  private var words: Wording { text.words }
  private var view: IdentityView { text.view }

  /// Copies a field, and remembers what was copied: what is another text the next time is marked.
  static let script = """
    "use strict";
    const key = (field) => "parcours:" + document.body.dataset.owner + ":" + field.id;
    const store = { get(k) { try { return localStorage.getItem(k); } catch { return null; } },
      set(k, v) { try { localStorage.setItem(k, v); } catch { /* nothing is remembered then */ } } };
    const show = (field) => { const old = store.get(key(field)); const text = field.querySelector(".value").textContent;
      field.dataset.state = old === null ? "new" : old === text ? "copied" : "changed"; };
    document.querySelectorAll(".field").forEach((field) => { show(field);
      field.querySelector("button").addEventListener("click", async () => {
        const text = field.querySelector(".value").textContent;
        try { await navigator.clipboard.writeText(text); } catch {
          const area = document.createElement("textarea"); area.value = text; document.body.append(area); area.select();
          document.execCommand("copy"); area.remove(); }
        store.set(key(field), text); show(field);
        document.getElementById("said").textContent = field.dataset.said; }); });
    """

  /// The script's SHA-256, as the page's policy names it; a test computes it anew.
  static let scriptHash = "NpCVRf3uH2dBLl7NWQJT4M7rK0HVV9IJHjpC3nk3KSE="

  mutating func write() {
    let title = words("LinkedIn, field by field", "LinkedIn, champ par champ")
    out.raw(trusted: "<!DOCTYPE html>\n<html lang=\"\(words.language)\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.raw(
      trusted:
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(Self.scriptHash)'; base-uri 'none'; form-action 'none'\">\n"
    )
    out.raw(trusted: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.raw(
      trusted: "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n")
    out.element("title", text: "\(title) — \(view.name ?? "")")
    out.raw(trusted: "\n<style>\n\(Self.rules)\n</style>\n</head>\n")
    out.void("body", [("data-owner", Folding.compact(view.record.id ?? view.name ?? "") + words.language)])
    out.raw(trusted: "\n<main>\n")
    out.element("h1", text: title)
    out.element(
      "p",
      text: words(
        "In the order of LinkedIn’s forms. Copy a field, paste it there. What you copied before and is another text now is marked.",
        "Dans l’ordre des formulaires de LinkedIn. Copiez un champ, collez-le là-bas. Ce que vous aviez copié et qui a changé depuis est signalé."
      ))
    out.raw(trusted: "<p id=\"said\" role=\"status\"></p>\n")
    intro()
    path()
    rest()
    out.raw(trusted: "</main>\n<script>\(Self.script)</script>\n</body>\n</html>\n")
  }

  // MARK: Elements

  private mutating func section(_ title: String, _ body: (inout LinkedInSheet) -> Void) {
    var inner = self
    inner.out = HTMLText()
    body(&inner)
    number = inner.number
    guard !inner.out.text.isEmpty else { return }
    out.raw(trusted: "<section>\n")
    out.element("h2", text: title)
    out.raw(trusted: "\n\(inner.out.text)</section>\n")
  }

  private mutating func entry(_ title: String, _ body: (inout LinkedInSheet) -> Void) {
    out.raw(trusted: "<article>\n")
    out.element("h3", text: title)
    out.newLine()
    body(&self)
    out.raw(trusted: "</article>\n")
  }

  /// A field: its name, its text, how long that is and may be, and the button.
  private mutating func field(_ name: String, _ value: String?, _ limit: LinkedInLimit? = nil) {
    guard let value, !value.isEmpty else { return }
    number += 1
    let count = value.utf16.count
    let isOver = limit.map { count > $0.limit } ?? false
    out.void(
      "div",
      [
        ("class", isOver ? "field over" : "field"), ("id", "f\(number)"),
        ("data-said", words("Copied: ", "Copié\u{202F}: ") + name),
      ])
    out.element("span", [("class", "name"), ("id", "n\(number)")], text: name)
    if let limit {
      out.element("span", [("class", "count")], text: "\(count) / \(limit.limit)")
    } else {
      out.element("span", [("class", "count")], text: String(count))
    }
    out.element(
      "button", [("type", "button"), ("id", "b\(number)"), ("aria-labelledby", "b\(number) n\(number)")],
      text: words("Copy", "Copier"))
    out.element("pre", [("class", "value")], text: value)
    out.raw(trusted: "</div>\n")
  }

  private mutating func dates(_ start: PartialDate?, _ end: PartialDate?, isEndHidden: Bool = false) {
    field(words("Start date", "Date de début"), start.map(words.date))
    if start != nil || end != nil, !isEndHidden {
      field(words("End date", "Date de fin"), end.map(words.date) ?? words.ongoing)
    }
  }

  // MARK: Sections

  private mutating func intro() {
    section(words("Intro", "Introduction")) { sheet in
      let parts = PersonName(sheet.view.name ?? "")
      sheet.field(sheet.words("First name", "Prénom"), parts.given, .firstName)
      sheet.field(sheet.words("Last name", "Nom"), parts.family, .lastName)
      sheet.field(
        sheet.words("Headline", "Titre"),
        LinkedInLimit.headline.cut(sheet.text.line(sheet.text.headline)), .headline)
      sheet.field(sheet.words("Location", "Lieu"), sheet.view.contact?.location?.city)
      sheet.field(sheet.words("Website", "Site web"), sheet.view.contact?.url)
    }
    let about = LinkedInAbout(view: view, words: words).paragraphs
    section(words("About", "Infos")) {
      $0.field($0.words("About", "Infos"), about.joined(separator: "\n\n"), .about)
    }
  }

  private mutating func path() {
    let past = text.past
    section(words("Experience", "Expérience")) { sheet in
      for step in past where step.kind == .role && step.engagement != .volunteer { sheet.role(step) }
    }
    section(words("Career breaks", "Pauses carrière")) { sheet in
      for step in past where step.kind == .break {
        sheet.entry(sheet.words.careerBreak(step.reason)) { sheet in
          sheet.field(sheet.words("Type", "Type"), step.reason.map(sheet.words.reason))
          sheet.dates(step.startDate, step.endDate, isEndHidden: step.isEndHidden)
          sheet.field("Description", sheet.text.description(step).joined(separator: "\n"), .description)
        }
      }
    }
    section(words("Education", "Formation")) { sheet in
      for step in past where step.kind == .study {
        let school = sheet.text.name(step.institution)
        sheet.entry(school ?? sheet.words("Study", "Études")) { sheet in
          sheet.field(sheet.words("School", "École"), school)
          sheet.field(sheet.words("Degree", "Diplôme"), sheet.text.text(step.studyType))
          sheet.field(sheet.words("Field of study", "Domaine d’études"), sheet.text.text(step.area))
          sheet.dates(step.startDate, step.endDate, isEndHidden: step.isEndHidden)
          sheet.field(sheet.words("Grade", "Résultat"), step.score)
          let lines = [sheet.text.text(step.summary)].compactMap(\.self)
          let courses = school == nil ? step.courses : []
          let bullets = (step.highlights + courses).compactMap { sheet.text.text($0) }.map { "• " + $0 }
          sheet.field("Description", (lines + bullets).joined(separator: "\n"))
        }
      }
    }
    section(words("Volunteering", "Bénévolat")) { sheet in
      for step in past where step.kind == .role && step.engagement == .volunteer { sheet.role(step) }
    }
  }

  private mutating func role(_ step: Step) {
    let organization = text.name(step.organization)
    let title = text.text(step.title)
    entry([title, organization].compactMap(\.self).joined(separator: " · ")) { sheet in
      sheet.field(
        sheet.words("Title", "Intitulé du poste"), title.map { LinkedInLimit.title.cut(sheet.text.line($0)) }, .title)
      sheet.field(sheet.words("Employment type", "Type d’emploi"), step.engagement.map(sheet.words.engagement))
      sheet.field(sheet.words("Company", "Entreprise"), organization, .company)
      sheet.dates(step.startDate, step.endDate, isEndHidden: step.isEndHidden)
      sheet.field(sheet.words("Location", "Lieu"), step.location?.city)
      sheet.field(sheet.words("Location type", "Type de lieu"), step.mode.map(sheet.words.mode))
      sheet.field("Description", sheet.text.description(step).joined(separator: "\n"), .description)
      for skill in step.skills { sheet.field(sheet.words("Skill", "Compétence"), skill, .skillName) }
    }
  }

  private mutating func works() {
    section(words("Publications", "Publications")) { sheet in
      for publication in sheet.view.publications {
        let name = sheet.text.text(publication.name) ?? ""
        sheet.entry(name) { sheet in
          sheet.field(sheet.words("Title", "Titre"), name)
          sheet.field(sheet.words("Publication/Publisher", "Publication/Éditeur"), publication.publisher)
          sheet.field(
            sheet.words("Publication date", "Date de publication"), publication.releaseDate.map(sheet.words.date))
          sheet.field(sheet.words("Publication URL", "URL de la publication"), publication.url)
          sheet.field("Description", sheet.text.text(publication.summary), .description)
        }
      }
    }
    section(words("Courses", "Cours")) { sheet in
      let label = sheet.words.label("Associated with", "Associé à")
      for course in sheet.text.courses(of: sheet.text.past) {
        sheet.entry(course[0]) { sheet in
          sheet.field(sheet.words("Course name", "Nom du cours"), course[0])
          sheet.field(sheet.words("Associated with", "Associé à"), String(course[1].dropFirst(label.count)))
        }
      }
    }
    section(words("Honors & awards", "Distinctions et récompenses")) { sheet in
      for award in sheet.view.awards {
        let title = sheet.text.text(award.title) ?? ""
        sheet.entry(title) { sheet in
          sheet.field(sheet.words("Title", "Titre"), title)
          sheet.field(sheet.words("Issuer", "Émetteur"), award.awarder)
          sheet.field(sheet.words("Issue date", "Date d’émission"), award.date.map(sheet.words.date))
          sheet.field("Description", sheet.text.text(award.summary), .description)
        }
      }
    }
  }

  private mutating func rest() {
    section(words("Licenses & certifications", "Licences et certifications")) { sheet in
      for certificate in sheet.view.certificates {
        let name = sheet.text.text(certificate.name) ?? ""
        sheet.entry(name) { sheet in
          sheet.field(sheet.words("Name", "Nom"), name)
          sheet.field(sheet.words("Issuing organization", "Organisation"), certificate.issuer)
          sheet.field(sheet.words("Issue date", "Date d’émission"), certificate.date.map(sheet.words.date))
          sheet.field(sheet.words("Expiration date", "Date d’expiration"), certificate.expires.map(sheet.words.date))
          sheet.field(sheet.words("Credential URL", "URL du certificat"), certificate.url)
        }
      }
    }
    section(words("Projects", "Projets")) { sheet in
      for project in sheet.view.projects {
        let name = sheet.text.text(project.name) ?? ""
        sheet.entry(name) { sheet in
          sheet.field(sheet.words("Project name", "Nom du projet"), name)
          sheet.dates(project.startDate, project.endDate)
          let lines = [sheet.text.text(project.description)].compactMap(\.self)
          let bullets = project.highlights.compactMap { sheet.text.text($0) }.map { "• " + $0 }
          sheet.field("Description", (lines + bullets).joined(separator: "\n"), .description)
        }
      }
    }
    section(words("Skills, the five on top first", "Compétences, les cinq premières en tête")) { sheet in
      for skill in sheet.view.skills.prefix(LinkedInLimit.skills.limit) {
        sheet.field(
          sheet.words("Skill", "Compétence"), skill.name.map { LinkedInLimit.skillName.cut(sheet.text.line($0)) },
          .skillName)
      }
    }
    works()
    section(words("Languages", "Langues")) { sheet in
      for spoken in sheet.view.languages {
        let name = Languages.title(of: spoken.language ?? "", in: sheet.words.language)
        sheet.entry(name) { sheet in
          sheet.field(sheet.words("Language", "Langue"), name)
          sheet.field(sheet.words("Proficiency", "Niveau"), spoken.fluency.map(sheet.words.fluency))
        }
      }
    }
    section(words("Providing services", "Prestation de services")) { sheet in
      for service in sheet.view.services.prefix(10) {
        sheet.field(sheet.words("Service", "Service"), sheet.text.text(service.name))
      }
    }
    section(words("Open to work", "Ouvert aux opportunités")) { sheet in
      for step in sheet.view.path.filter({ $0.status == .sought }).prefix(5) {
        let title = sheet.text.text(step.title) ?? ""
        sheet.entry(title) { sheet in
          sheet.field(sheet.words("Job title", "Intitulé du poste"), title, .title)
          sheet.field(
            sheet.words("Location type", "Type de lieu"), (step.mode ?? step.terms?.mode).map(sheet.words.mode))
          sheet.field(sheet.words("Start date", "Date de début"), step.startDate.map(sheet.words.date))
          sheet.field(sheet.words("Employment type", "Type d’emploi"), step.engagement.map(sheet.words.engagement))
        }
      }
    }
  }

  private static let rules = """
    :root{--ink:#1c2126;--quiet:#535c66;--line:#d4dae0;--ground:#fff;--accent:#1d4f73;--warn:#9a3c10}
    @media(prefers-color-scheme:dark){:root{--ink:#e7ebef;--quiet:#aab4be;--line:#39424b;--ground:#14181c;--accent:#8cc3ea;--warn:#f0a070}}
    *{box-sizing:border-box}body{margin:0 auto;padding:1.5rem;max-width:46rem;font:1rem/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;color:var(--ink);background:var(--ground)}
    h1{font-size:1.9rem;line-height:1.2}h2{margin:2.5rem 0 .5rem;font-size:1.35rem;color:var(--accent);border-bottom:1px solid var(--line)}h3{margin:1.75rem 0 .25rem;font-size:1.1rem}
    .field{display:grid;grid-template-columns:1fr auto auto;gap:.25rem .75rem;align-items:center;padding:.5rem 0;border-bottom:1px solid var(--line)}
    .name{font-weight:600}.name::after{font-weight:400;color:var(--warn)}.count{color:var(--quiet);font-variant-numeric:tabular-nums}.over .count{color:var(--warn);font-weight:700}
    .value{grid-column:1/-1;margin:0;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
    button{font:inherit;padding:.25rem .75rem;border:1px solid var(--accent);border-radius:.35rem;background:none;color:var(--accent);cursor:pointer}button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    [data-state=changed] .name::after{content:" ✎"}[data-state=copied] .value{color:var(--quiet)}[data-state=changed]{border-left:3px solid var(--warn);padding-left:.75rem}
    #said{position:sticky;top:0;min-height:1.5rem;margin:0;background:var(--ground);color:var(--quiet)}
    @media print{button,#said{display:none}}
    """
}
