public import ParcoursModel

/// The best team for every price of trust: a team's price is a line over the price of trust, and the best ones are the lower
/// envelope of those lines, found corner by corner (Eisner, Severance 1976). Corners are exact fractions.
extension Matcher {
  private struct Line: Equatable {
    var fee: Int
    var steps: Int
    var members: [Int]
  }

  /// The curve, from a free trust to one that is dearer than anything; empty where there is no team, nil where the time was over.
  public func trustCurve() -> [Team.CurvePoint]? {
    guard let whole = problem.whole(tiesAnyway: true) else { return [] }
    let best = search(whole)
    guard best.isProven else { return nil }
    guard let lost = best.winner?.lost else { return [] }
    // So many steps no team has: below their price a step never outweighs a unit of fee.
    let many = problem.lengths.stranger * 66 + 1
    guard let cheapest = line(whole, lost, fee: many, trust: 1),
      let closest = line(whole, lost, fee: 1, trust: (contract.budget ?? 0) + 1),
      let lines = envelope(cheapest, closest, whole, lost)
    else { return nil }
    return lines.indices.map { index in
      var point = Team.CurvePoint()
      point.from = index == 0 ? "0" : corner(lines[index - 1], lines[index])
      point.to = index + 1 < lines.count ? corner(lines[index], lines[index + 1]) : nil
      point.fees = lines[index].fee
      point.steps = lines[index].steps
      point.members = lines[index].members.map { problem.people[$0].id }
      return point
    }
  }

  /// The best team where fees and steps have these weights; nil where the time was over.
  private func line(_ whole: TeamProblem.Made, _ lost: Int, fee: Int, trust: Int) -> Line? {
    var weighed = whole
    weighed.instance.feeWeight = fee
    weighed.instance.trustPrice = trust
    let found = search(weighed, lost: lost)
    guard found.isProven, let winner = found.winner else { return nil }
    return Line(
      fee: winner.fee, steps: winner.made.instance.pairSteps(winner.places), members: winner.members)
  }

  /// The lines between a cheaper one and a closer one, both included.
  private func envelope(_ cheap: Line, _ close: Line, _ whole: TeamProblem.Made, _ lost: Int) -> [Line]? {
    guard cheap.steps > close.steps, cheap.fee < close.fee else { return [cheap] }
    let (more, fewer) = reduced(close.fee - cheap.fee, cheap.steps - close.steps)
    guard let middle = line(whole, lost, fee: fewer, trust: more) else { return nil }
    let least = fewer * cheap.fee + more * cheap.steps
    guard fewer * middle.fee + more * middle.steps < least else { return [cheap, close] }
    guard let left = envelope(cheap, middle, whole, lost), let right = envelope(middle, close, whole, lost) else {
      return nil
    }
    return left + right.dropFirst()
  }

  /// The price of trust at which two teams cost the same.
  private func corner(_ cheap: Line, _ close: Line) -> String {
    let (more, fewer) = reduced(close.fee - cheap.fee, cheap.steps - close.steps)
    return fewer == 1 ? String(more) : "\(more)/\(fewer)"
  }

  private func reduced(_ left: Int, _ right: Int) -> (Int, Int) {
    var (one, other) = (left, right)
    while other != 0 { (one, other) = (other, one % other) }
    return (left / max(1, one), right / max(1, one))
  }
}
