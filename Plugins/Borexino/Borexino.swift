import ConstraintKit
import Physics

/// ⁷Be neutrinos of the Sun on electrons: their rate stays within 1 + nσ of the Standard Model's, σ² the sum of the squares
/// of the document's relative errors `measured_error` and `predicted_error`.
///
/// n is 1.28 (90 %, one-sided), or what the scenario's confidence level says. The Z′ reaches the electron by the mixing that
/// the scenario grants, with the sign of each flavour's charge; flavours arrive as its mixing angles split them: ``SolarElectronScattering``.
public struct BorexinoBound: Constraint {
    public static let stems = ["borexino"]

    private let scattering: SolarElectronScattering
    /// Relative, of what is measured and of what is predicted.
    private let errors: (measured: Double, predicted: Double)
    /// How many σ above 1 the greatest ratio lies.
    private let deviations: Double
    private let greatestRatio: Double
    /// Of the ratio of the rates.
    private let sigma: Double
    private let conventions: Conventions

    public init(_ document: Document, _ conventions: Conventions) throws {
        let measured = try document.positiveParameter("measured_error", atMost: 1)
        let predicted = try document.positiveParameter("predicted_error", atMost: 1)
        deviations = try conventions.deviations(otherwise: 1.2816, stem: document.card.stem)
        errors = (measured, predicted)
        sigma = (measured * measured + predicted * predicted).squareRoot()
        greatestRatio = 1 + deviations * sigma
        let angles = try conventions.mixingAngles
        scattering = .beryllium(mixing: MixingMatrix(angles), charges: ChargeMatrix(conventions.charges))
        self.conventions = conventions
    }

    public func boundary(at mass: Mass) -> Boundary {
        // The momentum that solar neutrinos exchange is below 1 MeV: far below the muon's mass, where mixing begins to run.
        conventions.mixed { strength in
            // g′ and ε enter as their product alone: what is excluded for |ε| = g′ is that for any mixing.
            let unit = scattering.rate(at: mass, mixingPerCoupling: strength.sign)
            return .excluding(
                unit.map { strength.couplings(whereProductExcludes: $0.excluded(outside: 0...greatestRatio)) },
                within: SolarElectronScattering.massRange)
        }
    }
}

extension BorexinoBound: LikelihoodBound {
    /// Of a ratio of 1 with a normal error.
    /// - Throws: ``DocumentError/noLikelihood(stem:)`` where the bound is silent.
    public func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double {
        try logLikelihood(at: mass)(coupling)
    }

    /// The integral over the electrons' energies is of the mass alone.
    public func logLikelihood(at mass: Mass) -> @Sendable (Coupling) throws -> Double {
        guard let strength = conventions.kineticMixing.strength(charges: ChargeMatrix(conventions.charges)),
            strength.number != 0, let unit = scattering.rate(at: mass, mixingPerCoupling: strength.sign)
        else { return { _ in throw DocumentError.noLikelihood(stem: Self.stems[0]) } }
        return { [sigma] coupling in
            let product = try Coupling((coupling.value * abs(strength.epsilon(at: coupling))).squareRoot())
            return unit.logLikelihood(of: 1, sigma: sigma, at: product)
        }
    }
}

extension BorexinoBound: ChargedBound, LeptonMixingBound, AdaptedBound {
    public var followsCharges: Bool { true }
    public var followsLeptonMixing: Bool { true }

    /// With the numbers that are used at the scenario's level.
    private var methodNote: String {
        let (count, ratio) = (Self.hundredths(deviations), Self.hundredths(greatestRatio))
        return
            "ratio to the Standard Model with both signs of interference, below 1 + \(count) √(\(errors.measured)² + "
            + "\(errors.predicted)²) = \(ratio)"
    }

    /// Rounded to hundredths, as the document has them.
    private static func hundredths(_ number: Double) -> Double { (100 * number).rounded() / 100 }

    public func adapted(_ card: Card) -> Card {
        var card = card
        if conventions.confidenceLevel != nil { card.methodNote = methodNote }
        return card.holding(at: conventions.confidenceLevel, by: "Gaussian, one-sided")
            .holding(for: conventions.kineticMixing)
    }
}

@section("mutau_bounds") @used private let entry: BoundsEntry = { export([ComputedOrSupplied<BorexinoBound>.self]) }
