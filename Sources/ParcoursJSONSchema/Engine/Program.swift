internal import ParcoursSyntax

/// A schema as a flat program, which tells whether a value is valid without a call a keyword and without allocating.
///
/// What is wanted of a value is a *word*: where the type and a format are all that is asked, the word says so itself (a
/// leaf); else it names a block. A block's members are looked up in a table of words by the number that a name has in
/// `keys`. Keywords that the program does not know run as they are (`general`), so that each adds what it can by
/// `Keyword.plan` and nothing has to. Schemas that need annotations or dynamic scopes have no program.
final class Program: Sendable {
  /// The bits of a word.
  enum Word {
    /// The word itself says what is wanted: types in bits 0–7, a format in bits 8–15.
    static let leaf: UInt32 = 1 << 31
    /// The member must be there.
    static let required: UInt32 = 1 << 30
    /// Of a word that is no leaf: the block's number.
    static let block: UInt32 = required - 1
    /// A leaf that anything meets.
    static let anything = leaf | 0x7F
    /// A leaf that nothing meets.
    static let nothing = leaf
    /// The bit of types that says "a number, if it is whole".
    static let integer: UInt32 = 1 << 7
  }

  struct Block: BitwiseCopyable {
    var types: UInt32 = 0x7F
    var format: UInt32 = 0
    /// Where the members' words start; the first is for names that are not here. Negative where members are not asked for.
    var members = -1
    /// How many members are required.
    var required = 0
    var items: UInt32 = Word.anything
    var firstItem = 0
    var ops = 0
    var endOfOps = 0
  }

  /// What else a block asks for.
  enum Op {
    case all(UInt32)
    case any([UInt32])
    case one([UInt32])
    case not(UInt32)
    case conditional(UInt32, then: UInt32, otherwise: UInt32)
    /// A string is one of these, where only strings are.
    case strings(KeyTable)
    case length(ClosedRange<Int>)
    case items(ClosedRange<Int>)
    case members(ClosedRange<Int>)
    /// A number is in these limits; the keyword decides where it is not a short integer.
    case limits(ClosedRange<Int64>, keyword: Int)
    case pattern(ByteAutomaton)
    case general(Int)
  }

  let blocks: [Block]
  let words: [UInt32]
  let ops: [Op]
  let keywords: [any Keyword]
  let formats: [any Format.Type]
  let keys: KeyTable
  let root: UInt32

  /// Puts the schema's nodes into a program; nil where it must be evaluated keyword by keyword.
  init?(_ nodes: [SchemaNode], root: Int) {
    var compiler = ProgramCompiler(nodes: nodes)
    guard compiler.collectNames() else { return nil }
    self.root = compiler.word(for: root)
    if compiler.isTooDeep { return nil }
    blocks = compiler.blocks
    words = compiler.words
    ops = compiler.ops
    keywords = compiler.keywords
    formats = compiler.formats
    keys = compiler.keys
  }
}

/// What the keywords of one schema object ask for, before it is laid out.
struct ProgramPlan {
  enum Op {
    case all(Int)
    case any([Int])
    case one([Int])
    case not(Int)
    case conditional(Int, then: Int?, otherwise: Int?)
    case strings([[UInt8]])
    case length(ClosedRange<Int>)
    case items(ClosedRange<Int>)
    case members(ClosedRange<Int>)
    case limits(ClosedRange<Int64>, any Keyword)
    case pattern(ByteAutomaton)
    case general(any Keyword)
  }

  var types: UInt32 = 0x7F
  var format: (any Format.Type)?
  var properties: [(name: [UInt8], node: Int)] = []
  var additional: Int?
  var required: [[UInt8]] = []
  var items: (node: Int, from: Int)?
  var ops: [Op] = []
  /// Whether a program cannot hold it.
  var isBeyond = false

  var names: [[UInt8]] { properties.map(\.name) + required }
  var isLeaf: Bool { properties.isEmpty && additional == nil && required.isEmpty && items == nil && ops.isEmpty }
}

private struct ProgramCompiler {
  let nodes: [SchemaNode]
  var blocks: [Program.Block] = []
  var words: [UInt32] = []
  var ops: [Program.Op] = []
  var keywords: [any Keyword] = []
  var formats: [any Format.Type] = []
  var keys = KeyTable.empty
  private var plans: [ProgramPlan] = []
  private var wordOf: [UInt32?]
  private var ids: [[UInt8]: Int] = [:]
  private var depth = 0
  /// Whether schemas refer to each other in a chain so long that no value is evaluated by it.
  private(set) var isTooDeep = false

  init(nodes: [SchemaNode]) {
    self.nodes = nodes
    wordOf = Array(repeating: nil, count: nodes.count)
  }

  /// Asks every keyword what it plans, and numbers all names; false where a program cannot hold them.
  mutating func collectNames() -> Bool {
    var names: [[UInt8]] = []
    for node in nodes {
      var plan = ProgramPlan()
      for keyword in node.keywords { keyword.plan(&plan) }
      if plan.isBeyond { return false }
      for name in plan.names where ids[name] == nil {
        names.append(name)
        ids[name] = names.count
      }
      plans.append(plan)
    }
    // The tables of members grow with names times objects.
    guard names.count * nodes.count < 4_000_000, let keys = KeyTable(names) else { return false }
    self.keys = keys
    return true
  }

  mutating func word(for node: Int) -> UInt32 {
    if let word = wordOf[node] { return word }
    if let always = nodes[node].always {
      let word = always ? Program.Word.anything : Program.Word.nothing
      wordOf[node] = word
      return word
    }
    let plan = plans[node]
    let format = plan.format.map { number(of: $0) } ?? 0
    if plan.isLeaf {
      let word = Program.Word.leaf | plan.types | format << 8
      wordOf[node] = word
      return word
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Evaluation.maximumDepth else {
      isTooDeep = true
      return Program.Word.anything
    }
    let index = blocks.count
    wordOf[node] = UInt32(index)
    blocks.append(Program.Block())
    // A schema that only refers to another is that other.
    if plan.types == 0x7F, format == 0, plan.ops.count == 1, case .all(let target) = plan.ops[0], plan.names.isEmpty,
      plan.additional == nil, plan.items == nil
    {
      let word = word(for: target)
      setOps([.all(word)], of: index)
      if word != UInt32(index) { wordOf[node] = word }
      return word
    }
    fill(index, plan, format)
    return UInt32(index)
  }

  private mutating func setOps(_ list: [Program.Op], of index: Int) {
    blocks[index].ops = ops.count
    ops += list
    blocks[index].endOfOps = ops.count
  }

  private mutating func fill(_ index: Int, _ plan: ProgramPlan, _ format: UInt32) {
    blocks[index].types = plan.types
    blocks[index].format = format
    if let items = plan.items {
      blocks[index].firstItem = items.from
      blocks[index].items = word(for: items.node)
    }
    if !plan.properties.isEmpty || plan.additional != nil || !plan.required.isEmpty {
      let other = plan.additional.map { word(for: $0) } ?? Program.Word.anything
      var table = Array(repeating: other, count: keys.names.count + 1)
      for property in plan.properties { table[ids[property.name] ?? 0] = word(for: property.node) }
      for name in Set(plan.required) {
        table[ids[name] ?? 0] |= Program.Word.required
        blocks[index].required += 1
      }
      blocks[index].members = words.count
      words += table
    }
    setOps(plan.ops.map { lower($0) }, of: index)
  }

  private mutating func lower(_ op: ProgramPlan.Op) -> Program.Op {
    switch op {
    case .all(let node): return .all(word(for: node))
    case .any(let nodes): return .any(nodes.map { word(for: $0) })
    case .one(let nodes): return .one(nodes.map { word(for: $0) })
    case .not(let node): return .not(word(for: node))
    case .conditional(let node, let then, let otherwise):
      return .conditional(
        word(for: node), then: then.map { word(for: $0) } ?? Program.Word.anything,
        otherwise: otherwise.map { word(for: $0) } ?? Program.Word.anything)
    case .strings(let names): return .strings(KeyTable(names) ?? .empty)
    case .length(let range): return .length(range)
    case .items(let range): return .items(range)
    case .members(let range): return .members(range)
    case .limits(let range, let keyword): return .limits(range, keyword: add(keyword))
    case .pattern(let automaton): return .pattern(automaton)
    case .general(let keyword): return .general(add(keyword))
    }
  }

  private mutating func add(_ keyword: any Keyword) -> Int {
    keywords.append(keyword)
    return keywords.count - 1
  }

  private mutating func number(of format: any Format.Type) -> UInt32 {
    if let index = formats.firstIndex(where: { $0 == format }) { return UInt32(index + 1) }
    formats.append(format)
    return UInt32(formats.count)
  }
}
