/// Names of languages and words for how well they are spoken, in both directions.
enum Languages {
  private static let table: [(code: String, english: String, french: String, own: String)] = [
    ("ar", "Arabic", "arabe", "العربية"), ("bg", "Bulgarian", "bulgare", "български"),
    ("ca", "Catalan", "catalan", "català"), ("cs", "Czech", "tchèque", "čeština"), ("da", "Danish", "danois", "dansk"),
    ("de", "German", "allemand", "Deutsch"), ("el", "Greek", "grec", "ελληνικά"),
    ("en", "English", "anglais", "English"),
    ("es", "Spanish", "espagnol", "español"), ("et", "Estonian", "estonien", "eesti"),
    ("fa", "Persian", "persan", "فارسی"),
    ("fi", "Finnish", "finnois", "suomi"), ("fr", "French", "français", "français"),
    ("he", "Hebrew", "hébreu", "עברית"),
    ("hi", "Hindi", "hindi", "हिन्दी"), ("hu", "Hungarian", "hongrois", "magyar"),
    ("id", "Indonesian", "indonésien", "Indonesia"),
    ("it", "Italian", "italien", "italiano"), ("ja", "Japanese", "japonais", "日本語"), ("ko", "Korean", "coréen", "한국어"),
    ("nl", "Dutch", "néerlandais", "Nederlands"), ("no", "Norwegian", "norvégien", "norsk"),
    ("pl", "Polish", "polonais", "polski"),
    ("pt", "Portuguese", "portugais", "português"), ("ro", "Romanian", "roumain", "română"),
    ("ru", "Russian", "russe", "русский"),
    ("sv", "Swedish", "suédois", "svenska"), ("sw", "Swahili", "swahili", "Kiswahili"), ("th", "Thai", "thaï", "ไทย"),
    ("tr", "Turkish", "turc", "Türkçe"), ("uk", "Ukrainian", "ukrainien", "українська"),
    ("vi", "Vietnamese", "vietnamien", "Tiếng Việt"),
    ("wo", "Wolof", "wolof", "Wolof"), ("yo", "Yoruba", "yoruba", "Yorùbá"), ("zh", "Chinese", "chinois", "中文"),
  ]

  /// Whether a text is the tag of a language: two or three letters, and subtags.
  static func isTag(_ text: String) -> Bool {
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
  static func code(of name: String) -> String? {
    let folded = name.lowercased()
    return table.first {
      $0.english.lowercased() == folded || $0.french == folded || $0.own.lowercased() == folded
    }?.code
  }

  /// The name of a language; the tag itself where it is not known.
  static func name(of tag: String, in language: String) -> String {
    let primary = tag.lowercased().split(separator: "-").first.map(String.init) ?? tag
    guard primary == tag.lowercased(), let row = table.first(where: { $0.code == primary }) else { return tag }
    return language.hasPrefix("fr") ? row.french : row.english
  }

  /// The name of a language in itself, as it begins a line.
  static func own(_ tag: String) -> String {
    let primary = tag.lowercased().split(separator: "-").first.map(String.init) ?? tag
    guard let name = table.first(where: { $0.code == primary })?.own else { return tag }
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The name of a language as it begins a line.
  static func title(of tag: String, in language: String) -> String {
    let name = name(of: tag, in: language)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
