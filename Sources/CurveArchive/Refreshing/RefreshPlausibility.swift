/// What a new version may change before it is refused.
public struct RefreshPlausibility: Sendable, Hashable {
    /// Greatest shift of a limit [dex]: a factor of two, beyond which a unit or a column is the likelier reason.
    public var greatestShift = 0.3
    /// Least fraction of the masses with a limit that must still have one.
    public var leastKept = 0.5

    public init() {}

    /// Everything that speaks against a change.
    func refusals(of change: CurveChange, _ flips: FlippedCells = .init()) -> [RefreshRefusal] {
        var refusals: [RefreshRefusal] = change.facts.map { .otherFact($0) }
        refusals += change.missing.map { .missing($0) } + change.added.map { .added($0) }
        for shift in change.shifts {
            if shift.dex > greatestShift, !change.hasTurned(shift) {
                refusals.append(.moved(limit: shift.limit, dex: shift.dex, massInMeV: shift.massInMeV))
            }
            if shift.kept < leastKept {
                refusals.append(.coverageLost(limit: shift.limit, fraction: shift.kept))
            }
        }
        for value in change.parameters where !isCredible(value) {
            refusals.append(.parameterMoved(value.name, from: value.before, to: value.after))
        }
        if flips.count > 0 { refusals.append(.cellsFlip(flips)) }
        return refusals
    }

    var tolerance: FlipTolerance { FlipTolerance(coupling: greatestShift) }

    /// A parameter keeps its sign and, like a limit, moves by no more than ``greatestShift``.
    private func isCredible(_ value: CurveChange.OtherValue) -> Bool {
        let ratio = value.after / value.before
        return ratio > 0 && ratio < .infinity && abs(decimalLogarithm(ratio)) <= greatestShift
    }
}
