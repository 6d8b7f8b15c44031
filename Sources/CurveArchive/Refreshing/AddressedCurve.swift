import ConstraintKit

/// Where a curve may be fetched from.
public struct AddressedCurve: Sendable, Hashable {
    public let stem: String
    /// In order of preference: each is asked only if those before it failed.
    public let addresses: [CurveAddress]
    /// Why there is none, where a catalogue says so.
    public let noneKnown: String?
    /// Why addresses that come before them can't be asked.
    var failures: [RefreshFailure] = []
    /// Whether the user named it, and did not ask for all that are known.
    var isNamed = true

    /// - Throws: ``RefreshError/notAStem(_:)``
    public init(
        stem: String, addresses: [CurveAddress], noneKnown: String? = nil
    ) throws(RefreshError) {
        guard Card.isStem(stem) else { throw .notAStem(stem) }
        self.stem = stem
        self.addresses = addresses
        self.noneKnown = noneKnown
    }

    /// A curve whose addresses all have it as a native document.
    /// - Throws: ``RefreshError/notAStem(_:)``
    public init(stem: String, urls: [String]) throws(RefreshError) {
        try self.init(stem: stem, addresses: urls.map { CurveAddress(url: $0) })
    }
}
