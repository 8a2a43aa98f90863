extension French {
  /// What is said of inputs that are recognized, of conversions and of what they lack.
  static let conversions: [String: String] = [
    // What was read.
    "JSON": "du JSON",
    "XML": "du XML",
    "YAML": "du YAML",
    "an identity": "une identité",
    "\"{}\" is not a date": "« {} » n’est pas une date",
    "the HTML in the text is read as the marks that it means":
      "le HTML du texte est lu comme les marques qu’il veut dire",
    "write plain text; `parcours validate --fix` does": "écrivez du texte simple ; `parcours validate --fix` le fait",
    "the text ends before \" #\": what follows is a comment":
      "le texte finit avant « # » : la suite est un commentaire",
    "put the whole text in quotes; a comment has a space behind its #":
      "mettez tout le texte entre guillemets ; un commentaire a un espace après son #",
    "an identity in the format {}": "une identité au format {}",
    "a PDF": "un PDF",
    "a ZIP archive": "une archive ZIP",
    "a contract": "un contrat",
    "a file of settings": "un fichier de réglages",
    "a folder": "un dossier",
    "a page": "une page",
    "a résumé of YAMLResume": "un CV de YAMLResume",
    "a skeleton of texts to translate": "un canevas de textes à traduire",
    "a table": "un tableau",
    "a team": "une équipe",
    "a text": "un texte",
    "a thesaurus": "un thésaurus",
    "an export of Reactive Resume": "un export de Reactive Resume",
    "an older export of Europass (SkillsPassport)": "un ancien export d’Europass (SkillsPassport)",
    "this is {}, and no identity": "c’est {}, et non une identité",
    "this is {}, and nothing in it is known": "c’est {}, et rien n’y est connu",
    "this is {}, which is not read": "c’est {}, qui ne se lit pas ici",
    "what is read: {}": "ce qui se lit : {}",
    "name an identity, or anything else that one is read from":
      "donnez une identité, ou tout ce dont on peut en lire une",
    "an identity starts with `parcours: 1`, a contract with `contract: 1`; what is read beside them: {}":
      "une identité commence par `parcours: 1`, un contrat par `contract: 1` ; ce qui se lit en outre : {}",
    "this is an identity, not a résumé": "c’est une identité, pas un CV",
    "leave `-f {}` out": "retirez `-f {}`",
    "this is no identity": "ce n’est pas une identité",
    "this is {}, and no contract": "c’est {}, et non un contrat",
    "a contract starts with `contract: 1`": "un contrat commence par `contract: 1`",
    "read without its comments and trailing commas, which JSON has not":
      "lu sans ses commentaires ni ses virgules finales, que JSON ne connaît pas",
    "the text is not UTF-8": "le texte n’est pas en UTF-8",
    "{} cannot be read: {}": "{} ne peut pas être lu : {}",
    "{}, line {}: {}": "{}, ligne {} : {}",
    "{} more of this kind follow": "{} autres du même genre suivent",
    // Resumes of others.
    "{} where an object is wanted": "{} là où il faut un objet",
    "{} where a list is wanted": "{} là où il faut une liste",
    "{} where a list of labels is wanted": "{} là où il faut une liste de libellés",
    "{} where a string is wanted": "{} là où il faut une chaîne",
    "{} where true or false is wanted": "{} là où il faut true ou false",
    "{} where a whole number is wanted": "{} là où il faut un nombre entier",
    "{} where a number is wanted": "{} là où il faut un nombre",
    "{} where a word is wanted": "{} là où il faut un mot",
    "{} where a text is wanted": "{} là où il faut un texte",
    "{} where a date is wanted": "{} là où il faut une date",
    "{} is out of range": "{} dépasse les bornes",
    "{} is not a whole number": "{} n’est pas un nombre entier",
    "\"{}\" is not one of the known words": "« {} » n’est pas l’un des mots connus",
    "one of {}": "l’un de {}",
    "write a list: [\u{2026}]": "écrivez une liste : [\u{2026}]",
    "this is no FRESH résumé": "ce n’est pas un CV FRESH",
    "it has `meta: {format: FRESH@…}`, and a name": "il a `meta: {format: FRESH@…}`, et un nom",
    "this is no MAC of Manfred's": "ce n’est pas un MAC de Manfred",
    "it has `aboutMe: {profile: {name: …}}`": "il a `aboutMe: {profile: {name: …}}`",
    "this is no CV of RenderCV": "ce n’est pas un CV de RenderCV",
    "it has `cv: {name: …, sections: …}`": "il a `cv: {name: …, sections: …}`",
    "this is no Europass profile": "ce n’est pas un profil Europass",
    "its root is `Candidate`; older exports (SkillsPassport) can be opened and saved anew on europass.europa.eu":
      "sa racine est `Candidate` ; les anciens exports (SkillsPassport) s’ouvrent et s’enregistrent de nouveau sur europass.europa.eu",
    "kept under extensions.{}, since the model has no place for it: {} and {} more":
      "gardé sous extensions.{}, le modèle n’ayant pas de place pour : {} et {} de plus",
    "kept under extensions.{}, since the model has no place for it: {}":
      "gardé sous extensions.{}, le modèle n’ayant pas de place pour cela : {}",
    "it is private, and given back to nobody unless asked for":
      "c’est privé : rien n’en ressort sans demande explicite",
    // LinkedIn's files.
    "no section of a LinkedIn profile is in this text": "aucune section d’un profil LinkedIn n’est dans ce texte",
    "sections start with a heading of their own line: NAME, HEADLINE, ABOUT, EXPERIENCE…":
      "les sections commencent par un titre seul sur sa ligne : NOM, TITRE, INFOS, EXPÉRIENCE…",
    "{} has no rows of a member snapshot": "{} n’a aucune ligne d’un instantané de membre",
    "take the answer of LinkedIn's member snapshot as it is: elements with snapshotDomain and snapshotData":
      "prenez la réponse de l’instantané de LinkedIn telle quelle : des éléments avec snapshotDomain et snapshotData",
    "no file of LinkedIn's archive is here": "aucun fichier de l’archive de LinkedIn n’est ici",
    "take the ZIP that LinkedIn sends, or its folder: Profile.csv, Positions.csv, Skills.csv…":
      "prenez le ZIP que LinkedIn envoie, ou son dossier : Profile.csv, Positions.csv, Skills.csv…",
    "{} is in the archive twice; the first one is read": "{} est deux fois dans l’archive ; le premier est lu",
    "the archive unpacks to more than {} MB": "l’archive décompressée dépasse {} Mo",
    "{} says nothing of a professional identity, and is not read":
      "{} ne dit rien d’une identité professionnelle, et n’est pas lu",
    "this is no ZIP archive: its directory is missing": "ce n’est pas une archive ZIP : son répertoire manque",
    "take the whole file once more": "reprenez le fichier entier",
    "the archive says it has 65,535 files or 4 GiB": "l’archive annonce 65 535 fichiers ou 4 Gio",
    "the archive has {} files; {} are the most": "l’archive a {} fichiers ; {} au plus sont lus",
    "the archive's directory is not where it says": "le répertoire de l’archive n’est pas à la place annoncée",
    "the archive's directory is broken": "le répertoire de l’archive est abîmé",
    "the name of the archive's file {} is not UTF-8, as it says it is":
      "le nom du fichier {} de l’archive n’est pas en UTF-8, contrairement à ce qu’il annonce",
    "the quote is never closed": "le guillemet n’est jamais fermé",
    "the document is over 32 MiB": "le document dépasse 32 Mio",
    "a {} has no place in a profile": "un {} n’a pas sa place dans un profil",
    "take it out: what it says is never used": "retirez-le : ce qu’il dit ne sert jamais",
    "the XML is not well-formed: {}": "le XML est mal formé : {}",
    "mend it there, or take the file as the program wrote it":
      "corrigez-le là, ou prenez le fichier tel que le programme l’a écrit",
    "a NUL may not stand in a theme": "un NUL n’a pas sa place dans un thème",
    // What is not installed.
    "libxml2 is not installed, which reads XML": "libxml2, qui lit le XML, n’est pas installée",
    "libxml2 is not installed, which reads pages": "libxml2, qui lit les pages, n’est pas installée",
    "the words of a PDF cannot be taken out here": "les mots d’un PDF ne peuvent pas être extraits ici",
    "install one: apt-get install weasyprint, or apt-get install chromium":
      "installez l’un des deux : apt-get install weasyprint, ou apt-get install chromium",
    "neither WeasyPrint nor Chromium is installed, one of which sets pages on paper":
      "ni WeasyPrint ni Chromium n’est installé ; l’un des deux met les pages sur papier",
    "{} is not installed, which sets pages on paper": "{}, qui met les pages sur papier, n’est pas installé",
    "{} took longer than {} s and was stopped": "{} a pris plus de {} s et a été arrêté",
    "{} was stopped; nothing was written": "{} a été arrêté ; rien n’a été écrit",
    "{} made no PDF: {}": "{} n’a pas fait de PDF : {}",
    "pdftotext is not installed, which takes the text out of a PDF":
      "pdftotext, qui extrait le texte d’un PDF, n’est pas installé",
    "pdftotext took longer than {} s and was stopped": "pdftotext a pris plus de {} s et a été arrêté",
    "pdftotext was stopped": "pdftotext a été arrêté",
    "pdftotext made no text of it: {}": "pdftotext n’en a tiré aucun texte : {}",
    "install it: apt-get install poppler-utils, or brew install poppler":
      "installez-le : apt-get install poppler-utils, ou brew install poppler",
    // What outputs lack.
    "{} does not carry {}": "{} ne porte pas {}",
    "{} carries {} in another form": "{} porte {} sous une autre forme",
    "{} does not carry {} fields": "{} ne porte pas {} champs",
    "{} carries {} fields in another form": "{} porte {} champs sous une autre forme",
    "--losses list names them": "--losses list les énumère",
    "there is no room in {} (at most {}) for: {} and {} more":
      "il n’y a pas de place dans {} ({} au plus) pour : {} et {} autres",
    "there is no room in {} (at most {}) for: {}": "il n’y a pas de place dans {} ({} au plus) pour : {}",
    "1 text has no version in this language, and stands in another":
      "1 texte n’a pas de version dans cette langue, et figure dans une autre",
    "{} texts have no version in this language, and stand in another":
      "{} textes n’ont pas de version dans cette langue, et figurent dans une autre",
    "1 text without {}": "1 texte sans {}",
    "{} texts without {}": "{} textes sans {}",
    "{} added, {} still empty": "ajoutés : {} ; encore vides : {}",
    "1 text has a part of a confidential name": "1 texte contient une partie d’un nom confidentiel",
    "{} texts have a part of a confidential name": "{} textes contiennent une partie d’un nom confidentiel",
    "`parcours validate` shows where": "`parcours validate` montre où",
    "{} is withheld from the audience \"{}\"": "{} n’est pas montré à l’audience « {} »",
    "1 item or field is withheld from the audience \"{}\"":
      "1 élément ou champ n’est pas montré à l’audience « {} »",
    "{} items and fields are withheld from the audience \"{}\"":
      "{} éléments et champs ne sont pas montrés à l’audience « {} »",
    "--withheld lists them": "--withheld les énumère",
    "the photo is left out: {}: {}": "la photo est omise : {} : {}",
    "the photo is left out: {}": "la photo est omise : {}",
    "the output would be written otherwise": "la sortie serait écrite autrement",
    "the output is missing": "la sortie manque",
    "run `parcours build`": "lancez `parcours build`",
    "the PDF has 1 page, and {} may be taken": "le PDF a 1 page ; {} au plus sont permises",
    "the PDF has {} pages, and {} may be taken": "le PDF a {} pages ; {} au plus sont permises",
    "leave something out, by a target": "omettez quelque chose, par une cible",
    "--theme compact takes the least room": "--theme compact prend le moins de place",
    // Why something is in or out.
    "in: {}: {}": "dedans : {} : {}",
    "out: {}: {}": "dehors : {} : {}",
    "everything is in: neither a target nor a limit chooses": "tout est dedans : ni cible ni limite ne choisit",
    "has the tag {}": "porte l’étiquette {}",
    "has the excluded tag \"{}\"": "porte l’étiquette exclue « {} »",
    "has none of the tags {}": "ne porte aucune des étiquettes {}",
    "its tags {} are not asked for": "ses étiquettes {} ne sont pas demandées",
    "worth {}": "poids {}",
    "no room: {}": "pas de place : {}",
    "has to do with {}": "touche à {}",
    "where {} was used": "là où {} a servi",
    "proves {}": "prouve {}",
    "{} years ago": "il y a {} ans",
    "is asked for: {}": "est demandé : {}",
    "a step: the path has no holes": "une étape : le parcours n’a pas de trous",
    // Merging, teams.
    "says \"{}\"": "dit « {} »",
    "{}: kept \"{}\"; {} says \"{}\"": "{} : gardé « {} » ; {} dit « {} »",
    "there is nobody in the pool": "il n’y a personne dans le vivier",
    "--window: it ends before {}, which counts as today":
      "--window : elle finit avant le {}, qui compte pour aujourd’hui",
    "two people share the id \"{}\"": "deux personnes ont le même identifiant « {} »",
    "the other one is here": "l’autre est ici",
    "two people of the pool share an id: {}": "deux personnes du vivier ont le même identifiant : {}",
    "give one of them another `id`, or leave one of the files out":
      "donnez à l’une un autre `id`, ou retirez l’un des fichiers",
    // Formats, one line each.
    "FRESH 1.0, HackMyResume's format; what the model does not know is kept":
      "FRESH 1.0, le format de HackMyResume ; ce que le modèle ne connaît pas est gardé",
    "JSON Resume v1, both ways without loss (v0 names are read)":
      "JSON Resume v1, dans les deux sens sans perte (les noms de la v0 se lisent)",
    "Europass XML (Candidate); what the model does not know is kept":
      "Europass XML (Candidate) ; ce que le modèle ne connaît pas est gardé",
    "availability for calendars: VAVAILABILITY (RFC 7953) and plain events":
      "la disponibilité pour agendas : VAVAILABILITY (RFC 7953) et événements simples",
    "a badge for other pages: name and headline as a small picture (SVG)":
      "un badge pour d’autres pages : nom et titre en une petite image (SVG)",
    "a QR code (SVG) of the page's address, or of the contact card where there is none":
      "un QR code (SVG) de l’adresse de la page, ou de la carte de contact s’il n’y en a pas",
    "a contact card for address books (vCard 4.0)": "une carte de contact pour carnets d’adresses (vCard 4.0)",
    "the contact card for older address books (vCard 3.0)":
      "la carte de contact pour carnets d’adresses plus anciens (vCard 3.0)",
    "a signature for mail, as HTML whose style stands in it":
      "une signature de courriel, en HTML avec son style",
    "the signature for mail, as plain text": "la signature de courriel, en texte simple",
    "schema.org's ProfilePage and Person, for search engines and other programs":
      "ProfilePage et Person de schema.org, pour moteurs de recherche et autres programmes",
    "MAC, Manfred's awesomic CV; what the model does not know is kept":
      "MAC, le CV de Manfred ; ce que le modèle ne connaît pas est gardé",
    "a profile that LinkedIn saved as PDF, or its text by pdftotext; what is guessed is named":
      "un profil que LinkedIn a enregistré en PDF, ou son texte par pdftotext ; ce qui est deviné est dit",
    "LinkedIn's copy of your data, basic or complete: the ZIP, its folder, or the member snapshot as JSON":
      "la copie de vos données par LinkedIn, simple ou complète : le ZIP, son dossier, ou l’instantané en JSON",
    "the path as a picture: past, present and future on one axis":
      "le parcours en image : passé, présent et avenir sur un axe",
    "a LinkedIn profile as plain text, section by section, within its limits":
      "un profil LinkedIn en texte, section par section, dans ses limites",
    "a page to paste from: LinkedIn's forms field by field, each with its count, its limit and a button that copies it":
      "une page d’où coller : les formulaires de LinkedIn champ par champ, avec compte, limite et bouton de copie",
    "the page as Markdown (CommonMark)": "la page en Markdown (CommonMark)",
    "RenderCV's YAML: its sections are told by their entries":
      "le YAML de RenderCV : ses sections se reconnaissent à leurs entrées",
    "the identity itself, as YAML with comments": "l’identité elle-même, en YAML commenté",
    "the identity itself, as JSON": "l’identité elle-même, en JSON",
    "the page on paper: tagged, with an outline, set by WeasyPrint or Chromium":
      "la page sur papier : balisée, avec plan, composée par WeasyPrint ou Chromium",
    "a web page for people, printers and machines; read back without loss, and so is anyone's page as far as it goes":
      "une page pour lecteurs, imprimantes et machines ; relue sans perte, comme la page de quiconque autant qu’elle le permet",
  ]
}
