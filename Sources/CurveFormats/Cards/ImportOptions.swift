import ConstraintKit

/// What a user says about a file: it overrides what the file says itself.
public struct ImportOptions: Sendable, Hashable {
    /// The stem of the document; otherwise the file's own, or its name.
    public var stem: String?
    public var title: String?
    public var summary: String?
    public var kind: Kind?
    public var confidenceLevel: ConfidenceLevel?
    public var statistic: String?
    public var side: ExcludedSide?
    public var topology: Topology?
    /// The unit of the mass column, for a file that has none or the wrong one.
    public var massUnit: EnergyUnit?
    /// What the coupling column holds, for a file that does not say.
    public var quantity: CurveQuantity?
    /// The columns by name, or by number from 1, for a file whose names say nothing.
    public var massColumn: String?
    public var couplingColumn: String?
    /// The curves to take, by name, of a file that holds several; all where empty.
    public var curves: [String] = []
    public var mixing: KineticMixing?
    public var assumptions: [String]?
    /// Replaces the references of the file where not empty.
    public var references: [Reference] = []
    public var method: Method?
    public var methodNote: String?
    public var status: Status?
    /// Added to the parameters of the file.
    public var parameters: [String: Double] = [:]
    /// A bound that excludes every mass below one.
    public var massLimit: MassLimit?
    /// Take a curve although its numbers look wrong.
    public var insists = false

    public init() {}

    /// Every mass below an edge is excluded, for couplings above a floor.
    public struct MassLimit: Sendable, Hashable {
        public var mass: Mass
        public var couplings: CouplingInterval
        public init(mass: Mass, couplings: CouplingInterval) {
            self.mass = mass
            self.couplings = couplings
        }

        /// Reads what ``text`` writes; nil for anything else.
        public init?(text: String) {
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let floor = Double(parts[1]), floor >= 0, floor < .infinity else { return nil }
            do { self.init(mass: try Mass(parts[0]), couplings: .above(floor)) } catch { return nil }
        }

        /// The mass and the floor, `5.0MeV,1e-09`.
        public var text: String { "\(mass.inMeV)MeV,\(couplings.lower)" }
    }
}
