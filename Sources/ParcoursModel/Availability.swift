/// When the person is free to work.
public struct Availability: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// From when on; none is at once.
  public var from: PartialDate?
  /// Until when; none is without end.
  public var until: PartialDate?
  /// Days a week, half days allowed.
  public var daysPerWeek: Double?
  /// What is taken already.
  public var booked: [Booking] = []

  /// Nothing said.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Availability>] =
    idField + [
      Field("from", \.from), Field("until", \.until), Field("daysPerWeek", \.daysPerWeek), Field("booked", \.booked),
    ] + attributeFields
}

/// A stretch of time that is taken already.
public struct Booking: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its first day.
  public var startDate: PartialDate?
  /// Its last day.
  public var endDate: PartialDate?
  /// How many days a week it takes; none is all.
  public var daysPerWeek: Double?

  /// An empty stretch.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Booking>] =
    idField + [
      Field("startDate", \.startDate), Field("endDate", \.endDate), Field("daysPerWeek", \.daysPerWeek),
    ] + attributeFields
}

/// What the person charges.
public struct Rate: Item {
  /// What the amount is for.
  public enum Unit: String, Vocabulary {
    /// A day.
    case day
    /// An hour.
    case hour
  }

  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Whole units of the currency.
  public var amount: Int?
  /// The currency, ISO 4217.
  public var currency: String?
  /// What the amount is for.
  public var per: Unit?

  /// No rate.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Rate>] =
    idField + [Field("amount", \.amount), Field("currency", \.currency, role: .code), Field("per", \.per)]
    + attributeFields
}

/// A tie to another professional, as one side claims it.
public struct Tie: Item {
  /// What the tie rests on.
  public enum Basis: String, Vocabulary {
    /// They worked together.
    case workedTogether
    /// One recommends the other.
    case recommended
    /// They have met.
    case met
    /// They are connected on a network; whether they ever met is not known. It makes no trust.
    case connected
  }

  /// Who it is to, by the id of their identity. An item's own `id` and this are one and the same here.
  public var attributes = ItemAttributes()
  /// Their name.
  public var name: String?
  /// What the tie rests on.
  public var basis: Basis?
  /// Since when.
  public var since: PartialDate?
  /// When they last wrote, spoke or met.
  public var lastContact: PartialDate?
  /// What they do.
  public var title: String?
  /// Where they do it.
  public var organization: String?
  /// Their page.
  public var url: String?
  /// Where they are written to.
  public var email: String?

  /// An empty tie.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Tie>] =
    idField + [
      Field("name", \.name), Field("basis", \.basis), Field("since", \.since), Field("lastContact", \.lastContact),
      Field("title", \.title), Field("organization", \.organization), Field("url", \.url, role: .address),
      Field("email", \.email, role: .address),
    ] + attributeFields
}
