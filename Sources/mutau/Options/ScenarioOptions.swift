import AllowedRegion
import ArgumentParser
import ConstraintKit
import IceCubeFit
import Physics

/// What decides an answer besides the point: a scenario, and what the user changes of it.
struct ScenarioOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A shipped scenario (paper, consistent) or a YAML file.", valueName: "name|file"))
    var scenario = "paper"

    @Option(help: ArgumentHelp("Use these bounds and no others.", valueName: "stem,…"))
    var only: String?

    @Option(help: ArgumentHelp("Leave these bounds out.", valueName: "stem,…"))
    var without: String?

    @Option(
        name: .customLong("g-minus-2"),
        help: ArgumentHelp(
            """
            Which prediction of muon g−2 counts: wp20, bmw21, wp25, or a difference such as 25e-10±6e-10. A difference of \
            more than 2σ prefers a band and excludes nothing; a smaller one excludes above Δa + 2σ.
            """,
            valueName: "reference"))
    var gMinus2: String?

    @Option(
        help: ArgumentHelp(
            "Add what NA64μ's 2024 limit becomes with this many muons on target, by g′ ∝ (muons)^−½.",
            valueName: "number"), transform: readMuons)
    var muonsOnTarget: Double?

    @Option(
        help: ArgumentHelp(
            "Confidence level of exclusions computed from muon g−2; every other bound stays at its own.",
            valueName: "fraction"),
        transform: readConfidenceLevel)
    var cl: Double?

    @Option(help: ArgumentHelp("Kinetic mixing: natural, none or ε/g′.", valueName: "mixing"), transform: readMixing)
    var mixing: KineticMixing?

    @Option(help: "Normalisation of the neutrino cross section.")
    var crossSection: CrossSection?

    @Option(help: "Ordering of the neutrino masses.")
    var ordering: Ordering?

    @Option(help: ArgumentHelp("Σm_ν, 0.1eV for instance.", valueName: "energy"), transform: readSumOfMasses)
    var sumOfMasses: Double?

    @Option(help: ArgumentHelp("Parameter set: nusiprop or planck2018-nufit6.", valueName: "name"))
    var parameters: String?

    @Option(help: ArgumentHelp("Data sets of IceCube, or files (VOTable, CSV).", valueName: "name|file,…"))
    var data: String?

    @Option(help: "How segments that are upper limits enter χ².")
    var upperLimits: UpperLimitTreatment?

    @Option(help: "How asymmetric errors enter χ².")
    var errors: ErrorTreatment?

    @Option(help: "What is minimised: χ², or −2 ln L of asymmetric Gaussians.")
    var statistic: Statistic?

    @Option(help: "Amplitude A of the astrophysical flux, or 'profiled'.", transform: FixedOrProfiled.init(argument:))
    var amplitude: FixedOrProfiled?

    @Option(
        help: "Spectral index γ of the astrophysical flux, or 'profiled'.", transform: FixedOrProfiled.init(argument:))
    var gamma: FixedOrProfiled?

    @Option(
        help: """
            How the neutrinos' transport is solved. By default a point automatically, with the width of the line where \
            that matters to 1e-3, and a map as narrow lines, which is ten times faster.
            """)
    var solver: SolverChoice?
}

/// A parameter of the flux: a number, or what the fit makes of it.
enum FixedOrProfiled {
    case fixed(Double)
    case profiled

    init(argument: String) throws {
        if argument == "profiled" {
            self = .profiled
            return
        }
        guard let number = Double(argument), number.isFinite else {
            throw ValidationError("'\(argument)' is neither a number nor 'profiled'")
        }
        self = .fixed(number)
    }

    var value: Double? {
        switch self {
        case .fixed(let number): number
        case .profiled: nil
        }
    }
}
