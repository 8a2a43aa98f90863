internal import ParcoursSystem

/// Finds the best team of an instance: for every size a root with tuned prices, an early good team, then the trees of all sizes
/// together, in rounds of a fixed number of branches, so that the result and the count of nodes do not depend on how many
/// threads there are.
struct Solver {
  /// What was found.
  struct Outcome {
    var found: Found?
    var nodes = 0
    /// People left by the reduction.
    var kept = 0
    var wasStopped = false
    /// A price that no team is under, where it was stopped.
    var bound = Int.max
  }

  /// What a search may leave out, for tests that hold its parts apart.
  struct Options: Sendable {
    var usesLocalSearch = true
    var usesSkyband = true
    /// Branches that are searched from the same best team.
    var round = 8
    /// Nodes that are searched at the most, in a branch and by all finished rounds: as good a limit on every machine.
    var nodes = Int.max
    /// Threads at the most; nil is as many as there are cores.
    var threads: Int?
  }

  /// Beyond so many people prices are tuned on the likeliest of them first.
  private static let large = 300

  let instance: Instance
  let options: Options
  let isOver: @Sendable () -> Bool
  private let grain: Int

  init(_ instance: Instance, options: Options = Options(), isOver: @escaping @Sendable () -> Bool) {
    self.instance = instance
    self.options = options
    self.isOver = isOver
    grain = instance.grain
  }

  /// The root of a size: its node, tuned, with everybody whom a team within the limit can have.
  private final class Root {
    let size: Int
    let search: TreeSearch
    let node: SearchNode
    var tuning: PriceTuning
    var frame: TreeSearch.Frame?
    var branches: [Int] = [] {
      didSet {
        next = 0
        turn = [Int](repeating: .max, count: node.count)
        for (place, index) in branches.enumerated() { turn[index] = place }
      }
    }
    /// How many of the branches were searched.
    var next = 0
    var pace = TreeSearch.Pace()
    /// When each person's branch comes: they are gone from those after it.
    private(set) var turn: [Int] = []
    /// A price that no team of the size is under.
    var price = 0
    var isOpen = true

    init(size: Int, search: TreeSearch, node: SearchNode, tuning: PriceTuning) {
      self.size = size
      self.search = search
      self.node = node
      self.tuning = tuning
    }

    /// What the teams of a branch cost at the least.
    func price(ofBranch place: Int) -> Int { frame?.price(node.forced.base[branches[place]]) ?? 0 }

    /// Bounds anew what is left after the branches that were searched.
    func rebound(_ best: Found?) {
      let left = branches.count - next
      search.best = best
      for index in branches[..<next] { node.isGone.base[index] = true }
      guard search.rebound(node, &tuning) else {
        branches = []
        return
      }
      frame = search.frame(tuning)
      branches = search.branches(node)
      pace.note(left: left, after: branches.count)
    }
  }

  /// Solves it.
  ///
  /// - Parameters:
  ///   - known: a team that is known; its price is a limit.
  ///   - ceiling: the price a team may have at the most.
  ///   - stopsAtFirst: whether any team will do.
  func solve(known: Found? = nil, ceiling: Int, stopsAtFirst: Bool = false) -> Outcome {
    var outcome = Outcome()
    outcome.kept = instance.count
    let fixed = instance.fixed
    guard instance.isAllowed(fixed, asPart: true) else { return outcome }
    let greatest = min(instance.most, instance.totalDays / max(1, instance.minDays), instance.count)
    let smallest = max(1, instance.least, fixed.count)
    guard smallest <= greatest, instance.totalDays > 0 else { return outcome }
    var best = known
    var roots: [Root] = []
    // Prices of a larger team are a good start for a smaller one.
    var start = PriceTuning(instance)
    for size in stride(from: greatest, through: smallest, by: -1) {
      let search = TreeSearch(
        instance, ceiling: ceiling, grain: grain, best: best, stopsAtFirst: stopsAtFirst, nodes: options.nodes,
        isOver: isOver)
      let root = Root(size: size, search: search, node: SearchNode(), tuning: start)
      guard RootBound(search).prepare(root.node, size: size, &root.tuning, price: &root.price) else { continue }
      start = root.tuning
      if options.usesLocalSearch, root.node.missing > 0 {
        search.bound.prepare(root.node, root.tuning.multipliers)
        LocalSearch(search: search).run(
          root.node, by: root.node.own.base, likeliest: stopsAtFirst ? 60 : 120, kicks: stopsAtFirst ? nil : 0)
        best = search.best
        if stopsAtFirst, best != nil { break }
      }
      roots.append(root)
    }
    for root in roots { root.search.best = best }
    if !(stopsAtFirst && best != nil) {
      best = searchRoots(roots, best, stopsAtFirst, &outcome)
    }
    outcome.found = best
    return outcome
  }

  private func searchRoots(_ roots: [Root], _ start: Found?, _ stopsAtFirst: Bool, _ outcome: inout Outcome) -> Found? {
    var best = start
    // The star bound of every size, before any tree: a stopped search then knows what each size cannot be under.
    for root in roots.sorted(by: { ($0.price, $0.size) < ($1.price, $1.size) }) {
      let search = root.search
      search.best = best
      outcome.nodes += 1
      guard root.price <= search.limit(root.size) else {
        root.isOpen = false
        continue
      }
      open(root)
      best = search.best
      outcome.nodes += search.visited
      search.visited = 0
      if stopsAtFirst, best != nil { return best }
    }
    return searchTrees(roots.filter(\.isOpen), best, stopsAtFirst, &outcome)
  }

  /// Tunes a root on the people left, looks for a good team once more, and lists its branches.
  private func open(_ root: Root) {
    let (search, node) = (root.search, root.node)
    root.isOpen = false
    if node.missing < 2 {
      search.descend(node, root.tuning, depth: 0)
      root.isOpen = search.wasStopped
      return
    }
    guard search.isPossible(node) else { return }
    let isLarge = node.count > Self.large
    if isLarge { search.tune(node, on: 250, &root.tuning, rounds: 120) }
    guard search.improve(node, &root.tuning, rounds: isLarge ? 12 : 150, ambition: isLarge ? 0.3 : 1) else { return }
    root.price = max(root.price, Int(search.rootValue.rounded(.down)))
    guard search.force(node, root.tuning) else { return }
    if options.usesLocalSearch, !search.stopsAtFirst {
      LocalSearch(search: search).run(node, by: node.forced.base, likeliest: 100, kicks: 8)
      search.bound.prepare(node, root.tuning.multipliers)
      search.bound.force(node)
      guard search.force(node, root.tuning) else { return }
    }
    root.frame = search.frame(root.tuning)
    root.branches = search.branches(node)
    root.isOpen = !root.branches.isEmpty
    if let first = root.branches.first, let frame = root.frame {
      root.price = max(root.price, frame.price(node.forced.base[first]))
    }
  }

  // MARK: The trees

  /// One branch of a root.
  private struct Branch {
    var root: Int
    var place: Int
    var price: Int
  }

  private func searchTrees(_ roots: [Root], _ start: Found?, _ stopsAtFirst: Bool, _ outcome: inout Outcome) -> Found? {
    var best = start
    for root in roots where root.search.wasStopped {
      outcome.wasStopped = true
      outcome.bound = min(outcome.bound, root.price)
    }
    let pool = Workers(options.threads)
    while true {
      let round = nextRound(roots, best)
      guard !round.isEmpty else { break }
      if outcome.nodes > options.nodes || (isOver() && (best != nil || outcome.nodes > TreeSearch.grace)) {
        outcome.wasStopped = true
        for branch in round { outcome.bound = min(outcome.bound, branch.price) }
        break
      }
      let known = best
      let results = pool.map(round.count) { number, worker in
        search(round[number], roots[round[number].root], known, stopsAtFirst, worker)
      }
      for result in results {
        outcome.nodes += result.nodes
        if result.wasStopped {
          outcome.wasStopped = true
          outcome.bound = min(outcome.bound, result.open)
        }
        if let found = result.found, best.map({ found.isBetter(than: $0) }) ?? true { best = found }
      }
      if stopsAtFirst, best != nil { return best }
      var due: [Root] = []
      for (number, root) in roots.enumerated() {
        let searched = round.count { $0.root == number }
        guard searched > 0 else { continue }
        root.next += searched
        if root.pace.isDue(after: searched, left: root.branches.count - root.next) { due.append(root) }
      }
      let better = best
      _ = pool.map(due.count) { number, _ in due[number].rebound(better) }
    }
    return best
  }

  /// The cheapest branches of all roots that are not searched yet and within the limit; of equals those of smaller teams.
  private func nextRound(_ roots: [Root], _ best: Found?) -> [Branch] {
    var round: [Branch] = []
    var ahead = roots.map(\.next)
    while round.count < options.round {
      var found: Branch?
      for (number, root) in roots.enumerated() where ahead[number] < root.branches.count {
        let price = root.price(ofBranch: ahead[number])
        // Branches rise in price: behind one over the limit there is nothing.
        guard price <= TreeSearch.limit(best, root.size, ceiling: root.search.ceiling, grain: grain) else { continue }
        if let known = found, (known.price, roots[known.root].size) <= (price, root.size) { continue }
        found = Branch(root: number, place: ahead[number], price: price)
      }
      guard let found else { break }
      ahead[found.root] += 1
      round.append(found)
    }
    return round
  }

  private struct Result {
    var found: Found?
    var nodes = 0
    var wasStopped = false
    var open = Int.max
  }

  /// The teams that have one branch's person and none of the branches before it.
  private func search(
    _ branch: Branch, _ root: Root, _ best: Found?, _ stopsAtFirst: Bool, _ worker: Workers.Worker
  ) -> Result {
    guard let frame = root.frame else { return Result() }
    let search =
      worker.search
      ?? TreeSearch(
        instance, ceiling: root.search.ceiling, grain: grain, stopsAtFirst: stopsAtFirst, nodes: options.nodes,
        isOver: isOver)
    worker.search = search
    search.begin(with: best)
    let index = root.branches[branch.place]
    let value = root.node.forced.base[index]
    let limit = frame.scaled(search.limit(root.size)) - frame.base * frame.scale
    guard value <= limit else { return Result() }
    let child = search.node(1)
    let turn = root.turn
    search.fill(child, root.node, choosing: index, frame, limit) { turn[$0] < branch.place }
    search.descend(child, frame.tuning, depth: 1)
    return Result(
      found: search.best == best ? nil : search.best, nodes: search.visited, wasStopped: search.wasStopped,
      open: min(search.open, search.wasStopped ? branch.price : .max))
  }
}

/// Threads that share out a round of work, each with a search of its own.
private final class Workers: @unchecked Sendable {
  /// What a thread keeps between its pieces of work.
  final class Worker { var search: TreeSearch? }

  private let workers: [Worker]

  init(_ threads: Int?) {
    let cores = threads ?? max(1, min(16, Cores.count))
    workers = (0..<cores).map { _ in Worker() }
  }

  /// Does numbered pieces of work, each once, on all threads; the results in the order of their numbers.
  func map<Value>(_ count: Int, _ work: @escaping (Int, Worker) -> Value) -> [Value] {
    if workers.count == 1 || count == 1 { return (0..<count).map { work($0, workers[0]) } }
    let shared = SharedWork<Value>(count)
    // Each piece writes its own place, so that the closure may be handed to the threads.
    nonisolated(unsafe) let work = work
    Parallel.perform(min(workers.count, count)) { number in
      while let piece = shared.next() { shared.put(work(piece, self.workers[number]), at: piece) }
    }
    return shared.results
  }
}
