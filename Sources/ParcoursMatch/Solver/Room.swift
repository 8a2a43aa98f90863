/// Room for plain values that is filled anew again and again: it only grows, and asks for no memory in a search that has seen
/// its largest node. What it holds is undefined until it is written.
///
/// The search's inner loops go through `base`, without a check at each access: each index is below a count that the same
/// function has reserved.
final class Room<Value: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Value>
  private(set) var capacity: Int

  init(_ capacity: Int = 16) {
    self.capacity = max(1, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for so many values, and gives it; what it held is lost where it has to grow.
  @discardableResult
  func reserve(_ count: Int) -> UnsafeMutablePointer<Value> {
    if count > capacity {
      base.deallocate()
      capacity = count + count / 2
      base = .allocate(capacity: capacity)
    }
    return base
  }

  /// Makes room for so many values and keeps the first ones.
  func grow(_ count: Int, keeping held: Int) {
    guard count > capacity else { return }
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: count + count / 2)
    larger.update(from: base, count: held)
    base.deallocate()
    capacity = count + count / 2
    base = larger
  }
}
