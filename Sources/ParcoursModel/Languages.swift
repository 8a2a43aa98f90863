/// Names of languages and words for how well they are spoken, in both directions.
package enum Languages {
  private static let table: [(code: String, english: String, french: String, own: String)] = [
    ("am", "Amharic", "amharique", "አማርኛ"),
    ("ar", "Arabic", "arabe", "العربية"),
    ("ase", "American Sign Language", "langue des signes américaine", "ASL"),
    ("az", "Azerbaijani", "azéri", "azərbaycanca"),
    ("ber", "Berber", "berbère", "Tamaziɣt"),
    ("be", "Belarusian", "biélorusse", "беларуская"),
    ("bfi", "British Sign Language", "langue des signes britannique", "BSL"),
    ("bg", "Bulgarian", "bulgare", "български"),
    ("bn", "Bengali", "bengali", "বাংলা"),
    ("br", "Breton", "breton", "brezhoneg"),
    ("bs", "Bosnian", "bosnien", "bosanski"),
    ("ca", "Catalan", "catalan", "català"),
    ("co", "Corsican", "corse", "corsu"),
    ("cs", "Czech", "tchèque", "čeština"),
    ("cy", "Welsh", "gallois", "Cymraeg"),
    ("da", "Danish", "danois", "dansk"),
    ("de", "German", "allemand", "Deutsch"),
    ("el", "Greek", "grec", "ελληνικά"),
    ("en", "English", "anglais", "English"),
    ("eo", "Esperanto", "espéranto", "Esperanto"),
    ("es", "Spanish", "espagnol", "español"),
    ("et", "Estonian", "estonien", "eesti"),
    ("eu", "Basque", "basque", "euskara"),
    ("fa", "Persian", "persan", "فارسی"),
    ("fcs", "Quebec Sign Language", "langue des signes québécoise", "LSQ"),
    ("fi", "Finnish", "finnois", "suomi"),
    ("fr", "French", "français", "français"),
    ("fsl", "French Sign Language", "langue des signes française", "LSF"),
    ("ga", "Irish", "irlandais", "Gaeilge"),
    ("gd", "Scottish Gaelic", "gaélique écossais", "Gàidhlig"),
    ("gl", "Galician", "galicien", "galego"),
    ("gsw", "Alsatian", "alsacien", "Elsässisch"),
    ("gu", "Gujarati", "gujarati", "ગુજરાતી"),
    ("ha", "Hausa", "haoussa", "Hausa"),
    ("he", "Hebrew", "hébreu", "עברית"),
    ("hi", "Hindi", "hindi", "हिन्दी"),
    ("hr", "Croatian", "croate", "hrvatski"),
    ("ht", "Haitian Creole", "créole haïtien", "kreyòl ayisyen"),
    ("hu", "Hungarian", "hongrois", "magyar"),
    ("hy", "Armenian", "arménien", "հայերեն"),
    ("id", "Indonesian", "indonésien", "Indonesia"),
    ("ig", "Igbo", "igbo", "Igbo"),
    ("is", "Icelandic", "islandais", "íslenska"),
    ("it", "Italian", "italien", "italiano"),
    ("iu", "Inuktitut", "inuktitut", "ᐃᓄᒃᑎᑐᑦ"),
    ("ja", "Japanese", "japonais", "日本語"),
    ("kab", "Kabyle", "kabyle", "Taqbaylit"),
    ("ka", "Georgian", "géorgien", "ქართული"),
    ("kk", "Kazakh", "kazakh", "қазақ тілі"),
    ("km", "Khmer", "khmer", "ខ្មែរ"),
    ("kn", "Kannada", "kannada", "ಕನ್ನಡ"),
    ("ko", "Korean", "coréen", "한국어"),
    ("ku", "Kurdish", "kurde", "kurdî"),
    ("la", "Latin", "latin", "Latina"),
    ("lb", "Luxembourgish", "luxembourgeois", "Lëtzebuergesch"),
    ("ln", "Lingala", "lingala", "lingála"),
    ("lo", "Lao", "lao", "ລາວ"),
    ("lt", "Lithuanian", "lituanien", "lietuvių"),
    ("lv", "Latvian", "letton", "latviešu"),
    ("mg", "Malagasy", "malgache", "Malagasy"),
    ("mk", "Macedonian", "macédonien", "македонски"),
    ("ml", "Malayalam", "malayalam", "മലയാളം"),
    ("mn", "Mongolian", "mongol", "монгол"),
    ("mr", "Marathi", "marathi", "मराठी"),
    ("ms", "Malay", "malais", "Bahasa Melayu"),
    ("mt", "Maltese", "maltais", "Malti"),
    ("my", "Burmese", "birman", "မြန်မာ"),
    ("nb", "Norwegian Bokmål", "norvégien bokmål", "norsk bokmål"),
    ("ne", "Nepali", "népalais", "नेपाली"),
    ("nl", "Dutch", "néerlandais", "Nederlands"),
    ("nn", "Norwegian Nynorsk", "norvégien nynorsk", "norsk nynorsk"),
    ("no", "Norwegian", "norvégien", "norsk"),
    ("oc", "Occitan", "occitan", "occitan"),
    ("pa", "Punjabi", "pendjabi", "ਪੰਜਾਬੀ"),
    ("pl", "Polish", "polonais", "polski"),
    ("ps", "Pashto", "pachto", "پښتو"),
    ("pt", "Portuguese", "portugais", "português"),
    ("rcf", "Réunion Creole", "créole réunionnais", "kréol rénioné"),
    ("ro", "Romanian", "roumain", "română"),
    ("ru", "Russian", "russe", "русский"),
    ("sk", "Slovak", "slovaque", "slovenčina"),
    ("sl", "Slovenian", "slovène", "slovenščina"),
    ("so", "Somali", "somali", "Soomaali"),
    ("sq", "Albanian", "albanais", "shqip"),
    ("sr", "Serbian", "serbe", "српски"),
    ("sv", "Swedish", "suédois", "svenska"),
    ("sw", "Swahili", "swahili", "Kiswahili"),
    ("ta", "Tamil", "tamoul", "தமிழ்"),
    ("te", "Telugu", "télougou", "తెలుగు"),
    ("th", "Thai", "thaï", "ไทย"),
    ("ti", "Tigrinya", "tigrigna", "ትግርኛ"),
    ("tl", "Tagalog", "tagalog", "Tagalog"),
    ("tr", "Turkish", "turc", "Türkçe"),
    ("uk", "Ukrainian", "ukrainien", "українська"),
    ("ur", "Urdu", "ourdou", "اردو"),
    ("uz", "Uzbek", "ouzbek", "oʻzbekcha"),
    ("vi", "Vietnamese", "vietnamien", "Tiếng Việt"),
    ("wo", "Wolof", "wolof", "Wolof"),
    ("xh", "Xhosa", "xhosa", "isiXhosa"),
    ("yi", "Yiddish", "yiddish", "ייִדיש"),
    ("yo", "Yoruba", "yoruba", "Yorùbá"),
    ("zh", "Chinese", "chinois", "中文"),
    ("zu", "Zulu", "zoulou", "isiZulu"),
  ]

  /// Whether a text is the tag of a language: two or three letters, and subtags.
  package static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLowercase })
    else {
      return false
    }
    return parts.allSatisfy {
      !$0.isEmpty && $0.count <= 8 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  /// The tag of a language by its name in English, French or itself; nil where it is not known.
  package static func code(of name: String) -> String? {
    let folded = name.lowercased()
    return table.first {
      $0.english.lowercased() == folded || $0.french == folded || $0.own.lowercased() == folded
    }?.code
  }

  /// The name of a language; the tag itself where it is not known.
  package static func name(of tag: String, in language: String) -> String {
    let primary = tag.lowercased().split(separator: "-").first.map(String.init) ?? tag
    guard primary == tag.lowercased(), let row = table.first(where: { $0.code == primary }) else { return tag }
    return language.hasPrefix("fr") ? row.french : row.english
  }

  /// The name of a language in itself, as it begins a line.
  package static func own(_ tag: String) -> String {
    let primary = tag.lowercased().split(separator: "-").first.map(String.init) ?? tag
    guard let name = table.first(where: { $0.code == primary })?.own else { return tag }
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The name of a language as it begins a line.
  package static func title(of tag: String, in language: String) -> String {
    let name = name(of: tag, in: language)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
