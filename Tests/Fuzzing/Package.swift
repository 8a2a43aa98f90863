// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users never build it. `run` builds it with libFuzzer and AddressSanitizer.
/// A target that libFuzzer drives.
func fuzzer(_ name: String, _ product: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["CFuzzer", .product(name: product, package: "parcours")],
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "parcours", path: "../..")],
  targets: [
    .target(name: "CFuzzer"),
    fuzzer("FuzzJSON", "ParcoursSyntax"), fuzzer("FuzzYAML", "ParcoursSyntax"),
    fuzzer("FuzzMarkup", "ParcoursSyntax"), fuzzer("FuzzSchema", "ParcoursJSONSchema"),
  ]
)
