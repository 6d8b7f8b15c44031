import Documents
import IceCubeFit
import NumericalMethods
import Reproduction

/// Something the paper prints and can't mean, or says in two ways.
struct PrintedSlip: Record, Hashable {
    var place: String
    var printed: String
    var meant: String
    /// Empty where nothing that is computed depends on it.
    var effect: String

    static let fields: [Field<PrintedSlip>] = [
        Field("place", "Where the paper prints it.") { $0.place },
        Field("printed", "What it prints.") { $0.printed }, Field("should_be", "What must be meant.") { $0.meant },
        Field("effect", "What it changes; empty where nothing depends on it.") { $0.effect },
    ]

    static func all(_ reproduction: Reproduction) -> [PrintedSlip] {
        ofEquations(reproduction.spectrum) + ofFigures(reproduction) + ofWords(reproduction)
    }

    private static func ofEquations(_ numbers: SpectrumNumbers) -> [PrintedSlip] {
        let charges = numbers.charges
        return [
            .init(
                place: "Eq. (3)", printed: "Γ ∝ g′⁴", meant: "Γ ∝ g′²",
                effect: "Γ/m at P1 would be \(NumberText.short(numbers.widthOverMass.printed)) instead of "
                    + "\(NumberText.short(numbers.widthOverMass.squared)), and the integrated cross section would not "
                    + "depend on g′ at all."),
            .init(
                place: "Eq. (2)", printed: "C = 2/(3π)", meant: "C = 1/(6π) for Majorana, 1/(12π) for Dirac neutrinos",
                effect:
                    "\(NumberText.short(numbers.normalisationOverUnitarity)) times the bound of unitarity on the peak; "
                    + "on a narrow line as if g′ were twice as large."),
            .init(
                place: "Eq. (2)", printed: "Q_ij = U_μi U_μj − U_τi U_τj", meant: "U*_μi U_μj − U*_τi U_τj",
                effect: "|Q_22|² would be \(NumberText.short(charges.normal.printed, digits: 2)) instead of "
                    + "\(NumberText.short(charges.normal.conjugated, digits: 2)) in normal ordering, |Q_11|² "
                    + "\(NumberText.short(charges.inverted.printed, digits: 2)) instead of "
                    + "\(NumberText.short(charges.inverted.conjugated, digits: 1)) in inverted."),
        ]
    }

    private static func ofFigures(_ reproduction: Reproduction) -> [PrintedSlip] {
        let numbers = reproduction.spectrum
        let thresholds = [0.95, 0.975].map { chi2Threshold(confidenceLevel: $0) }.map { Found.short($0, digits: 4) }
        return [
            .init(
                place: "Fig. 1", printed: "95 % in the caption, 97.5 % in the text", meant: "one of them",
                effect: "Δχ² < \(thresholds[0]) or \(thresholds[1]); both are given here."),
            .init(
                place: "Fig. 2", printed: "(A, γ) = (1.5, 2.5) in the caption, (1.4, 2.6) in the text",
                meant: "(1.5, 2.5), which “contains P1”",
                effect: "χ² without a Z′ is \(Found.chi2(numbers.withoutMediatorAtP1.chi2)) at the first, "
                    + "\(Found.chi2(numbers.standardModel)) at the second."),
            .init(
                place: "Fig. 2", printed: "NA64μ 2024 cited as [2], which is NA64-e", meant: "[1], arXiv:2401.01708",
                effect: ""),
            .init(
                place: "Fig. 3", printed: "P1’s mass and coupling with P2’s (1.4, 2.6), called P1 in the text",
                meant: "P2, or (1.5, 2.5)",
                effect: "χ² is \(Found.chi2(numbers.p2.chi2)), not P1’s \(Found.chi2(numbers.p1.chi2))."),
        ]
    }

    private static func ofWords(_ reproduction: Reproduction) -> [PrintedSlip] {
        let published = PublishedPoint.collaborationFit
        return [
            .init(
                place: "Eq. (14)", printed: "(1.4, 2.6), “the central values reported in [12]”",
                meant: "(\(published.amplitude), \(published.gamma)) in arXiv:2001.09520",
                effect: "χ² without a Z′ would be \(Found.chi2(reproduction.spectrum.collaborationFit)) there."),
            .init(
                place: "Sec. III.1", printed: "5 to 7 MeV would ease the Hubble tension",
                meant: "10 to 20 MeV in arXiv:1901.02010", effect: ""),
            .init(
                place: "Sec. III.4", printed: "the muon of K → μνZ′ has an energy above that of K → μν",
                meant: "below: three bodies share what two had", effect: ""),
        ]
    }
}
