import Parcours
import ParcoursFormats
import ParcoursInterchange
import ParcoursModel
import ParcoursSource

// usage: PageBenchmark LINES.ndjson PAGE.html    writes a page of each résumé in each theme on one core, as `convert` does,
// and reads the page; prints pages a second and milliseconds a page, the best of nine passes each.
let text = try SourceText(readingFile: CommandLine.arguments[1])
let lines = text.bytes.split(separator: 0x0A).map { SourceText(name: "resume.json", bytes: Array($0)) }
let foreign = try SourceText(readingFile: CommandLine.arguments[2])
let clock = ContinuousClock()

func seconds(_ body: () -> Void) -> Double {
  let time = clock.measure(body)
  return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
}

for theme in Themes.all {
  var options = ConversionOptions(language: "fr", asOf: PartialDate("2026-11-21") ?? .epoch, theme: theme)
  options.findsLosses = false
  var best = Double.infinity
  var bytes = 0
  for _ in 1...9 {
    bytes = 0
    best = min(
      best,
      seconds {
        for line in lines {
          bytes += Converter().convert(Input(line), from: .jsonResume, to: .html, options).output?.count ?? 0
        }
      })
  }
  print("\(theme.name): \(lines.count) pages of \(bytes / max(1, lines.count)) bytes in \(best) s")
}
var best = Double.infinity
for _ in 1...9 { best = min(best, seconds { _ = Format.html.read?(Input(foreign)) }) }
print("a page of \(foreign.bytes.count) bytes read in \(best * 1_000) ms")
