import Files

/// What a refresh would let count: for ``LockedCurves`` to compare with what counts.
public struct RefreshPlan: Sendable, Hashable {
    var lock: CurvesLock
    /// Documents that no place has yet.
    var documents: [SHA256: [UInt8]] = [:]
}
