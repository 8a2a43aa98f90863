/// A place, as precisely as it is meant to be known.
public struct Location: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Street and number; lines are parted by a line feed.
  public var address: String?
  /// The postal code, as it is written.
  public var postalCode: String?
  /// The city, or the place in words.
  public var city: String?
  /// The state, province or region.
  public var region: String?
  /// The country, ISO 3166-1 alpha-2.
  public var countryCode: String?
  /// The time zone: an IANA name or `±hh:mm`.
  public var timeZone: String?

  /// An empty place.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Location>] =
    idField + [
      Field("address", \.address), Field("postalCode", \.postalCode), Field("city", \.city),
      Field("region", \.region), Field("countryCode", \.countryCode, role: .code),
      Field("timeZone", \.timeZone, role: .code),
    ] + attributeFields
}

/// A presence on a network.
public struct Profile: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// The network's name, such as LinkedIn.
  public var network: String?
  /// The name there.
  public var username: String?
  /// The address of the page there.
  public var url: String?

  /// An empty profile.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Profile>] =
    idField + [Field("network", \.network), Field("username", \.username), Field("url", \.url, role: .address)]
    + attributeFields
}

/// How to reach the person.
public struct Contact: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// The e-mail address.
  public var email: String?
  /// The telephone number.
  public var phone: String?
  /// The person's own site.
  public var url: String?
  /// Where they are.
  public var location: Location?
  /// Where else they are found.
  public var profiles: [Profile] = []

  /// An empty contact.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Contact>] =
    idField + [
      Field("email", \.email, role: .address), Field("phone", \.phone, role: .address),
      Field("url", \.url, role: .address), Field("location", \.location),
      Field("profiles", \.profiles),
    ] + attributeFields
}

/// A company, client, school or agency.
public struct Organization: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its name.
  public var name: String?
  /// What it is called where its name must not be said.
  public var alias: LocalizedText?
  /// Whether its name is for the owner alone.
  public var isConfidential = false
  /// Its site.
  public var url: String?
  /// What it does.
  public var description: LocalizedText?

  /// An empty organization.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Organization>] =
    idField + [
      Field("name", \.name), Field("alias", \.alias), Field("confidential", \.isConfidential, default: false),
      Field("url", \.url, role: .address), Field("description", \.description, role: .prose),
    ] + attributeFields
}
