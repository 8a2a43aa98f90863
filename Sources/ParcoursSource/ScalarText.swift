extension StringProtocol {
  /// The text with a scalar replaced wherever it stands. Swift's own search goes by characters as they are seen, and to it
  /// a quote with an accent on it is no quote; what is escaped must be found in any company. O(n).
  package func replacing(_ scalar: Unicode.Scalar, by text: String) -> String {
    var result = ""
    for own in unicodeScalars {
      if own == scalar { result += text } else { result.unicodeScalars.append(own) }
    }
    return result
  }

  /// The parts between a scalar, empty ones too; found in any company. O(n).
  package func parts(between scalar: Unicode.Scalar) -> [String] {
    var parts = [""]
    for own in unicodeScalars {
      if own == scalar { parts.append("") } else { parts[parts.count - 1].unicodeScalars.append(own) }
    }
    return parts
  }
}
