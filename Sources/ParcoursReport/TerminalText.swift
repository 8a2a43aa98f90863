/// Text from an input, made safe to print in a terminal.
public enum TerminalText {
  /// The text with control, bidirectional and invisible formatting characters made visible as `\u…`, so that none acts on
  /// the terminal or reorders what stands around it.
  public static func visible(_ text: String) -> String {
    var result = ""
    var isAfterHash = false
    for scalar in text.unicodeScalars {
      // Runners of pipelines look for their commands, such as `##[group]`, anywhere in a line.
      if isActive(scalar) || (isAfterHash && scalar == "#") {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
      isAfterHash = scalar == "#"
    }
    return result
  }

  /// A file's name at the start of a line, where `::` would be a command to a pipeline's runner.
  public static func name(_ name: String) -> String {
    let name = visible(name)
    return name.drop { $0 == " " }.hasPrefix("::") ? "./" + name : name
  }

  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xFFFE, 0xFFFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// How many cells a text takes: wide letters and emoji two, marks none (Unicode's East Asian Width, in large strokes).
  static func width(_ text: some StringProtocol) -> Int {
    text.reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first else { return sum }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return sum + 2
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return sum
        default: return sum + 1
        }
      }
    }
  }
}
