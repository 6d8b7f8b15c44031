import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Documents
import Files
import Scenarios

/// `summary.json`, and the answer of `map`: what a map found, in numbers, and all that went into it.
public struct MapSummary: Sendable {
    private let map: RegionMap
    private let table: ExclusionTable
    private let showsProjections: Bool
    private let inputs: RunInputs
    private let version: String
    private let written: WrittenFiles?
    private let missing: MissingBounds

    /// - Parameters:
    ///   - table: the limits at some masses, for CSV.
    ///   - showsProjections: whether the figure does.
    ///   - inputs: what the map was made from.
    ///   - version: of the program.
    ///   - written: the files; nil: there are none.
    ///   - missing: the bounds that take no part because they are not at hand.
    public init(
        _ map: RegionMap, table: ExclusionTable, showsProjections: Bool = true, inputs: RunInputs = RunInputs(),
        version: String, written: WrittenFiles? = nil, missing: MissingBounds = .none
    ) {
        self.showsProjections = showsProjections
        self.map = map
        self.table = table
        self.inputs = inputs
        self.version = version
        self.written = written
        self.missing = missing.within(map)
    }

    /// The bounds that say nothing anywhere in the map.
    public var silentBounds: [SilentBoundRecord] { SilentBounds(map).records }
}

extension MapSummary: RecordAnswer {
    public static let schemaName = "map"
    public static let schemaVersion = 1
    public static let meaning = "What a map of the allowed region found, in numbers, and all that went into it."

    public var text: String { MapReport(map, missing: missing).text(written: written) }
    public var rows: [ExclusionRecord] { ExclusionRecord.all(table) }

    public static let fields: [Field<MapSummary>] = [
        Field("program_version", "Of the program and the data it carries.") { $0.version },
        Field("scenario", ScenarioRecord.schema, "The scenario, as its file says it.") {
            ScenarioRecord($0.map.scenario)
        },
        Field("grid", "The points of the map.") { GridRecord(grid: $0.map.grid) },
        Field("shows_projections", "Whether the figure shows projections.") { $0.showsProjections },
        Field("regions", "The regions found.") { RegionsRecord(map: $0.map) },
        Field("best", "The point of the grid with the least χ².") { BestPointRecord(map: $0.map) },
        Field("chi2", "χ² of IceCube's spectrum.") { ReferenceChi2Record(map: $0.map) },
        Field("bounds", "The bounds that take part.") { summary in
            summary.map.bounds.map {
                MappedBoundRecord(mapped: $0, digest: summary.inputs.documents[$0.bound.card.stem])
            }
        },
        MissingRecord.field("Bounds that are not at hand and reach into the plane.") { $0.missing },
        Field("silent_bounds", "The bounds that say nothing anywhere in the map.") { $0.silentBounds },
        InputRecord.field { $0.inputs },
        Field(
            "combinations", "The standings by each way to combine the bounds.",
            ifPresent: { summary in
                summary.map.combinations.map(MapCombinationsRecord.init)
            }),
        OwnDocuments.field { $0.map.bounds.map(\.bound) },
        Field("caveats", "What limits the meaning of these numbers somewhere on the grid.") {
            $0.map.caveats.map(Wording.sentence)
        },
        SpectrumValueRecord.field { $0.map.spectrumValues },
        SpectrumValueRecord.field(
            "spectrum_parameters_without_Zprime", "The same of the best fit without a Z′."
        ) { $0.map.freeSpectrumValues },
        ProvisionalData.field(\.map.provisionalData), OtherSpectrumRecord.field(\.map.other),
        WrittenFiles.field(\.written),
    ]
}

struct GridRecord: Record {
    let grid: MapGrid

    static let fields: [Field<GridRecord>] = [
        Field("columns", "The number of masses.") { $0.grid.masses.count },
        Field("rows", "The number of couplings.") { $0.grid.couplings.count },
        Field("mass_MeV", unit: "MeV", "The first and the last mass.") {
            $0.grid.masses[0].inMeV...$0.grid.masses[$0.grid.masses.count - 1].inMeV
        },
        Field("coupling", "The first and the last coupling.") {
            $0.grid.couplings[0].value...$0.grid.couplings[$0.grid.couplings.count - 1].value
        },
    ]
}

struct RegionsRecord: Record {
    let map: RegionMap

    static let fields: [Field<RegionsRecord>] = [
        Field("allowed", "What the deciding bounds leave.") { RegionRecord(region: $0.map.allowed) },
        Field("preferred_by_icecube", "Where R < 1, the paper's definition, which is no preference.") {
            RegionRecord(region: $0.map.preferredByIceCube)
        },
        Field("allowed_and_preferred", "Both at once.") { RegionRecord(region: $0.map.allowedAndPreferred) },
        Field(
            "better_than_free_fit",
            "Where χ² per degree of freedom, of four parameters, is below that of the best fit without a Z′, of two."
        ) { RegionRecord(region: $0.map.betterThanFreeFit) },
    ]
}

struct RegionRecord: Record {
    let region: PlaneRegion

    static let fields: [Field<RegionRecord>] = [
        Field("points", "The number of points of the grid inside.") { $0.region.pointCount },
        Field("area_dex2", unit: "dex²", "Its area in log₁₀ m × log₁₀ g′.") { $0.region.area },
        Field("mass_MeV", unit: "MeV", "The masses it reaches; null where it is empty.") { $0.region.massRange },
        Field("coupling", "The couplings it reaches; null where it is empty.") { $0.region.couplingRange },
    ]
}

struct BestPointRecord: Record {
    let map: RegionMap

    static let fields: [Field<BestPointRecord>] = [
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.map.bestPoint.mass.inMeV },
        Field("coupling", "Gauge coupling g′.") { $0.map.bestPoint.coupling.value },
        Field("chi2", "χ² of IceCube's spectrum.") { $0.map.chi2[$0.map.best] },
        Field("delta_chi2_free_fit", "χ² minus that of the best fit without a Z′ of both amplitude and gamma.") {
            $0.map.chi2[$0.map.best] - $0.map.chi2OfFreeFit
        },
        Field("R", "χ² per degree of freedom over that of the Standard Model; null with too few points.") {
            $0.map.ratio[$0.map.best].ifFinite
        },
        Field("amplitude", unit: "1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹", "Flux per flavour at 100 TeV without interaction.") {
            $0.map.amplitude[$0.map.best]
        },
        Field("gamma", "Spectral index; null where the spectrum of the sources has no γ.") {
            $0.map.gamma[$0.map.best]
        },
        Field("standing", words: Standing.allCases.map(\.rawValue), "What the bounds that decide say together.") {
            $0.map.standings[$0.map.best].rawValue
        },
    ]
}

struct ReferenceChi2Record: Record {
    let map: RegionMap

    static let fields: [Field<ReferenceChi2Record>] = [
        Field("without_Zprime", "Without a Z′ under the scenario's treatment of amplitude and index.") {
            $0.map.chi2WithoutMediator
        },
        Field("free_fit", "Of the best fit without a Z′ of both amplitude and gamma.") { $0.map.chi2OfFreeFit },
        Field("standard_model", "Without a Z′ at the paper's (1.4, 2.6).") { $0.map.chi2StandardModel },
    ]
}

struct MappedBoundRecord: Record {
    let mapped: MappedBound
    let digest: SHA256?

    static let fields: [Field<MappedBoundRecord>] =
        BoundFields.all.map { $0.of(\.mapped.bound) } + [
            Field("sha256", "Of its document.") { $0.digest?.hexadecimal },
            Field("failures", "The number of masses at which it could not be evaluated.") { $0.mapped.failures },
            Field("failure", "Why, the first time.", ifPresent: { $0.mapped.failure.map(Wording.failure) }),
        ]
}

extension RegionMap {
    /// The grid point of least χ².
    var bestPoint: (mass: Mass, coupling: Coupling) {
        let rows = grid.couplings.count
        return (grid.masses[best / rows], grid.couplings[best % rows])
    }
}
