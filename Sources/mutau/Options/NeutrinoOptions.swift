import ArgumentParser
import ConstraintKit
import Physics
import Scenarios

/// What the neutrinos are like, and what they have of the new force.
struct NeutrinoOptions: ParsableArguments {
    @Option(help: "Ordering of the neutrino masses.")
    var ordering: Ordering?

    @Option(
        help: ArgumentHelp("Σm_ν, 0.1eV for instance.", valueName: "energy"),
        transform: { try readNeutrinoMass($0, of: "sum of neutrino masses", mayBeZero: false) })
    var sumOfMasses: Double?

    @Option(
        help: ArgumentHelp("Mass of the lightest state instead of Σm_ν, 0.01eV for instance.", valueName: "energy"),
        transform: { try readNeutrinoMass($0, of: "lightest neutrino mass", mayBeZero: true) })
    var lightestMass: Double?

    @Option(
        help: ArgumentHelp("θ_12 in degrees, or with its unit: 33.4, 0.58rad.", valueName: "angle"),
        transform: readMixingAngle)
    var theta12: Double?

    @Option(help: ArgumentHelp("θ_13, the same.", valueName: "angle"), transform: readMixingAngle)
    var theta13: Double?

    @Option(help: ArgumentHelp("θ_23, the same.", valueName: "angle"), transform: readMixingAngle)
    var theta23: Double?

    @Option(
        help: ArgumentHelp("δ_CP, the same.", valueName: "angle"), transform: { try AngleArgument($0).degrees })
    var deltaCp: Double?

    @Option(
        help: ArgumentHelp(
            """
            Couplings of the neutrinos in units of g′: mu-minus-tau, universal (a force on all three alike), the charges \
            of ν_e, ν_μ, ν_τ (0,1,-1), nine elements of a Hermitian matrix or a file of them (0.5 or 0.1+0.2i each). \
            No bound speaks of any but mu-minus-tau.
            """, valueName: "name|list|file"))
    var charges: String?

    func validate() throws {
        guard sumOfMasses == nil || lightestMass == nil else {
            throw ValidationError("--sum-of-masses and --lightest-mass say the same thing: give one of them")
        }
    }

    /// Puts what is given in place of a scenario's own.
    /// - Throws: ``ChoiceError``
    func change(_ neutrinos: inout Scenario.Neutrinos) throws {
        if let ordering { neutrinos.ordering = ordering }
        if let sumOfMasses { neutrinos.scale = .sum(sumOfMasses) }
        if let lightestMass { neutrinos.scale = .lightest(lightestMass) }
        if let theta12 { neutrinos.angles.theta12 = theta12 }
        if let theta13 { neutrinos.angles.theta13 = theta13 }
        if let theta23 { neutrinos.angles.theta23 = theta23 }
        if let deltaCp { neutrinos.angles.delta = deltaCp }
        if let charges { neutrinos.charges = try Chosen(charges: charges) }
    }
}

/// Reads `0.1eV` into eV.
private func readNeutrinoMass(_ text: String, of quantity: String, mayBeZero: Bool) throws -> Double {
    try worded {
        let mass = try EnergyUnit.electronvolt.value(of: text, quantity: quantity)
        guard mass > 0 || (mayBeZero && mass == 0), mass.isFinite else {
            guard mayBeZero else { throw QuantityError.notPositive(quantity: quantity, value: mass) }
            throw ValidationError("the \(quantity) must be zero or above and finite, and \(mass) eV is not")
        }
        return mass
    }
}

/// An angle with or without its unit.
private struct AngleArgument {
    let degrees: Double
    /// Whether the unit was given.
    let isExplicit: Bool

    init(_ text: String) throws {
        let units: [(end: String, degrees: Double)] = [("deg", 1), ("°", 1), ("rad", 180 / .pi), ("", 1)]
        let unit = units.first { text.hasSuffix($0.end) } ?? units[3]
        guard let number = Double(text.dropLast(unit.end.count)), number.isFinite else {
            throw ValidationError("'\(ErrorText.clipped(text))' is no angle: write 33.4, 33.4deg or 0.58rad")
        }
        degrees = number * unit.degrees
        isExplicit = !unit.end.isEmpty
    }
}

/// Reads a mixing angle into degrees. All are larger than 8°: what could be radians has to say that it is not.
private func readMixingAngle(_ text: String) throws -> Double {
    let angle = try AngleArgument(text)
    guard angle.isExplicit || angle.degrees == 0 || abs(angle.degrees) >= .pi / 2 else {
        throw ValidationError("'\(text)' may be in radians or in degrees: write \(text)rad or \(text)deg")
    }
    return angle.degrees
}
