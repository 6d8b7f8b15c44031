import ConstraintKit
import Physics
import VOTable

extension ScenarioChoice {
    static let ofNeutrinos = [
        ordering, sumOfMasses, invertedSumOfMasses, lightestMass, theta12, theta13, theta23, deltaCP, charges,
    ]

    public static let ordering = words(
        .neutrinos, "ordering", noun: "ordering of the masses", standard: "normal",
        option: .init("ordering", "Ordering of the neutrino masses.", words: Ordering.words, example: "inverted"),
        at: \.neutrinos.ordering)

    public static let sumOfMasses = ScenarioChoice(
        .neutrinos, "sum_of_masses_eV", unit: "eV", noun: "sum of neutrino masses",
        expected: "an energy above zero, 0.1eV for instance", standard: "0.1",
        option: .init("sum-of-masses", valueName: "energy", "Σm_ν, 0.1eV for instance.", example: "0.2eV"),
        read: { value, scenario throws(ChoiceError) in
            guard let mass = try value.electronvolts("sum of neutrino masses"), mass > 0 else { return false }
            scenario.neutrinos.scale = .sum(mass)
            return true
        },
        write: { .number($0.neutrinos.scale.sum) },
        settle: { $0.neutrinos.invertedSum = nil })

    public static let invertedSumOfMasses = ScenarioChoice(
        .neutrinos, "sum_of_masses_inverted_eV", unit: "eV", noun: "sum of neutrino masses at inverted ordering",
        expected: "an energy above zero, 0.1eV for instance", standard: "by the sum",
        read: { value, scenario throws(ChoiceError) in
            guard let mass = try value.electronvolts("sum of neutrino masses"), mass > 0 else { return false }
            scenario.neutrinos.invertedSum = mass
            return true
        },
        write: { .number($0.neutrinos.invertedSum) })

    public static let lightestMass = ScenarioChoice(
        .neutrinos, "lightest_mass_eV", unit: "eV", noun: "lightest neutrino mass",
        expected: "an energy of zero or above, 0.01eV for instance", standard: "by the sum",
        option: .init(
            "lightest-mass", valueName: "energy", "Mass of the lightest state instead of Σm_ν, 0.01eV for instance.",
            example: "0.01eV"),
        read: { value, scenario throws(ChoiceError) in
            guard let mass = try value.electronvolts("lightest neutrino mass"), mass >= 0 else { return false }
            scenario.neutrinos.scale = .lightest(mass)
            return true
        },
        write: { .number($0.neutrinos.scale.lightest) },
        settle: { $0.neutrinos.invertedSum = nil })

    public static let theta12 = mixingAngle("theta12", "θ_12 in degrees, or with its unit: 33.4, 0.58rad.", \.theta12)
    public static let theta13 = mixingAngle("theta13", "θ_13, the same.", \.theta13)
    public static let theta23 = mixingAngle("theta23", "θ_23, the same.", \.theta23)

    public static let deltaCP = ScenarioChoice(
        .neutrinos, "delta_cp_deg", unit: "deg", noun: "angle", expected: Angle.expected,
        standard: "that of the parameter set",
        option: .init("delta-cp", valueName: "angle", "δ_CP, the same.", example: "90deg"),
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value, let angle = Angle(text) else { return false }
            scenario.neutrinos.angles.delta = angle.degrees
            return true
        },
        write: { .number($0.neutrinos.angles.delta) })

    public static let charges = ScenarioChoice(
        .neutrinos, "charges", noun: "coupling matrix", expected: "a coupling matrix", standard: "mu-minus-tau",
        option: .init(
            "charges", valueName: "name|list|file",
            """
            Couplings of the neutrinos in units of g′: mu-minus-tau, universal (a force on all three alike), the charges \
            of ν_e, ν_μ, ν_τ (0,1,-1), nine elements of a Hermitian matrix or a file of them (0.5 or 0.1+0.2i each). \
            Muons and taus have the same charges where the matrix is diagonal and ν_e has none. Bounds that are computed \
            follow these; of others, and of matrices, those speak that need nothing but neutrinos.
            """, example: "universal"),
        digest: { $0.neutrinos.charges.sha256 },
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value else { return false }
            scenario.neutrinos.charges = try Chosen(charges: text)
            return true
        },
        write: { .text($0.neutrinos.charges.text) })

    private static func mixingAngle(
        _ name: String, _ help: String, _ path: WritableKeyPath<AngleOverrides, Double?> & Sendable
    ) -> ScenarioChoice {
        ScenarioChoice(
            .neutrinos, name + "_deg", unit: "deg", noun: "angle", expected: Angle.expected,
            standard: "that of the parameter set",
            option: .init(name, valueName: "angle", help, example: "40"),
            read: { value, scenario throws(ChoiceError) in
                guard case .text(let text) = value, let angle = Angle(text) else { return false }
                // All are larger than 8°: what could be radians has to say that it is not.
                guard angle.isExplicit || angle.degrees == 0 || abs(angle.degrees) >= .pi / 2 else {
                    throw .notOfForm(noun: "angle with a unit", text: text, expected: "\(text)rad or \(text)deg")
                }
                scenario.neutrinos.angles[keyPath: path] = angle.degrees
                return true
            },
            write: { .number($0.neutrinos.angles[keyPath: path]) })
    }
}

extension ScenarioValue {
    /// The energy that a text is, eV where it names no unit; nil where it is none.
    fileprivate func electronvolts(_ quantity: String) throws(ChoiceError) -> Double? {
        guard case .text(let text) = self else { return nil }
        do throws(QuantityError) {
            let energy = try EnergyUnit.electronvolt.value(of: text, quantity: quantity)
            return energy.isFinite ? energy : nil
        } catch { throw .quantity(error) }
    }
}

extension Scenario.Neutrinos {
    /// What the masses follow from at the ordering chosen.
    public var scaleOfOrdering: MassScale {
        guard ordering == .inverted, scale.sum != nil, let invertedSum else { return scale }
        return .sum(invertedSum)
    }
}

extension Scenario.Neutrinos.MassScale {
    /// Σm_ν [eV] where that is what is given.
    public var sum: Double? {
        if case .sum(let sum) = self { return sum }
        return nil
    }

    /// The lightest mass [eV] where that is what is given.
    public var lightest: Double? {
        if case .lightest(let mass) = self { return mass }
        return nil
    }
}

/// An angle with or without its unit.
private struct Angle {
    let degrees: Double
    /// Whether the unit was given.
    let isExplicit: Bool

    static let expected = "33.4, 33.4deg or 0.58rad"

    init?(_ text: String) {
        let units: [(end: String, degrees: Double)] = [("deg", 1), ("°", 1), ("rad", 180 / .pi)]
        let unit = units.first { text.hasSuffix($0.end) }
        guard let number = DecimalText.finiteNumber(text.dropLast(unit?.end.count ?? 0)) else { return nil }
        degrees = number * (unit?.degrees ?? 1)
        isExplicit = unit != nil
    }
}
