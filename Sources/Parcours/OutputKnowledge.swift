internal import ParcoursInterchange
internal import ParcoursModel

/// What is known of outputs: which formats, themes and languages there are.
enum OutputKnowledge {
  /// The format of an output: the one it names, else that of its path; nil where there is none that can be written.
  static func format(of output: Output, in registry: Registry) -> Format? {
    guard let id = output.format else { return output.path.flatMap(registry.format(forFile:)) }
    return registry.format(named: id).flatMap { $0.write == nil ? nil : $0 }
  }
}
