/// What a new identity starts as.
public enum IdentityTemplate {
  /// The line by which editors find the schema: `parcours schema identity > identity.schema.json` puts it beside the file.
  public static let schemaLine = "# yaml-language-server: $schema=identity.schema.json\n"

  /// A commented identity that is valid as it stands, in a language, French or else English.
  public static func text(language: String) -> String {
    schemaLine + (language.lowercased().hasPrefix("fr") ? french : english)
  }

  private static let english = """
    # One file, one identity: what was, what is and what is wanted. `parcours validate` checks it.
    parcours: 1
    id: your-name                 # a slug, unique in any pool you join
    language: en                  # of the plain texts below; any text may be {en: …, fr: …}
    name: Your Name
    headline: What you do, for whom
    summary: |
      Two or three sentences: what people can count on you for.
    contact:
      email: you@example.org
      location: {city: Your city, countryCode: FR, timeZone: Europe/Paris}

    # The path: roles, breaks and studies; past, present and future. Several at once are normal: give each its workload.
    path:
      - kind: role
        id: current-work          # skills name it as their evidence
        title: Your role
        organization: {name: An organization}   # confidential: true and an alias keep a client's name to yourself
        engagement: freelance
        startDate: 2024-01        # 2024, 2024-01 or 2024-01-15; no endDate means it goes on
        workload: 80
        highlights:
          - One thing that came of it, with a number

      - kind: study
        institution: {name: A school}
        studyType: Master
        area: What you studied
        startDate: 2020-09
        endDate: 2023-12

      - kind: role                # the future: your network sees it, the public does not
        status: sought
        title: What you look for next
        terms: {mode: remote, workload: 80, minimumMonths: 6}

    skills:
      - name: A skill
        level: proficient         # novice beginner competent proficient expert
        evidence: [current-work]

    languages:
      - {language: en, fluency: native}
      - {language: fr, fluency: B2}

    # For teams: what your network sees (availability) and what nobody sees (rate, ties).
    availability: {daysPerWeek: 4}
    rate: {amount: 500, currency: EUR, per: day}
    """ + "\n"

  private static let french = """
    # Un fichier, une identité : ce qui fut, ce qui est, ce qui est voulu. `parcours validate` la vérifie.
    parcours: 1
    id: votre-nom                 # un nom court, unique dans tout vivier que vous rejoignez
    language: fr                  # celle des textes simples ci-dessous ; tout texte peut être {fr: …, en: …}
    name: Votre Nom
    headline: Ce que vous faites, et pour qui
    summary: |
      Deux ou trois phrases : ce pour quoi on peut compter sur vous.
    contact:
      email: vous@example.org
      location: {city: Votre ville, countryCode: FR, timeZone: Europe/Paris}

    # Le parcours : postes, pauses et études ; passé, présent et futur. Plusieurs à la fois, c’est normal : dites la charge de chacun.
    path:
      - kind: role
        id: poste-actuel          # les compétences le citent comme preuve
        title: Votre poste
        organization: {name: Une organisation}   # confidential: true et un alias gardent pour vous le nom d’un client
        engagement: freelance
        startDate: 2024-01        # 2024, 2024-01 ou 2024-01-15 ; sans endDate, c’est en cours
        workload: 80
        highlights:
          - Un résultat, avec un chiffre

      - kind: study
        institution: {name: Une école}
        studyType: Master
        area: Ce que vous avez étudié
        startDate: 2020-09
        endDate: 2023-12

      - kind: role                # le futur : votre réseau le voit, le public non
        status: sought
        title: Ce que vous cherchez ensuite
        terms: {mode: remote, workload: 80, minimumMonths: 6}

    skills:
      - name: Une compétence
        level: proficient         # novice beginner competent proficient expert
        evidence: [poste-actuel]

    languages:
      - {language: fr, fluency: native}
      - {language: en, fluency: B2}

    # Pour les équipes : ce que voit votre réseau (availability) et ce que personne ne voit (rate, network).
    availability: {daysPerWeek: 4}
    rate: {amount: 500, currency: EUR, per: day}
    """ + "\n"
}
