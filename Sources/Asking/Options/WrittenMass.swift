import ConstraintKit
import Documents

/// A mass as somebody wrote it, which may not be the one that was meant.
package struct WrittenMass: Sendable {
    package let mass: Mass
    private let text: String

    /// - Throws: what the argument parser shows.
    package init(argument: String) throws {
        mass = try readMass(argument)
        text = argument.filter { $0 != " " }
    }

    /// A number that has no unit is taken for MeV; 0.0065 may be meant for GeV, 1e8 for eV.
    private static let ordinary = 0.1...1e6
    /// From this coupling on, which no perturbation theory allows, the numbers look swapped.
    private static let leastSwapped = 1.0
    /// Below this coupling a mass of some keV is what people ask about: bounds of the early universe end there.
    private static let leastOfHeavier = 1e-5

    /// The mass; what it was taken for is said where it looks like another.
    /// - Parameter coupling: that was written behind it; nil: none is.
    package func told(beside coupling: Coupling? = nil) -> Mass {
        if let warning = warning(coupling?.value) { Console.warn(warning) }
        return mass
    }

    /// What is to be said of it; nil where it is an ordinary one, or has its unit.
    func warning(_ coupling: Double?) -> String? {
        guard text.last?.isLetter == false, !Self.ordinary.contains(mass.inMeV) else { return nil }
        let taken = "the mass \(text) has no unit and is taken for \(Self.words(mass))"
        guard mass.inMeV < Self.ordinary.lowerBound else { return "\(taken); write '\(text)eV' if eV are meant" }
        guard let coupling else { return "\(taken); write '\(text)GeV' if GeV are meant" }
        if coupling >= Self.leastSwapped {
            let number = NumberText.exact(coupling)
            return
                "\(taken), and \(number) for the coupling; the mass comes first: write '\(number)MeV \(text)' if they are swapped"
        }
        guard coupling >= Self.leastOfHeavier else { return nil }
        return "\(taken); write '\(text)GeV' if GeV are meant"
    }

    /// In the unit in which it has few digits before the point.
    private static func words(_ mass: Mass) -> String {
        let (value, unit): (Double, EnergyUnit) =
            switch mass.inMeV {
            case ..<1e-3: (mass.inMeV * 1e6, .electronvolt)
            case ..<1: (mass.inMeV * 1e3, .kiloelectronvolt)
            case ..<1e6: (mass.inMeV, .megaelectronvolt)
            default: (mass.inMeV / 1e6, .teraelectronvolt)
            }
        return "\(NumberText.trimmed(value)) \(unit.rawValue)"
    }
}
