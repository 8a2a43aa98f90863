// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users never build it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "parcours", path: "../..")],
  targets: [
    .executableTarget(
      name: "MatchBenchmark", dependencies: [.product(name: "Parcours", package: "parcours")]),
    .executableTarget(
      name: "PageBenchmark", dependencies: [.product(name: "Parcours", package: "parcours")]),
    .executableTarget(
      name: "ParseBenchmark", dependencies: [.product(name: "ParcoursSyntax", package: "parcours")]),
    .executableTarget(
      name: "SchemaBenchmark", dependencies: [.product(name: "ParcoursJSONSchema", package: "parcours")]),
  ]
)
