// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "parcours",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "parcours", targets: ["parcours"]),
    .library(name: "Parcours", targets: ["Parcours"]),
    // The parsers alone, for programs that need JSON and YAML with positions.
    .library(name: "ParcoursSyntax", targets: ["ParcoursSource", "ParcoursSyntax"]),
    // JSON Schema over those, for programs that validate.
    .library(name: "ParcoursJSONSchema", targets: ["ParcoursSource", "ParcoursSyntax", "ParcoursJSONSchema"]),
  ],
  dependencies: [
    // The command line: help, completion and usage errors that people know. It needs FoundationEssentials only.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // The live page is served over HTTP/1.1: a server of one's own would be the hole to get in by. It needs no Foundation.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    // Starts the program that sets pages on paper, with a time limit and without a shell. Its Foundation trait is off.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
  ],
  targets: [
    // HTML is read by libxml2, which is looked up when the first page is read: linked, it would load ICU into every run. Its own
    // headers give types and prototypes; `headers` forwards to them, since the folder they stand in is on no search path.
    .target(name: "CLibXML2", cSettings: [.headerSearchPath("headers")]),
    // System libraries: YAML is read by libyaml's events, schema patterns run on PCRE2.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    // Marks in texts (emphasis, links, lists) are found by cmark, CommonMark's reference implementation: it needs no other library.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    // ZIP archives are inflated by zlib.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    // Files, folders, staged writes, clocks, time zones, workers: the only place that asks the system.
    .target(name: "ParcoursSystem"),
    // A source text and its lines, pointers, the source map, diagnostics.
    .target(name: "ParcoursSource", dependencies: ["ParcoursSystem"]),
    // The values: identity, contract, team. No I/O.
    .target(name: "ParcoursModel", dependencies: ["ParcoursSource"]),
    // The schemas, embedded in the binary by #embed.
    .target(
      name: "ParcoursSchemas", path: "Schemas",
      exclude: [
        "2020-12.schema.json", "contract.schema.json", "draft-07.schema.json", "identity.schema.json",
        "jsonresume.schema.json", "settings.schema.json", "team.schema.json",
        "thesaurus.schema.json",
      ]),
    // The themes' manifests and style sheets, embedded in the same way.
    .target(
      name: "ParcoursThemes", exclude: ["card", "classic", "compact", "foundation.css", "timeline"]),
    // What skills are called and which are kinds of others, embedded in the same way.
    .target(
      name: "ParcoursThesaurus",
      exclude: [
        "crafts.yaml", "data.yaml", "design.yaml", "engineering.yaml", "finance.yaml", "infrastructure.yaml",
        "marketing.yaml", "project.yaml", "software.yaml", "training.yaml", "writing.yaml",
      ]),
    // Bytes to one tree with ranges, and back.
    .target(name: "ParcoursSyntax", dependencies: ["ParcoursSource", "CCMark", "CLibXML2", "CLibYAML", "CZlib"]),
    // JSON Schema over that tree; knows nothing of identities.
    .target(name: "ParcoursJSONSchema", dependencies: ["ParcoursSource", "ParcoursSyntax", "CPCRE2"]),
    // Identity to identity: what an audience may see, tailored to readers, in their language.
    .target(name: "ParcoursTransform", dependencies: ["ParcoursSource", "ParcoursModel"]),
    // A file a rule.
    .target(
      name: "ParcoursLint", dependencies: ["ParcoursSystem", "ParcoursSource", "ParcoursModel", "ParcoursTransform"]),
    // Eligibility, trust, the solver, explanations.
    .target(name: "ParcoursMatch", dependencies: ["ParcoursSystem", "ParcoursSource", "ParcoursModel"]),
    // What is read and written, and how each says what it is: inputs, formats, types of documents, the registry, losses.
    .target(
      name: "ParcoursInterchange",
      dependencies: [
        "ParcoursSystem", "ParcoursSource", "ParcoursSyntax", "ParcoursModel", "ParcoursTransform",
        "ParcoursJSONSchema",
        "ParcoursLint",
      ]),
    // A folder a format: reader, writer, mapping table.
    .target(
      name: "ParcoursFormats",
      dependencies: [
        "ParcoursSystem", "ParcoursSource", "ParcoursSyntax", "ParcoursModel", "ParcoursTransform", "ParcoursLint",
        "ParcoursInterchange",
      ]),
    // A set of identities: folders and NDJSON files.
    .target(
      name: "ParcoursPool",
      dependencies: [
        "ParcoursSystem", "ParcoursSource", "ParcoursSyntax", "ParcoursModel", "ParcoursInterchange", "ParcoursMatch",
      ]),
    // Pages on paper: the engines that set them, each a program of its own.
    .target(
      name: "ParcoursPDF",
      dependencies: ["ParcoursSystem", "ParcoursSource", .product(name: "Subprocess", package: "swift-subprocess")]),
    // The live page.
    .target(
      name: "ParcoursPreview",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    // Diagnostics as text and JSON: a file each.
    .target(name: "ParcoursReport", dependencies: ["ParcoursSource", "ParcoursSyntax"]),
    // The façade for users of the library; the only module that knows all the others.
    .target(
      name: "Parcours",
      dependencies: [
        "ParcoursSystem", "ParcoursSource", "ParcoursModel", "ParcoursSchemas", "ParcoursSyntax", "ParcoursJSONSchema",
        "ParcoursInterchange", "ParcoursFormats", "ParcoursTransform", "ParcoursLint", "ParcoursMatch", "ParcoursPool",
        "ParcoursPDF", "ParcoursPreview", "ParcoursReport", "ParcoursThemes", "ParcoursThesaurus",
      ]),
    // Options, files, exit statuses; no logic.
    .target(
      name: "ParcoursCLI",
      dependencies: [
        "Parcours", "ParcoursFormats", "ParcoursInterchange", "ParcoursMatch", "ParcoursModel", "ParcoursPDF",
        "ParcoursPool", "ParcoursPreview", "ParcoursReport", "ParcoursSource", "ParcoursSystem", "ParcoursTransform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "parcours", dependencies: ["ParcoursCLI", "ParcoursSystem"], path: "Sources/parcours-main"),
    // Not shipped: writes the generated parts of the documentation.
    .executableTarget(
      name: "parcours-dev", dependencies: ["Parcours", "ParcoursCLI", "ParcoursSource", "ParcoursSystem"],
      path: "Sources/ParcoursDev"),

    // What tests share: where the repository and the suites are, and how programs are run.
    .target(
      name: "TestSupport",
      dependencies: [
        "Parcours", "ParcoursFormats", "ParcoursInterchange", "ParcoursModel", "ParcoursSource", "ParcoursTransform",
      ], path: "Tests/TestSupport"),
    .testTarget(
      name: "ParcoursSourceTests",
      dependencies: [
        "Parcours", "ParcoursSystem", "ParcoursSyntax", "ParcoursModel", "ParcoursFormats", "ParcoursTransform",
        "ParcoursInterchange", "ParcoursSource",
      ]),
    .testTarget(
      name: "ParcoursModelTests",
      dependencies: [
        "ParcoursSystem", "ParcoursTransform", "ParcoursInterchange", "Parcours", "ParcoursFormats", "ParcoursModel",
        "ParcoursSource", "ParcoursSyntax",
      ]),
    .testTarget(
      name: "ParcoursSyntaxTests",
      dependencies: [
        "Parcours", "ParcoursSystem", "ParcoursModel", "ParcoursFormats", "ParcoursTransform", "ParcoursInterchange",
        "ParcoursSource", "ParcoursSyntax", "TestSupport",
      ]),
    .testTarget(
      name: "ParcoursJSONSchemaTests",
      dependencies: [
        "ParcoursSystem", "ParcoursModel", "ParcoursFormats", "ParcoursTransform", "ParcoursInterchange", "Parcours",
        "ParcoursJSONSchema", "ParcoursSource", "ParcoursSyntax", "TestSupport",
      ]),
    .testTarget(
      name: "ParcoursFormatsTests",
      dependencies: [
        "ParcoursSystem", "ParcoursInterchange",
        "Parcours", "ParcoursFormats", "ParcoursModel", "ParcoursPool", "ParcoursSource", "ParcoursSyntax",
        "ParcoursTransform", "TestSupport",
      ]),
    .testTarget(
      name: "ParcoursTransformTests",
      dependencies: [
        "ParcoursSystem", "ParcoursSyntax", "ParcoursInterchange",
        "Parcours", "ParcoursFormats", "ParcoursModel", "ParcoursReport", "ParcoursSource", "ParcoursTransform",
        "TestSupport",
      ]),
    .testTarget(
      name: "ParcoursLintTests",
      dependencies: [
        "ParcoursSystem", "ParcoursFormats", "ParcoursTransform", "ParcoursInterchange",
        "Parcours", "ParcoursJSONSchema", "ParcoursLint", "ParcoursModel", "ParcoursReport", "ParcoursSource",
        "ParcoursSyntax", "TestSupport",
      ]),
    .testTarget(
      name: "ParcoursMatchTests",
      dependencies: [
        "ParcoursSystem", "ParcoursSyntax", "ParcoursTransform", "ParcoursInterchange",
        "Parcours", "ParcoursFormats", "ParcoursMatch", "ParcoursModel", "ParcoursPool", "ParcoursSource",
        "TestSupport",
      ]),
    .testTarget(
      name: "ParcoursCLITests",
      dependencies: [
        "ParcoursSystem", "ParcoursSource", "ParcoursSyntax", "ParcoursModel", "ParcoursFormats", "ParcoursTransform",
        "ParcoursInterchange", "Parcours", "ParcoursReport", "TestSupport", "parcours",
      ],
      exclude: ["Conversations"]),
    .testTarget(
      name: "BrowserTests",
      dependencies: [
        "ParcoursSystem", "ParcoursSyntax", "ParcoursTransform", "ParcoursInterchange",
        "Parcours", "ParcoursFormats", "ParcoursModel", "ParcoursPDF", "ParcoursPreview", "ParcoursSource",
        "TestSupport", "parcours",
      ],
      exclude: ["Scripts"]),
    .testTarget(
      name: "RepositoryTests",
      dependencies: [
        "ParcoursSystem", "ParcoursSource", "ParcoursSyntax", "ParcoursModel", "ParcoursFormats", "ParcoursTransform",
        "ParcoursInterchange", "Parcours", "TestSupport", "parcours", "parcours-dev",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets
where target.type != .system
  && !["CLibXML2", "ParcoursSchemas", "ParcoursThemes", "ParcoursThesaurus"].contains(target.name)
{
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
