extension French {
  /// What the readers of pages and themes say.
  static let pages: [String: String] = [
    "\"{}\" is no name of a font on the reader's system": "« {} » n’est pas le nom d’une police du système du lecteur",
    "`<` and `>` may not stand in a theme's strings": "`<` et `>` ne peuvent figurer dans les chaînes d’un thème",
    "`<` may not stand in a theme": "`<` ne peut figurer dans un thème",
    "`@{}` is not for themes: a page fetches nothing": "`@{}` n’est pas pour les thèmes : une page ne va rien chercher",
    "`expression()` is not for themes: it runs programs":
      "`expression()` n’est pas pour les thèmes : elle exécute des programmes",
    "`picture` is true or false": "`picture` vaut true ou false",
    "`{}()` is not for themes: it may fetch":
      "`{}()` n’est pas pour les thèmes : elle peut aller chercher quelque chose",
    "`{}` is not for themes: it runs programs": "`{}` n’est pas pour les thèmes : il exécute des programmes",
    "JSON-LD, h-resume, microdata, RDFa and sections with headings are understood":
      "JSON-LD, h-resume, microdonnées, RDFa et les sections à titres sont compris",
    "\"{}\" belongs to no entry, and is left out": "« {} » n’appartient à aucune entrée et reste dehors",
    "\"{}\" is taken for {}": "« {} » est pris pour {}",
    "see that it is so: the PDF does not say it": "vérifiez-le : le PDF ne le dit pas",
    "the name": "le nom",
    "a place": "un lieu",
    "a language": "une langue",
    "an organization": "une organisation",
    "take a profile saved as PDF on LinkedIn, or its text: headings are Contact, Summary, Experience…":
      "prenez un profil enregistré en PDF sur LinkedIn, ou son texte : les titres sont Coordonnées, Résumé, Expérience…",
    "take it out with pdftotext -enc UTF-8": "extrayez-le avec pdftotext -enc UTF-8",
    "this is no identity, and has no outputs": "ce n’est pas une identité : pas de sorties",
    "name an identity: a file that starts with `parcours: 1`":
      "nommez une identité : un fichier qui commence par `parcours: 1`",
    "the identity names no outputs": "l’identité ne nomme aucune sortie",
    "add `outputs: [{format: html, path: public/index.html}]`":
      "ajoutez `outputs: [{format: html, path: public/index.html}]`",
    "the output has no format": "la sortie n’a pas de format",
    "`parcours list formats` names them": "`parcours list formats` les nomme",
    "there is no format \"{}\"": "il n’y a pas de format « {} »",
    "the format \"{}\" cannot be written": "le format « {} » ne s’écrit pas",
    "the output has no path": "la sortie n’a pas de chemin",
    "no output is written in \"{}\"": "aucune sortie ne s’écrit en « {} »",
    "write fr or en": "écrivez fr ou en",
    "there is no theme \"{}\" that can be used": "il n’y a pas de thème « {} » utilisable",
    "name one of the program's, or the folder of your own beside the identity":
      "nommez un thème du programme, ou le dossier du vôtre, à côté de l’identité",
    "\"{}\" is no file": "« {} » n’est pas un fichier",
    "\"{}\" is not a path that every system has": "« {} » n’est pas un chemin que tout système accepte",
    "leave control characters and backslashes out": "évitez les caractères de contrôle et les barres obliques inverses",
    "\"{}\" is the identity itself": "« {} » est l’identité elle-même",
    "\"{}\" is a folder": "« {} » est un dossier",
    "\"{}\" would be a file and a folder at once": "« {} » serait à la fois un fichier et un dossier",
    "\"{}\" is a link": "« {} » est un lien",
    "name the file itself, or remove the link": "nommez le fichier lui-même, ou retirez le lien",
    "the tag expression has too many parentheses in each other": "l’expression de tags imbrique trop de parenthèses",
    "in the tag expression, `and` or `or` is missing before \"{}\"":
      "dans l’expression de tags, il manque `and` ou `or` avant « {} »",
    "the tag expression ends where a tag is wanted": "l’expression de tags s’arrête là où il faut un tag",
    "in the tag expression, a tag is wanted before \"{}\"": "dans l’expression de tags, il faut un tag avant « {} »",
    "write tags with and, or, not and parentheses: data and not old":
      "écrivez des tags avec and, or, not et des parenthèses : data and not old",
    "nothing has the tag \"{}\"": "rien n’a le tag « {} »",
    "its tags are {}": "ses tags sont {}",
    "what may not give way has {} characters, and {} are allowed":
      "ce qui ne peut céder la place compte {} caractères, pour {} permis",
    "what may not give way takes {} pages, and {} may be taken":
      "ce qui ne peut céder la place prend {} pages, pour {} permises",
    "the contract \"{}\" is not named from the identity's folder on":
      "le contrat « {} » n’est pas désigné depuis le dossier de l’identité",
    "write a path from there, such as ../contracts/hospital.yaml":
      "écrivez un chemin depuis ce dossier, par exemple ../contrats/hopital.yaml",
    "the translation of {} cannot be put beside its text without changing more":
      "la traduction de {} ne peut être mise à côté de son texte sans changer autre chose",
    "write it there by hand, and take the entry out": "écrivez-la à la main, et retirez l’entrée",
    "\"{}\" is read as {}": "« {} » est lu comme {}",
    "write {}; `parcours validate --fix` does": "écrivez {} ; `parcours validate --fix` le fait",
    "the contract \"{}\" cannot be read": "le contrat « {} » ne peut être lu",
    "name a file from the identity's folder on": "désignez un fichier depuis le dossier de l’identité",
    "\"{}\" is no valid contract": "« {} » n’est pas un contrat valide",
    "`parcours validate` says why": "`parcours validate` dit pourquoi",
    "steps, wanted skills and contacts stay; leave some out by tags, or allow more":
      "les étapes, les compétences voulues et les coordonnées restent ; écartez-en par des tags, ou permettez davantage",
    "no availability is to be seen by the audience \"{}\"": "l’audience « {} » ne voit aucune disponibilité",
    "say it under `availability`, or write for those who may see it, the audience `network`":
      "dites-la sous `availability`, ou écrivez pour qui peut la voir : --audience network",
    "this is no skeleton of texts to translate": "ce n’est pas un squelette de textes à traduire",
    "make one: parcours translate IDENTITY --missing": "faites-en un : parcours translate IDENTITÉ --missing",
    "the identity has no such text any more, or it is translated already":
      "l’identité n’a plus ce texte, ou il est déjà traduit",
    "take the entry out, or make the skeleton anew: parcours translate IDENTITY --missing":
      "retirez l’entrée, ou refaites le squelette : parcours translate IDENTITÉ --missing",
    "\"{}\" is hidden: settings and other programs' files are kept there":
      "« {} » est caché : là se trouvent les réglages et les fichiers d’autres programmes",
    "\"{}\" is an identity with outputs of its own": "« {} » est une identité qui a ses propres sorties",
    "a text is wanted here": "il faut un texte ici",
    "a theme fetches nothing: only `data:` of images and fonts may stand in `{}()`":
      "un thème ne va rien chercher : seules des images et des polices en `data:` peuvent figurer dans `{}()`",
    "a theme has no \"{}\"": "un thème n’a pas de « {} »",
    "a theme's manifest is a map of name, description, fonts and variables":
      "le manifeste d’un thème se compose de name, description, fonts et variables",
    "a variable is a name in small letters and a plain value: a colour, a length, a number":
      "une variable est un nom en minuscules et une valeur simple : une couleur, une longueur, un nombre",
    "an element has more than {} attributes": "un élément a plus de {} attributs",
    "from {}: {}": "d’après {} : {}",
    "its targets are {}": "ses cibles sont {}",
    "look at it before you use it": "relisez-le avant de vous en servir",
    "look at what was read before you use it": "relisez ce qui a été lu avant de vous en servir",
    "no Person of schema.org is in this file": "ce fichier ne contient aucune Person de schema.org",
    "no profile of a person is in this page": "cette page ne contient aucun profil de personne",
    "put the file into the theme as `data:image/png;base64,…`":
      "mettez le fichier dans le thème : `data:image/png;base64,…`",
    "put the rules into theme.css": "mettez les règles dans theme.css",
    "take the attributes away, or take the file the page was made of":
      "enlevez des attributs, ou prenez le fichier dont la page est issue",
    "take the part that is the profile": "prenez la partie qui est le profil",
    "targets stand under `targets`": "les cibles figurent sous `targets`",
    "the comment is never closed": "le commentaire n’est jamais fermé",
    "the identity has no target \"{}\"": "l’identité n’a pas de cible « {} »",
    "the page hides text from people that it gives to machines":
      "la page cache aux lecteurs du texte qu’elle donne aux machines",
    "the page is over 32 MiB": "la page dépasse 32 Mio",
    "the page's JSON-LD cannot be read: {}": "le JSON-LD de la page est illisible : {}",
    "the rest of the page is read without it": "le reste de la page est lu sans lui",
    "the string is never closed": "la chaîne n’est jamais fermée",
    "the style sheet is not UTF-8": "la feuille de style n’est pas en UTF-8",
    "the style sheet is over 512 KiB": "la feuille de style dépasse 512 Kio",
    "the theme has no name": "le thème n’a pas de nom",
    "there is no such section; sections are {}": "cette section n’existe pas ; les sections sont {}",
    "this closes nothing that is open": "ceci ne ferme rien d’ouvert",
    "this is never closed": "ceci n’est jamais fermé",
    "variables are for `light`, `dark` or `print`": "les variables sont pour `light`, `dark` ou `print`",
    "write `\\3c ` or `\\3e `": "écrivez `\\3c ` ou `\\3e `",
    "{}: {} % sure": "{} : sûr à {} %",
  ]
}
