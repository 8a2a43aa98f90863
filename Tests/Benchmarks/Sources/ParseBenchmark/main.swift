import ParcoursSource
import ParcoursSyntax

// usage: ParseBenchmark LINES.ndjson    parses a 50 MB array of its lines, positions included, and prints MB/s.
let lines = try SourceText(readingFile: CommandLine.arguments[1])
var bytes: [UInt8] = [0x5B]
while bytes.count < 50_000_000 {
  for line in lines.bytes.split(separator: 0x0A) {
    if bytes.count > 1 { bytes.append(0x2C) }
    bytes.append(contentsOf: line)
    if bytes.count >= 50_000_000 { break }
  }
}
bytes.append(0x5D)
let text = SourceText(name: "array.json", bytes: bytes)
let clock = ContinuousClock()
for pass in 1...7 {
  var entries = 0
  let time = try clock.measure { entries = try JSONParser.parse(text).entries.count }
  let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  print("pass \(pass): \(Int(Double(bytes.count) / 1e6 / seconds)) MB/s, \(entries) entries")
}
