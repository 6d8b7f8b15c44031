import ConstraintKit
import CurveFormats
import Documents
import Scenarios

/// Everything that decides an answer besides the point itself.
struct ScenarioRecord: Described {
    private let scenario: Scenario

    init(_ scenario: Scenario) { self.scenario = scenario }

    static var schema: Schema {
        .object([
            .init("name", .text, "Its name."), .init("summary", .text, "What it is, in one sentence."),
            .init("bounds", .list(.text), "Stems of its bounds."),
        ])
    }

    func encode(to encoder: any Encoder) throws { try Self.json(scenario).encode(to: encoder) }

    private static func json(_ scenario: Scenario) -> JSONValue {
        [
            "name": .text(scenario.name),
            "summary": .text(scenario.summary),
            "bounds": .texts(scenario.bounds),
            "own_bounds": .text(scenario.takesOwnBounds ? "all" : "none"),
            "alternatives": .array(
                scenario.alternatives.map {
                    ["name": .text($0.name), "counts": .text($0.counts), "others": .texts($0.others)]
                }),
            "conventions": conventions(scenario.conventions),
            "neutrinos": neutrinos(scenario.neutrinos),
            "sources": [
                "evolution": .text(scenario.sources.evolution?.text),
                "max_redshift": .number(scenario.sources.maximumRedshift),
                "flavours": .text(scenario.sources.composition.text),
                "spectrum": .text(scenario.sources.spectrum?.text ?? "power-law"),
            ],
            "icecube": iceCube(scenario.iceCube),
            "solver": .text(scenario.solver?.rawValue),
        ]
    }

    /// What is left to the parameter set is null.
    private static func neutrinos(_ neutrinos: Scenario.Neutrinos) -> JSONValue {
        [
            "ordering": .text(neutrinos.ordering.rawValue),
            "sum_of_masses_eV": .number(neutrinos.scale.sum), "lightest_mass_eV": .number(neutrinos.scale.lightest),
            "theta12_deg": .number(neutrinos.angles.theta12), "theta13_deg": .number(neutrinos.angles.theta13),
            "theta23_deg": .number(neutrinos.angles.theta23), "delta_cp_deg": .number(neutrinos.angles.delta),
            "charges": .text(neutrinos.charges.text),
        ]
    }

    private static func conventions(_ conventions: Conventions) -> JSONValue {
        [
            "cross_section": .text(conventions.crossSection.rawValue),
            "kinetic_mixing": .text(Wording.mixing(conventions.kineticMixing)),
            "confidence_level": .number(conventions.confidenceLevel),
            "parameters": .text(conventions.parameterSet),
        ]
    }

    private static func iceCube(_ choice: Scenario.IceCube) -> JSONValue {
        [
            "data": .texts(choice.dataSets),
            "amplitude": choice.amplitude.map { .number($0) } ?? .text("profiled"),
            "gamma": choice.gamma.map { .number($0) } ?? .text("profiled"),
            "upper_limits": .text(choice.treatment.upperLimits.rawValue),
            "errors": .text(choice.treatment.errors.rawValue),
            "statistic": .text(choice.treatment.statistic.rawValue),
        ]
    }
}

extension Scenario.Neutrinos.MassScale {
    /// Σm_ν [eV] where that is what is given.
    var sum: Double? {
        if case .sum(let sum) = self { return sum }
        return nil
    }

    /// The lightest mass [eV] where that is what is given.
    var lightest: Double? {
        if case .lightest(let mass) = self { return mass }
        return nil
    }
}
