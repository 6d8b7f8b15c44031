import Answers
import ArgumentParser
import ConstraintKit
import IceCubeFit

struct Chi2Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chi2",
        abstract: "Compute χ² of IceCube's spectrum for a mass and a coupling.",
        discussion: """
            Without a Z′ the flux at Earth is Φ = A · 1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹ (E/100 TeV)^−γ. An amplitude A or an index γ that is \
            not given takes the value with the smallest χ².
            """)

    @Argument(help: "Mass of the Z′: 6.5MeV, 0.0065GeV; a number alone means MeV.", transform: WrittenMass.init)
    var mass: WrittenMass

    @Argument(help: "The gauge coupling g′.", transform: readCoupling)
    var coupling: Coupling

    @Flag(help: "Show each data point with its part of χ².")
    var segments = false

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let mass = mass.told(beside: coupling)
        let ingredients = try Ingredients(scenario.places)
        var request = try ingredients.request(scenario)
        request.profileWhatIsOpen(amplitude: scenario.sources.amplitude == nil, gamma: scenario.sources.gamma == nil)
        let analysis = try ingredients.analysis(of: request)
        let report = Chi2Report(
            try analysis.iceCube.detail(mass: mass, coupling: coupling), showsSegments: segments)
        try Console.write(report, as: output)
    }
}
