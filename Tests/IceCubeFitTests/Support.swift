import ConstraintKit
import Physics
import Testing
import Transport

@testable import IceCubeFit

/// Numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A solver that multiplies the free flux by what it is told: the fit is tested apart from the transport.
struct DimmingSolver: TransportSolver {
    let name = "dimming"
    let setting: TransportSetting
    /// What is left of each mass state in every bin.
    var remaining = SIMD3(repeating: 1.0)

    init(remaining: SIMD3<Double> = SIMD3(repeating: 1)) throws {
        setting = try TransportSetting()
        self.remaining = remaining
    }

    func prepared(index gamma: Double) throws(TransportError) -> any SpectrumAtIndex {
        Spectrum(index: gamma, remaining: remaining)
    }

    func estimatedError(_ mediator: Mediator, index gamma: Double) -> Double { 0 }

    struct Spectrum: SpectrumAtIndex {
        let index: Double
        let remaining: SIMD3<Double>

        func ratios(_ mediator: Mediator, energies: [Double]) throws(TransportError) -> [SIMD3<Double>] {
            energies.map { _ in remaining }
        }

        func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
            bins.map { remaining * FreeFlux.integrated(index: index, bin: $0) }
        }
    }
}

func mediator(
    _ mass: Double, _ coupling: Double, _ crossSection: CrossSection = .paper
) throws -> Mediator {
    Mediator(mass: try Mass(inMeV: mass), coupling: try Coupling(coupling), crossSection: crossSection)
}

/// A small data set: two fluxes and a limit between them.
func smallDataSet(stem: String = "small", channel: Channel = .tracks) throws -> DataSet {
    try DataSet(
        stem: stem, title: "Small", channel: channel,
        segments: [
            Segment(lowerEdge: 1e4, upperEdge: 1e5, measurement: .flux(3e-8, minus: 1e-8, plus: 2e-8)),
            Segment(lowerEdge: 1e5, upperEdge: 1e6, measurement: .upperLimit(4e-9)),
            Segment(lowerEdge: 1e6, upperEdge: 1e7, measurement: .flux(6e-9, minus: 2e-9, plus: 5e-9)),
        ],
        limitConfidenceLevel: .notStated, method: nil)
}

/// Notes that something was refused, but for another reason than it should have been.
func noteWrong(_ error: (any Error)?) { Issue.record("refused with \(String(describing: error))") }
