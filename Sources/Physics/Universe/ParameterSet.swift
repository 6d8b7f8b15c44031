import ConstraintKit

/// A named set of cosmological and oscillation parameters.
public struct ParameterSet: Sendable, Hashable {
    /// The name on the command line.
    public var name: String
    /// Where its numbers come from, one line a publication.
    public var provenance: [String]
    /// Those publications, to be cited.
    public var references: [Reference]
    public var cosmology: Cosmology
    /// n_0: relic neutrinos today per mass state and helicity [eV³].
    public var relicDensity: Double
    public var evolution: SourceEvolution
    public var normal: Oscillations
    public var inverted: Oscillations

    /// What oscillations measure at one ordering.
    public struct Oscillations: Sendable, Hashable {
        public var angles: MixingAngles
        public var splittings: MassSplittings

        public init(angles: MixingAngles, splittings: MassSplittings) {
            self.angles = angles
            self.splittings = splittings
        }
    }

    public init(
        name: String, provenance: [String], references: [Reference] = [], cosmology: Cosmology, relicDensity: Double,
        evolution: SourceEvolution, normal: Oscillations, inverted: Oscillations
    ) {
        self.name = name
        self.provenance = provenance
        self.references = references
        self.cosmology = cosmology
        self.relicDensity = relicDensity
        self.evolution = evolution
        self.normal = normal
        self.inverted = inverted
    }

    public func oscillations(_ ordering: Ordering) -> Oscillations {
        switch ordering {
        case .normal: normal
        case .inverted: inverted
        }
    }

    /// The set of a name.
    /// - Throws: ``ParameterSetError/unknown(name:known:)``
    public static func named(_ name: String) throws(ParameterSetError) -> ParameterSet {
        guard let set = all.first(where: { $0.name == name }) else {
            throw .unknown(name: name, known: all.map(\.name))
        }
        return set
    }

    /// Every set that ships, the default first.
    public static let all: [ParameterSet] = [.nusiprop, .planck2018NuFIT6, .planck2018NuFIT61]
}

/// Why there is no such parameter set.
public enum ParameterSetError: Error, Sendable, Hashable {
    case unknown(name: String, known: [String])
}
