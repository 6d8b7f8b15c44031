import ConstraintKit
import CurveFormats
import VOTable

extension ScenarioChoice {
    static let ofConventions = [crossSection, kineticMixing, confidenceLevel, neffMax, parameters]

    public static let crossSection = words(
        .conventions, "cross_section", noun: "cross section", standard: "paper",
        option: .init(
            "cross-section", "Normalisation of the neutrino cross section.", words: CrossSection.words, example: "dirac"
        ),
        at: \.conventions.crossSection)

    public static let kineticMixing = ScenarioChoice(
        .conventions, "kinetic_mixing", noun: "kinetic mixing", expected: KineticMixing.expected,
        standard: "none",
        option: .init(
            "mixing", valueName: "mixing",
            """
            Kinetic mixing: natural, running (the same loops at the momentum of each process), none, ε/g′, or epsilon=1e-3 \
            for a fixed ε.
            """, example: "-0.0144"),
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, let mixing = KineticMixing(text) else { return false }
            scenario.conventions.kineticMixing = mixing
            return true
        },
        write: { .text($0.conventions.kineticMixing.text) })

    public static let confidenceLevel = ScenarioChoice(
        .conventions, "confidence_level", noun: "confidence level between 0.5 and 1", expected: "0.9 or 90%",
        standard: "that of each bound",
        option: .init(
            "cl", valueName: "fraction",
            """
            Confidence level of all limits, as far as they can be at it: those that are computed, and curves whose card names \
            a statistic that converts (counting without background, a normal error). Every other stays at its own, and says \
            so.
            """,
            example: "0.95"),
        read: { value, scenario throws(ChoiceError) in
            // Of one side: at 0.5 the exclusion would begin at the measured value itself.
            guard case .text(let text) = value, let level = confidenceLevel(text), level > 0.5 else { return false }
            scenario.conventions.confidenceLevel = level
            return true
        },
        write: { .number($0.conventions.confidenceLevel) })

    public static let neffMax = ScenarioChoice(
        .conventions, "neff_max", noun: "largest N_eff", expected: "a number from 3.06 to 11",
        standard: "that of each bound",
        option: .init(
            "neff-max", valueName: "number",
            "The largest effective number of neutrinos that is granted, for bounds that compute it.", example: "3.2"),
        read: { value, scenario throws(ChoiceError) in
            guard let number = value.finiteNumber, (3.06...11).contains(number) else { return false }
            scenario.conventions.greatestNeff = number
            return true
        },
        write: { .number($0.conventions.greatestNeff) })

    public static let parameters = ScenarioChoice(
        .conventions, "parameters", noun: "parameter set", expected: "the name of a parameter set",
        standard: "nusiprop",
        option: .init(
            "parameters", valueName: "name",
            "Parameter set: nusiprop, planck2018-nufit6 or planck2018-nufit6.1 (see 'mutau list --parameters').",
            example: "planck2018-nufit6"),
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, !text.isEmpty else { return false }
            scenario.conventions.parameterSet = text
            return true
        },
        write: { .text($0.conventions.parameterSet) })

    public static let solver = ScenarioChoice(
        nil, "solver", noun: "solver", expected: "auto, narrow-line or grid", standard: "by the command",
        option: .init(
            "solver",
            """
            How the neutrinos' transport is solved. By default a point automatically, with the width of the line where \
            that matters to 1e-3, and a map as narrow lines, which is ten times faster.
            """, words: SolverChoice.words, example: "grid"),
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, let solver = SolverChoice(rawValue: text) else { return false }
            scenario.solver = solver
            return true
        },
        write: { $0.solver.map { .text($0.rawValue) } })

    public static let tolerance = ScenarioChoice(
        nil, "tolerance", noun: "tolerance", expected: "a number from 1e-6 to 0.1", standard: "1e-3",
        option: .init(
            "tolerance",
            "The error that --solver auto or grid may make in the fraction of a flux that arrives (default: 1e-3).",
            example: "1e-4"),
        read: { value, scenario throws(ChoiceError) in
            guard let number = value.finiteNumber, (1e-6...0.1).contains(number) else { return false }
            scenario.tolerance = number
            return true
        },
        write: { .number($0.tolerance) })

    /// Reads the confidence level `0.9` or `90%` as a fraction between 0 and 1; nil where a text is none.
    public static func confidenceLevel(_ text: String) -> Double? {
        let isPercentage = text.hasSuffix("%")
        let number = DecimalText.finiteNumber(isPercentage ? text.dropLast() : text[...])
        let fraction = number.map { isPercentage ? $0 / 100 : $0 }
        return fraction.flatMap { $0 > 0 && $0 < 1 ? $0 : nil }
    }
}

extension ScenarioValue {
    /// The number that a text is; nil where it is none.
    var finiteNumber: Double? {
        guard case .text(let text) = self else { return nil }
        return DecimalText.finiteNumber(text)
    }
}
