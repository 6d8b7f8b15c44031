import ConstraintKit
import IceCubeFit
import Physics
import Transport

/// A named choice of bounds, conventions and data: everything that decides an answer besides the point itself.
public struct Scenario: Sendable, Hashable {
    public var name: String
    /// What the choice stands for, in a sentence.
    public var summary: String
    /// The bounds in the order in which they are reported.
    public var bounds: [String]
    /// Bounds that the program does not carry and that take part once they are fetched; see ``takeFetched(among:)``.
    public var whenFetched: [String] = []
    public var alternatives: [Alternatives]
    /// The bounds that decide although their cards name no publication or no confidence level.
    public var decides: [String] = []
    /// Files of bounds that are laid over this scenario's, as they are named.
    public var overlays: [String] = []
    /// Adds what each limit that scales with muons on target becomes with this many; nil: none.
    public var muonsOnTarget: Double?
    /// How many events of background are expected then; nil: none.
    public var background: Double?
    /// A prediction of muon g−2 that no document holds: the difference that is left; nil: none.
    public var gMinus2Difference: StatedDifference?
    public var conventions: Conventions
    public var neutrinos: Neutrinos
    public var sources: Sources
    public var iceCube: IceCube
    /// How the transport is solved; nil: automatically for a point, as narrow lines for a map.
    public var solver: SolverChoice?
    /// The error of a ratio of fluxes that an automatic choice of the solver may make.
    public var tolerance = 1e-3
    /// How the bounds that decide are made one statement.
    public var combination = Combination.union
    /// Which bounds that the user added join those named here.
    public var ownBounds: OwnBounds

    /// Which of the bounds that the user added.
    public enum OwnBounds: String, Sendable, Hashable, CaseIterable {
        case all
        /// Those in directories that the environment names alone, and none in the user's own folders.
        case named
        case none
    }

    /// Predictions that can't both be true: one counts, the others are reported as "excluded if …".
    public struct Alternatives: Sendable, Hashable {
        public var name: String
        /// The stem of the one that counts; nil where none does, because the user left it out.
        public var counts: String?
        /// The stems of those that are only reported.
        public var others: [String]

        public init(name: String, counts: String?, others: [String]) {
            self.name = name
            self.counts = counts
            self.others = others
        }

        /// The stems of all, the one that counts first.
        public var stems: [String] { (counts.map { [$0] } ?? []) + others }
    }

    /// The neutrinos: their masses, how they mix, and what they have of the new force.
    public struct Neutrinos: Sendable, Hashable {
        public var ordering: Ordering
        public var scale: MassScale
        /// Σm_ν [eV] where the ordering is inverted and the sum is what is given, since the least sum is larger there; nil:
        /// the same as for the normal one.
        public var invertedSum: Double?
        /// In place of those of the parameter set.
        public var angles: AngleOverrides
        public var charges: Chosen<ChargeMatrix>

        /// What oscillations leave open.
        public enum MassScale: Sendable, Hashable {
            /// Σm_ν [eV]
            case sum(Double)
            /// The mass of the lightest state [eV].
            case lightest(Double)
        }

        public init(
            ordering: Ordering, scale: MassScale, angles: AngleOverrides = AngleOverrides(),
            charges: Chosen<ChargeMatrix> = .muonMinusTau
        ) {
            self.ordering = ordering
            self.scale = scale
            self.angles = angles
            self.charges = charges
        }

        /// - Parameter sumOfMasses: Σm_ν [eV].
        public init(ordering: Ordering, sumOfMasses: Double) {
            self.init(ordering: ordering, scale: .sum(sumOfMasses))
        }
    }

    /// Where astrophysical neutrinos come from.
    public struct Sources: Sendable, Hashable {
        /// nil: that of the parameter set.
        public var evolution: Chosen<SourceEvolution>?
        /// z_max; a point source lies there.
        public var maximumRedshift: Double
        public var composition: Chosen<FlavourComposition>
        /// nil: a power law with the index of ``IceCube/gamma``. With any other that has no meaning, and the amplitude
        /// multiplies the whole.
        public var spectrum: Chosen<SpectrumFamily>?
        /// With which the data are compared too, beside it; its value is nil for a power law. Nil: with no other.
        public var otherSpectrum: Chosen<SpectrumFamily?>?

        public init(
            evolution: Chosen<SourceEvolution>? = nil, maximumRedshift: Double = 5,
            composition: Chosen<FlavourComposition> = .equal, spectrum: Chosen<SpectrumFamily>? = nil
        ) {
            self.evolution = evolution
            self.maximumRedshift = maximumRedshift
            self.composition = composition
            self.spectrum = spectrum
        }
    }

    /// What is compared with IceCube's spectrum, and how.
    public struct IceCube: Sendable, Hashable {
        /// Stems of the data sets.
        public var dataSets: [String]
        /// The amplitude A of the astrophysical flux; nil: profiled.
        public var amplitude: Double?
        /// The spectral index γ; nil: profiled.
        public var gamma: Double?
        public var treatment: Treatment

        public init(dataSets: [String], amplitude: Double?, gamma: Double?, treatment: Treatment) {
            self.dataSets = dataSets
            self.amplitude = amplitude
            self.gamma = gamma
            self.treatment = treatment
        }
    }

    /// Every bound named, alternatives among them.
    public var stems: [String] { bounds + alternatives.flatMap { [$0.counts].compactMap(\.self) + $0.others } }

    public init(
        name: String, summary: String, bounds: [String], alternatives: [Alternatives], conventions: Conventions,
        neutrinos: Neutrinos, sources: Sources = Sources(), iceCube: IceCube, solver: SolverChoice? = nil,
        ownBounds: OwnBounds = .all
    ) {
        self.name = name
        self.summary = summary
        self.bounds = bounds
        self.alternatives = alternatives
        self.conventions = conventions
        self.neutrinos = neutrinos
        self.sources = sources
        self.iceCube = iceCube
        self.solver = solver
        self.ownBounds = ownBounds
    }
}
