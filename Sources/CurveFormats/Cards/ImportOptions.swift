import ConstraintKit

/// What is said of a file besides what it says itself, by a user or a catalogue: it overrides the file.
///
/// What is said of the bound stands in ``card`` and can be had directly, `options.kind`.
@dynamicMemberLookup public struct ImportOptions: Sendable, Hashable {
    public var card = CardStatements()
    public var side: ExcludedSide?
    public var topology: Topology?
    /// The unit of the mass column, for a file that has none or the wrong one.
    public var massUnit: EnergyUnit?
    /// The unit of the coupling column as a power of ten or a percentage, `1e-3`, for a file that has none or the wrong one.
    public var couplingUnit: String?
    /// What the coupling column holds, for a file that does not say.
    public var quantity: CurveQuantity?
    /// The columns by name, or by number from 1, for a file whose names say nothing.
    public var massColumn: String?
    public var couplingColumn: String?
    /// The table to take, by name, of a submission to HEPData.
    public var table: String?
    /// The curves to take, by name, of a file that holds several; all where empty.
    public var curves: [String] = []
    /// Added to the parameters of the file.
    public var parameters: [String: Double] = [:]
    /// A bound that excludes every mass below one.
    public var massLimit: MassLimit?
    /// Take a curve although its numbers look wrong.
    public var insists = false

    public init() {}

    /// Whether they say something of a curve's own numbers, so that one is meant to be there.
    public var announcesCurve: Bool {
        side != nil || topology != nil || couplingUnit != nil || quantity != nil || couplingColumn != nil
            || !curves.isEmpty
            || massLimit != nil
    }

    public subscript<Value>(dynamicMember path: WritableKeyPath<CardStatements, Value>) -> Value {
        get { card[keyPath: path] }
        set { card[keyPath: path] = newValue }
    }
}
