internal import ParcoursSource

/// For code scanning: SARIF 2.1.0 (OASIS), with the rules that were broken, regions in UTF-16 code units, and fixes.
public struct SARIFReport: Report {
  /// `sarif`.
  public static let id = "sarif"
  /// What it is.
  public static let summary = "for code scanning: SARIF 2.1.0"

  /// Prints.
  public static func render(_ findings: [SourceFindings], _ options: ReportOptions) -> String {
    let ids = Set(findings.flatMap { $0.diagnostics.map(\.id) }).sorted()
    var out = JSONText()
    out.object { out in
      out.string(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      out.string("version", "2.1.0")
      out.array("runs") { out in
        out.object { out in
          out.object("tool") { tool(ids, options, &$0) }
          out.string("columnKind", "utf16CodeUnits")
          out.array("results") { out in
            for text in findings where !text.diagnostics.isEmpty {
              let lines = LineTable(text.source)
              for diagnostic in text.diagnostics { result(diagnostic, text.source.name, lines, ids, options, &out) }
            }
          }
          let omitted = findings.filter { $0.omitted > 0 }
          if !omitted.isEmpty {
            out.array("invocations") { out in
              out.object { out in
                out.bool("executionSuccessful", true)
                out.array("toolExecutionNotifications") { out in
                  for text in omitted {
                    out.object { out in
                      out.string("level", "note")
                      out.object("message") {
                        $0.string("text", options.text("\(text.omitted) more findings are not shown"))
                      }
                      out.array("locations") { out in
                        out.object { out in
                          out.object("physicalLocation") { artifact(text.source.name, &$0) }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return out.text()
  }

  private static func tool(_ ids: [String], _ options: ReportOptions, _ out: inout JSONText) {
    out.object("driver") { out in
      out.string("name", "parcours")
      if !options.version.isEmpty { out.string("semanticVersion", options.version) }
      out.array("rules") { out in
        for id in ids {
          out.object { out in
            out.string("id", id)
            if let summary = options.summary(id) { out.object("shortDescription") { $0.string("text", summary) } }
            out.object("help") { $0.string("text", options.text("run `parcours explain \(id)`")) }
          }
        }
      }
    }
  }

  private static func result(
    _ diagnostic: Diagnostic, _ file: String, _ lines: LineTable, _ ids: [String], _ options: ReportOptions,
    _ out: inout JSONText
  ) {
    out.object { out in
      out.string("ruleId", diagnostic.id)
      out.number("ruleIndex", ids.firstIndex(of: diagnostic.id) ?? 0)
      out.string("level", diagnostic.severity.rawValue)
      var message = options.text(diagnostic.message)
      if let help = diagnostic.help { message += " (\(options.text(help)))" }
      out.object("message") { $0.string("text", message) }
      out.array("locations") { out in
        out.object { out in
          out.object("physicalLocation") { physical(file, diagnostic.range, lines, &$0) }
          if let pointer = diagnostic.pointer {
            out.array("logicalLocations") { out in
              out.object { $0.string("fullyQualifiedName", pointer.description) }
            }
          }
        }
      }
      if !diagnostic.notes.isEmpty {
        out.array("relatedLocations") { out in
          for (index, note) in diagnostic.notes.enumerated() {
            out.object { out in
              out.number("id", index)
              out.object("physicalLocation") { physical(file, note.location?.range, lines, &$0) }
              out.object("message") { $0.string("text", options.text(note.message)) }
            }
          }
        }
      }
      guard let fixIt = diagnostic.fixIt, !fixIt.edits.isEmpty else { return }
      out.array("fixes") { out in
        out.object { out in
          out.array("artifactChanges") { out in
            out.object { out in
              artifact(file, &out)
              out.array("replacements") { out in
                for edit in fixIt.edits {
                  out.object { out in
                    region("deletedRegion", edit.range, lines, &out)
                    out.object("insertedContent") { $0.string("text", edit.replacement) }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func physical(_ file: String, _ range: Range<Int>?, _ lines: LineTable, _ out: inout JSONText) {
    artifact(file, &out)
    if let range { region("region", range, lines, &out) }
  }

  private static func artifact(_ file: String, _ out: inout JSONText) {
    out.object("artifactLocation") { $0.string("uri", uri(file)) }
  }

  private static func region(_ key: String, _ range: Range<Int>, _ lines: LineTable, _ out: inout JSONText) {
    let start = lines.positionInUTF16(of: range.lowerBound)
    let end = lines.positionInUTF16(of: range.upperBound)
    out.object(key) { out in
      out.number("startLine", start.line)
      out.number("startColumn", start.column)
      out.number("endLine", end.line)
      out.number("endColumn", end.column)
    }
  }

  /// A path as a URI reference (RFC 3986): what is not unreserved or a slash, percent-encoded.
  private static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x2D, 0x2E, 0x2F, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += hex.utf8.count == 1 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return path.hasPrefix("/") ? "file://" + result : result
  }
}
