package import ParcoursModel
package import ParcoursTransform

/// What the elements of a list are in the model: items, each of which keeps what the model has no place for.
package struct Items: Sendable {
  /// The list that they are in.
  package let model: String
  /// What they are before they are read.
  package let base: [(String, JSONValue)]
  /// What their members mean.
  package let rows: [Row]
  /// What of that which is kept of them is for everyone who sees them; the rest is the owner's.
  let open: Set<String>
  /// What steps they are, as losses tell them apart: `role break study agreed sought`.
  private let kinds: [String]
  /// Those of an identity's that are written.
  let chosen: @Sendable (MappedItem, IdentityView) -> [MappedItem]

  /// Items of a list.
  package init(
    _ model: String, base: [(String, JSONValue)] = [], open: Set<String> = [],
    where belongs: @escaping @Sendable (MappedItem) -> Bool = { _ in true }, _ rows: [Row]
  ) {
    self.model = model
    self.base = base
    self.rows = rows
    self.open = open
    kinds = []
    chosen = { item, _ in (item[model]?.elements ?? []).map { MappedItem($0) }.filter(belongs) }
  }

  /// Steps of the path, the newest first.
  ///
  /// - Parameters:
  ///   - kinds: what steps they are, as losses tell them apart.
  ///   - belongs: which of them are written; nil is none: they are read alone.
  package init(
    steps kinds: [String], base: [(String, JSONValue)] = [("kind", .string("role"))],
    where belongs: (@Sendable (Step, IdentityView) -> Bool)?, _ rows: [Row]
  ) {
    model = "path"
    self.base = base
    self.rows = rows
    open = []
    self.kinds = kinds
    chosen = { item, view in
      guard let belongs, let identity = item.record as? Identity else { return [] }
      return identity.path.filter { belongs($0, view) }.newestFirst.map { MappedItem($0.json, record: $0) }
    }
  }

  /// What they mean as elements of a list.
  package func meanings(in foreign: String) -> [Row.Meaning] {
    rows.flatMap(\.meanings).map { $0.within(foreign, model, kinds) }
  }
}

extension Row {
  /// A list of which every element stands for several steps, which share some of its members: the roles of a job.
  ///
  /// - Parameters:
  ///   - foreign: the list.
  ///   - inner: the list in each of its elements that the steps stand in; where there is none, the element is one step.
  ///   - isOne: which elements are such; the others are left.
  ///   - shared: what the members of the element mean for all of its steps.
  ///   - each: what those of a step mean.
  package static func groups(
    _ foreign: String, _ inner: String, steps kinds: [String], isGrouped: Bool = true,
    base: [(String, JSONValue)] = [("kind", .string("role"))],
    told isOne: @escaping @Sendable (Taking) -> Bool = { _ in true },
    where belongs: @escaping @Sendable (Step, IdentityView) -> Bool, shared: [Row], each: [Row]
  ) -> Row {
    let outer = Items(steps: kinds, where: belongs, shared)
    let whole = Items(steps: kinds, base: base, where: belongs, shared + each)
    return Row(
      outer.meanings(in: foreign)
        + Items(steps: kinds, where: belongs, each).meanings(in: "\(foreign)[].\(inner)")
    ) { taking, item in
      var steps: [([String]) -> JSONValue] = []
      var left: [JSONValue] = []
      for element in taking.objects(foreign) {
        guard isOne(element) else {
          left.append(element.rest)
          continue
        }
        var job = element
        let roles = job.objects(inner)
        if roles.isEmpty { steps.append { element.item(whole, at: $0) } }
        for (index, role) in roles.enumerated() {
          steps.append { place in
            var (job, role, item) = (
              job, role, MappedItem(.object(whole.base.map { .init($0.0, $0.1) }), place: place)
            )
            role.record(place, at: role.place)
            for row in shared { row.take(&job, &item) }
            for row in each { row.take(&role, &item) }
            // What the job says besides is kept with the first of its roles.
            if index == 0, !job.rest.members.isEmpty { role.put(Self.group, job.rest) }
            role.keep(in: &item)
            return item.value
          }
        }
      }
      item.append(steps, to: "path")
      if !left.isEmpty { taking.put(foreign, .array(left)) }
    } give: { item, giving in
      var groups: [(shared: JSONValue, job: JSONValue?, roles: [JSONValue])] = []
      for step in whole.chosen(item, giving.view) {
        var step = step
        let job = giving.kept(of: step)?[Self.group]
        step.value.remove(["extensions", giving.format, Self.group])
        let role = giving.object(of: step, by: each)
        step.value.remove(["extensions", giving.format])
        let own = giving.object(of: step, by: shared)
        if isGrouped, let last = groups.last, last.shared == own, job == nil {
          groups[groups.count - 1].roles.append(role)
        } else {
          groups.append((own, job, [role]))
        }
      }
      let elements = groups.map { group in
        var element = group.shared.merged(with: group.job)
        element[inner] = .array(group.roles)
        return element
      }
      giving.append(elements, to: foreign)
    }
  }

  /// The key under which what is kept of an element stands beside what is kept of its first step.
  private static var group: String { "job" }
}
