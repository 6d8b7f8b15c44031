import Files

/// What a refresh would let count: for ``LockedCurves`` to compare with what counts.
public struct RefreshPlan: Sendable, Hashable {
    var lock: CurvesLock
    /// Documents that no place has yet.
    var documents: [SHA256: [UInt8]] = [:]

    /// Takes what was decided about one curve.
    mutating func take(_ change: LockChange, _ stem: String) {
        change.apply(to: &lock, stem)
        if case .set(let curve, let bytes?) = change { documents[curve.document] = bytes }
    }
}
