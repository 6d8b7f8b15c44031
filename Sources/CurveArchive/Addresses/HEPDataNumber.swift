/// The number by which HEPData knows a paper, as the user writes it: `hepdata:ins2625676`.
public struct HEPDataNumber: Sendable, Hashable {
    /// `ins2625676`
    public let text: String

    private static let prefix = "hepdata:"

    /// Whether a place means HEPData, whatever follows.
    public static func isMeant(by place: String) -> Bool { place.lowercased().hasPrefix(prefix) }

    /// - Returns: nil for anything but the prefix and INSPIRE's number, with `ins` before it or not.
    public init?(_ place: String) {
        guard Self.isMeant(by: place) else { return nil }
        var digits = place.dropFirst(Self.prefix.count)
        if digits.lowercased().hasPrefix("ins") { digits = digits.dropFirst(3) }
        guard (1...12).contains(digits.utf8.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        text = "ins\(digits)"
    }
}
