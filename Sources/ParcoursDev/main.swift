import Parcours
import ParcoursSource
import ParcoursSystem

// Writes the generated parts of the documentation. usage: parcours-dev readme [FILE] | rules [FOLDER] | formats [FOLDER]
// | skills [FILE]

/// A table of a catalog's kind, as it stands in the README.
func table(_ kind: Catalog.Kind) -> String {
  let entries = Catalog.entries(kind)
  if kind == .formats {
    let rows = entries.map {
      "| `\($0.id)` | \($0.reads == true ? "✓" : "") | \($0.writes == true ? "✓" : "") | \($0.summary) |"
    }
    return (["| format | read | written | what it is |", "|---|---|---|---|"] + rows).joined(separator: "\n")
  }
  let rows = entries.map { "| `\($0.id)` | \($0.summary) |" }
  return (["| \(kind.rawValue.dropLast()) | what it is |", "|---|---|"] + rows).joined(separator: "\n")
}

/// The text with every part between its marks written anew.
func regenerated(_ text: String) -> String {
  var lines: [Substring] = []
  var isInside = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("<!-- generated: "), let kind = Catalog.Kind(rawValue: String(line.dropFirst(16).dropLast(4))) {
      lines += [line] + table(kind).split(separator: "\n", omittingEmptySubsequences: false)
      isInside = true
    } else if line == "<!-- end -->" {
      lines.append(line)
      isInside = false
    } else if !isInside {
      lines.append(line)
    }
  }
  return lines.joined(separator: "\n")
}

/// Replaces a file's text.
func write(_ text: String, to path: String) {
  do throws(FileError) {
    try OutputFile.replace(path, with: Array(text.utf8), links: .follow)
  } catch {
    print("\(error)")
    CurrentProcess.end(2)
  }
}

let place = CommandLine.arguments.count > 2 ? CommandLine.arguments[2] : nil
switch CommandLine.arguments.dropFirst().first {
case "readme":
  let path = place ?? "README.md"
  do {
    let old = try SourceText(readingFile: path)
    write(regenerated(String(decoding: old.bytes, as: UTF8.self)), to: path)
  } catch {
    print("\(error)")
    CurrentProcess.end(2)
  }
case "rules":
  for page in RulePages.all { write(page.text, to: (place ?? "Sources/ParcoursLint/Rules.docc") + "/" + page.name) }
case "formats":
  for page in FormatPages.all {
    write(page.text, to: (place ?? "Sources/ParcoursFormats/Formats.docc") + "/" + page.name)
  }
case "skills": write(SkillNameTable.generated, to: place ?? "Sources/ParcoursThesaurus/names.tsv")
default:
  print("usage: parcours-dev readme [FILE] | rules [FOLDER] | formats [FOLDER] | skills [FILE]")
  CurrentProcess.end(2)
}
