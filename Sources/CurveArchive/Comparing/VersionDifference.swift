import Files

/// A curve that is another in one lock file than in another.
public struct VersionDifference: Sendable, Hashable {
    public var stem: String
    /// nil where the lock file does not name the curve.
    public var before, after: SHA256?
    public var kind: Kind

    public enum Kind: Sendable, Hashable {
        case added
        case removed
        case moved(CurveChange)
        /// The documents can't be compared: of one or both only the digest is known here.
        case notAtHand
    }

    /// Every difference between two lock files, by stem.
    public static func all(from before: LockedCurves, to after: LockedCurves) -> [VersionDifference] {
        Set(before.lock.stems).union(after.lock.stems).sorted().compactMap { stem in
            let digests = (before.lock.document(of: stem), after.lock.document(of: stem))
            guard digests.0 != digests.1 else { return nil }
            return VersionDifference(
                stem: stem, before: digests.0, after: digests.1,
                kind: kind(digests.0 == nil, digests.1 == nil, before.version(of: stem), after.version(of: stem)))
        }
    }

    private static func kind(
        _ isNew: Bool, _ isGone: Bool, _ before: CurrentVersion?, _ after: CurrentVersion?
    ) -> Kind {
        if isNew { return .added }
        if isGone { return .removed }
        guard let before, let after else { return .notAtHand }
        do throws(DocumentFault) {
            return .moved(CurveChange(from: try before.load().document, to: try after.load().document))
        } catch { return .notAtHand }
    }
}
