internal import ParcoursModel
internal import ParcoursSource

/// Others in the archive, and how the member is reached: private until the owner says otherwise.
extension ArchiveRun {
  mutating func emailAddresses(_ table: ArchiveTable) {
    let (address, primary) = (table.column("Email Address"), table.column("Primary"))
    _ = (table.column("Confirmed"), table.column("Updated On"))
    var contact = identity.contact ?? Contact()
    var others: [JSONValue] = []
    let rows = (0..<table.count).sorted { one, other in
      (table.text(one, primary) == "Yes" ? 0 : 1, one) < (table.text(other, primary) == "Yes" ? 0 : 1, other)
    }
    for row in rows {
      guard let address = table.text(row, address) else { continue }
      if contact.email == nil { contact.email = address } else { others.append(.string(address)) }
    }
    identity.contact = contact
    if !others.isEmpty {
      identity.extensions = Self.extended(identity.extensions, [.init("Email Addresses", .array(others))])
    }
  }

  mutating func phoneNumbers(_ table: ArchiveTable) {
    let (number, ending) = (table.column("Number"), table.column("Extension"))
    _ = table.column("Type")
    var contact = identity.contact ?? Contact()
    var others: [JSONValue] = []
    for row in 0..<table.count {
      guard let number = table.text(row, number) else { continue }
      let whole = [number, table.text(row, ending)].compactMap(\.self).joined(separator: " ext. ")
      if contact.phone == nil {
        contact.phone = whole
        let known = contact.attributes.fieldVisibility?.entries ?? []
        contact.attributes.fieldVisibility = FieldVisibility(known + [.init("phone", .private)])
      } else {
        others.append(.string(whole))
      }
    }
    if contact != Contact() { identity.contact = contact }
    if !others.isEmpty {
      identity.extensions = Self.extended(identity.extensions, [.init("PhoneNumbers", .array(others))])
    }
  }

  private func name(_ table: ArchiveTable, _ row: Int, _ first: Int?, _ last: Int?) -> String? {
    let parts = [table.text(row, first), table.text(row, last)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  mutating func connections(_ table: ArchiveTable) {
    let (first, last) = (table.column("First Name"), table.column("Last Name"))
    let (url, email) = (table.column("URL"), table.column("Email Address"))
    let (company, position) = (table.column("Company"), table.column("Position"))
    let since = table.column("Connected On")
    identity.network.reserveCapacity(table.count)
    var nameless = 0
    for row in 0..<table.count {
      var tie = Tie()
      tie.basis = .connected
      tie.name = name(table, row, first, last)
      tie.url = table.text(row, url).flatMap(ArchiveValue.address)
      tie.email = table.text(row, email)
      tie.organization = table.text(row, company)
      tie.title = table.text(row, position)
      tie.since = date(table, row, since)
      // Members who left LinkedIn stay as rows without a name.
      if tie.name == nil, tie.url == nil, tie.email == nil {
        nameless += 1
      } else {
        identity.network.append(tie)
      }
    }
    if nameless > 0 {
      note("\(table.name): \(nameless == 1 ? "1 row names" : "\(nameless) rows name") nobody, left out")
    }
  }

  /// When somebody was last written to or wrote; what was written is not read.
  mutating func messages(_ table: ArchiveTable) {
    let (from, to) = (table.column("FROM"), table.column("TO"))
    let (sender, recipients) = (table.column("SENDER PROFILE URL"), table.column("RECIPIENT PROFILE URLS"))
    let day = table.column("DATE")
    for name in ["CONVERSATION ID", "CONVERSATION TITLE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS"] {
      _ = table.column(name)
    }
    for row in 0..<table.count {
      guard let day = date(table, row, day) else { continue }
      var keys = [table.text(row, sender)].compactMap(\.self)
      keys += table.text(row, recipients)?.split(separator: ",").map { String($0).trimmed } ?? []
      keys += [table.text(row, from), table.text(row, to)].compactMap { $0?.lowercased() }
      for key in keys where contacts[key].map({ $0.lastDay < day.lastDay }) ?? true { contacts[key] = day }
    }
    note("\(table.name): only the days are read, not what was written")
  }

  mutating func recommendationsReceived(_ table: ArchiveTable) {
    let (first, last) = (table.column("First Name"), table.column("Last Name"))
    let (company, title) = (table.column("Company"), table.column("Job Title"))
    let (text, created, status) = (table.column("Text"), table.column("Creation Date"), table.column("Status"))
    var hidden = 0
    for row in 0..<table.count {
      let isHidden = table.text(row, status).map { $0.uppercased() != "VISIBLE" } ?? false
      if isHidden { hidden += 1 }
      var recommendation = Recommendation()
      var from = Recommender()
      from.name = name(table, row, first, last)
      let role = [table.text(row, title), table.text(row, company)].compactMap(\.self)
      from.title = role.isEmpty ? nil : LocalizedText(role.joined(separator: ", "))
      if from != Recommender() { recommendation.from = from }
      recommendation.date = date(table, row, created)
      recommendation.text = table.text(row, text).map { LocalizedText($0) }
      recommendation.attributes.visibility = .private
      if isHidden { recommendation.attributes.tags = ["hidden"] }
      identity.recommendations.append(recommendation)
    }
    if hidden > 0 { note("\(table.name): \(hidden) rows are not shown on LinkedIn; they have the tag \"hidden\"") }
  }

  mutating func recommendationsGiven(_ table: ArchiveTable) {
    let (first, last) = (table.column("First Name"), table.column("Last Name"))
    let (company, title) = (table.column("Company"), table.column("Job Title"))
    let (text, created, status) = (table.column("Text"), table.column("Creation Date"), table.column("Status"))
    for row in 0..<table.count {
      var tie = Tie()
      tie.name = name(table, row, first, last)
      tie.basis = .recommended
      tie.organization = table.text(row, company)
      tie.title = table.text(row, title)
      tie.since = date(table, row, created)
      var rest: [JSONValue.Member] = []
      if let text = table.text(row, text) { rest.append(.init("Text", .string(text))) }
      if let status = table.text(row, status) { rest.append(.init("Status", .string(status))) }
      if !rest.isEmpty { tie.attributes.extensions = Self.extended(nil, rest) }
      identity.network.append(tie)
    }
  }

  /// Who stands for which skill: kept beside the skill, for its owner.
  mutating func endorsements(_ table: ArchiveTable) {
    let (day, skill) = (table.column("Endorsement Date"), table.column("Skill Name"))
    let (first, last) = (table.column("Endorser First Name"), table.column("Endorser Last Name"))
    let (url, status) = (table.column("Endorser Public Url"), table.column("Endorsement Status"))
    var found: [String: [JSONValue]] = [:]
    for row in 0..<table.count {
      guard let skill = table.text(row, skill) else { continue }
      var members: [JSONValue.Member] = []
      if let name = name(table, row, first, last) { members.append(.init("name", .string(name))) }
      if let url = table.text(row, url) { members.append(.init("url", .string(url))) }
      if let day = date(table, row, day) { members.append(.init("date", .string(day.description))) }
      if let status = table.text(row, status), status != "ACCEPTED" {
        members.append(.init("status", .string(status)))
      }
      found[skill, default: []].append(.object(members))
    }
    for (name, entries) in found.sorted(by: { $0.key < $1.key }) {
      let place: Int
      if let known = identity.skills.firstIndex(where: { $0.name == name }) {
        place = known
      } else {
        var skill = Skill()
        skill.name = name
        place = identity.skills.count
        identity.skills.append(skill)
      }
      identity.skills[place].attributes.extensions = Self.extended(
        identity.skills[place].attributes.extensions, [.init("endorsements", .array(entries))])
    }
  }

  /// What the member looks for: sought roles, for their network.
  mutating func preferences(_ table: ArchiveTable) {
    let (titles, locations) = (table.column("Job Titles"), table.column("Locations"))
    let (types, start) = (table.column("Preferred Job Types"), table.column("Preferred Start Time Range"))
    let others = [
      "Industries", "Company Employee Count", "Open To Recruiters", "Dream Companies",
      "Profile Shared With Job Poster", "Job Title For Searching Fast Growing Companies", "Introduction Statement",
      "Phone Number", "Job Seeker Activity Level", "Commute Preference Starting Address",
      "Commute Preference Starting Time", "Mode Of Transportation", "Maximum Commute Duration",
    ]
    func list(_ text: String?) -> [String] {
      guard let text else { return [] }
      let separator: Character = text.contains("|") ? "|" : text.contains(";") ? ";" : ","
      return text.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
    for row in 0..<table.count {
      let places = list(table.text(row, locations).map { $0.contains("|") || $0.contains(";") ? $0 : $0 + "|" })
      let kinds = list(table.text(row, types))
      var rest: [JSONValue.Member] = []
      for other in others {
        if let value = table.text(row, table.column(other)) { rest.append(.init(other, .string(value))) }
      }
      if let value = table.text(row, start) { rest.append(.init("Preferred Start Time Range", .string(value))) }
      if kinds.count > 1 { rest.append(.init("Preferred Job Types", .array(kinds.map { .string($0) }))) }
      var wanted = list(table.text(row, titles)).map { LocalizedText($0) as LocalizedText? }
      if wanted.isEmpty, !(places.isEmpty && kinds.isEmpty && rest.isEmpty) { wanted = [nil] }
      for (number, title) in wanted.enumerated() {
        var step = Step()
        step.status = .sought
        step.title = title
        step.engagement = kinds.first.flatMap(ArchiveValue.engagement)
        if !places.isEmpty {
          var terms = Terms()
          terms.locations = places.map { name in
            var location = Location()
            location.city = name
            return location
          }
          step.terms = terms
        }
        if number == 0, !rest.isEmpty { step.attributes.extensions = Self.extended(nil, rest) }
        identity.path.append(step)
      }
    }
  }
}
