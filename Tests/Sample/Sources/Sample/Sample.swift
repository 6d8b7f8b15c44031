import ConstraintKit
import Foundation
import IceCubeFit
import Physics
import Transport

/// One number of each library beside one known otherwise; ends with 1 where they differ.
@main
struct Sample {
    static func main() throws {
        let numbers = try [mass(), anomaly(), ratio(), chi2()]
        for number in numbers {
            print("\(number.name): \(number.value), known \(number.known)")
        }
        let differs = numbers.contains { !(abs($0.value / $0.known - 1) < $0.tolerance) }
        exit(differs ? 1 : 0)
    }

    struct Number {
        let name: String
        let value: Double
        let known: Double
        let tolerance: Double
    }

    /// A mass as it is typed [MeV].
    static func mass() throws -> Number {
        Number(
            name: "ConstraintKit: 0.0065GeV in MeV", value: try Mass("0.0065GeV").inMeV, known: 6.5, tolerance: 1e-15)
    }

    /// The anomaly of a Z′ as heavy as the muon has a closed form.
    static func anomaly() throws -> Number {
        let exact = (.pi / (3 * 3.0.squareRoot()) - 0.5) / (4 * .pi * .pi)
        return Number(
            name: "Physics: Δa/g′² at m = m_μ",
            value: MuonGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: Constants.muonMass)), known: exact,
            tolerance: 1e-13)
    }

    /// What `mutau spectrum 6.5MeV 4.5e-4 --solver narrow-line --gamma 2.5` says at 400 TeV, between two lines.
    static func ratio() throws -> Number {
        let solver = try NarrowLineSolver(try TransportSetting())
        let mediator = Mediator(mass: try Mass(inMeV: 6.5), coupling: try Coupling(4.5e-4), crossSection: .paper)
        let ratios = try solver.ratios(mediator, index: 2.5, energies: [4e5])
        return Number(
            name: "Transport: flux at 400 TeV over that without interaction", value: ratios[0].sum() / 3,
            known: 1.10212168784643, tolerance: 1e-9)
    }

    /// One segment, 40 to 60 TeV, of E²Φ = (2 ± 1)·10⁻⁸: χ² = ((1.4 N_th − N_obs)/σ)² by hand for E^−2.6.
    static func chi2() throws -> Number {
        let text = """
            # channel: all-flavours
            E_low_GeV,E_high_GeV,E2Phi,err_minus,err_plus
            4e4,6e4,2e-8,1e-8,1e-8
            """
        let solver = try NarrowLineSolver(try TransportSetting())
        let fit = try IceCubeFit(dataSets: [try DataSet(csv: text, stem: "sample")], solver: solver)
        return Number(
            name: "IceCubeFit: χ² of one segment", value: fit.standardModelChi2, known: 0.029280844088175325,
            tolerance: 1e-9)
    }
}
