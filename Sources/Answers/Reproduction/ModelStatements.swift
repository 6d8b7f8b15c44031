import Documents
import Reproduction

/// What the paper states about the model and its resonance.
struct ModelStatements {
    private let numbers: SpectrumNumbers

    init(_ reproduction: Reproduction) { numbers = reproduction.spectrum }

    var all: [ReproducedStatement] { [deficit, glashow, normalisation, width] }

    private var deficit: ReproducedStatement {
        let lines = numbers.linesAtP1.filter(\.isFinite).sorted().map { NumberText.fixed($0 / 1e3, decimals: 0) }
        return .init(
            place: "Sec. II", statement: "the deficit, which the resonance of P1 is to explain",
            paper: "200 TeV – 1 PeV",
            found: "resonances of P1 at \(lines.joined(separator: ", ")) TeV",
            remark: "m²/2m_j at Earth, with Σm_ν = 0.1 eV in normal ordering; each dip reaches down to 1/6 of its "
                + "energy, where the sources at z = 5 are seen. The paper does not state its ordering.")
    }

    private var glashow: ReproducedStatement {
        .init(
            place: "Sec. II", statement: "energy of the Glashow resonance", paper: "6.3 PeV",
            found: "\(NumberText.short(numbers.glashowEnergy / 1e6)) PeV",
            remark: "m_W²/2m_e. The event is not in the fit.")
    }

    private var normalisation: ReproducedStatement {
        .init(
            place: "Eq. (2)", statement: "normalisation C of the cross section", paper: "2/(3π)",
            found: "\(NumberText.short(numbers.normalisationOverUnitarity)) times what saturates unitarity",
            remark: "Taken as printed here; on a narrow line it is the same as a doubled g′. Tree level gives 1/(6π).")
    }

    private var width: ReproducedStatement {
        .init(
            place: "Eq. (3)", statement: "width of the Z′ over its mass, at P1",
            paper: "g′⁴/12π: \(NumberText.short(numbers.widthOverMass.printed))",
            found: "g′²/12π: \(NumberText.short(numbers.widthOverMass.squared))", remark: "A misprint: see the slips.")
    }
}
