import AllowedRegion
import ConstraintKit
import IceCubeFit
import Physics
import Transport

/// χ² at the points that the paper names.
public struct SpectrumNumbers: Sendable {
    /// χ²_SM at (1.4, 2.6), by our reading of eq. (11) and by others.
    public let standardModel: Double
    public let standardModelByTreatment: [(treatment: Treatment, chi2: Double)]
    public let pointCount: Int
    public let degreesOfFreedom: Int
    /// The best fit without a Z′.
    public let freeFit: Fit
    /// χ² without a Z′ at what the collaboration gives for its fit.
    public let collaborationFit: Double
    /// χ² without a Z′ at (A, γ) = (1.5, 2.5), where Fig. 2 is drawn, and its R.
    public let withoutMediatorAtP1: (chi2: Double, ratio: Double?)
    public let p1: AtPoint
    public let p2: AtPoint
    public let projected: AtPoint
    /// χ² half way between P1 and P2 in (A, γ), at their mass and coupling.
    public let betweenP1AndP2: Double
    /// m²/2m_j at P1 for the three mass states [GeV].
    public let linesAtP1: [Double]
    /// C of eq. (2) over that of tree level, which saturates unitarity.
    public let normalisationOverUnitarity: Double
    /// m_W²/2m_e [GeV].
    public let glashowEnergy: Double
    /// Γ of P1 over m, and with g′⁴ as eq. (3) is printed.
    public let widthOverMass: (squared: Double, printed: Double)
    /// |Q_22|² in normal and |Q_11|² in inverted ordering, and without the conjugate as the paper prints Q_ij.
    public let charges: (normal: Charge, inverted: Charge)

    public struct Charge: Sendable {
        public let conjugated: Double
        public let printed: Double

        /// - Parameter state: i of |Q_ii|², from 0.
        init(_ ordering: Ordering, state: Int) {
            let mixing = MixingMatrix(ParameterSet.nusiprop.oscillations(ordering).angles)
            conjugated = ChargeMatrix.muonMinusTau.squaresInMassBasis(mixing)[state][state]
            let (muon, tau) = (mixing.elements[1][state], mixing.elements[2][state])
            // U_μi U_μj − U_τi U_τj as printed, for j = i.
            printed = (muon * muon - tau * tau).lengthSquared
        }
    }

    public struct AtPoint: Sendable {
        public let point: PublishedPoint
        public let chi2: Double
        public let ratio: Double?
        /// The same with the normalisation that saturates unitarity.
        public let chi2AtUnitarity: Double
    }

    init(_ iceCube: IceCubeComparison) throws {
        let fit = iceCube.fit
        func at(_ point: PublishedPoint) throws -> AtPoint {
            func chi2(_ crossSection: CrossSection) throws -> Double {
                try fit.chi2(point.mediator(crossSection), amplitude: point.amplitude, gamma: point.gamma)
            }
            let own = try chi2(iceCube.crossSection)
            return AtPoint(
                point: point, chi2: own, ratio: fit.ratio(chi2: own), chi2AtUnitarity: try chi2(.majorana))
        }
        standardModel = fit.standardModelChi2
        standardModelByTreatment = try [
            Treatment(errors: .bySide), Treatment(upperLimits: .zeroCentred), Treatment(statistic: .asymmetricGaussian),
        ].map { treatment in
            let other = try IceCubeFit(dataSets: fit.dataSets, solver: fit.solver, treatment: treatment)
            return (treatment, other.standardModelChi2)
        }
        pointCount = fit.pointCount
        degreesOfFreedom = fit.standardModelDegreesOfFreedom
        freeFit = try fit.profile(nil)
        let collaboration = PublishedPoint.collaborationFit
        collaborationFit = try fit.chi2(nil, amplitude: collaboration.amplitude, gamma: collaboration.gamma)
        let without = try fit.chi2(nil, amplitude: PublishedPoint.p1.amplitude, gamma: PublishedPoint.p1.gamma)
        withoutMediatorAtP1 = (without, fit.ratio(chi2: without))
        p1 = try at(.p1)
        p2 = try at(.p2)
        projected = try at(.projected)
        betweenP1AndP2 = try fit.chi2(
            PublishedPoint.p1.mediator(iceCube.crossSection),
            amplitude: (PublishedPoint.p1.amplitude + PublishedPoint.p2.amplitude) / 2,
            gamma: (PublishedPoint.p1.gamma + PublishedPoint.p2.gamma) / 2)
        let mediator = try PublishedPoint.p1.mediator(iceCube.crossSection)
        let masses = iceCube.solver.setting.masses.masses
        linesAtP1 = (0..<3).map { mediator.resonanceEnergy(neutrinoMass: masses[$0]) }
        normalisationOverUnitarity = CrossSection.paper.normalisation / CrossSection.majorana.normalisation
        glashowEnergy = Constants.wMass * Constants.wMass / (2 * Constants.electronMass) * 1e-3
        let width = mediator.width() / mediator.mass.inMeV
        widthOverMass = (width, width * PublishedPoint.p1.coupling * PublishedPoint.p1.coupling)
        charges = (Charge(.normal, state: 1), Charge(.inverted, state: 0))
    }
}
