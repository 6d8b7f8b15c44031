import AllowedRegion
import ConstraintKit
import Scenarios
import VOTable

/// The map as a table for other programs: one row a grid point, all couplings of the first mass first. Its PARAMs and INFOs
/// say all that ``RecordedRun`` needs to make the map again.
public struct MapVOTable: Sendable {
    public let document: VOTableDocument

    /// - Parameters:
    ///   - showsProjections: whether the figure does.
    ///   - inputs: what the map was made from.
    ///   - version: of the program.
    public init(_ map: RegionMap, showsProjections: Bool = true, inputs: RunInputs = RunInputs(), version: String) {
        let run = RecordedRun(
            scenario: map.scenario, plane: RecordedRun.Plane(map.grid), showsProjections: showsProjections,
            inputs: inputs)
        var table = Table(name: "map", fields: Self.fields, columns: Self.columns(of: map))
        table.encoding = .binary
        document = VOTableDocument(
            description: "Allowed region of an Lμ−Lτ gauge boson: standing and fit to IceCube's spectrum on a grid.",
            resources: [
                Resource(
                    name: "map", infos: run.infos, params: run.params + Self.params(of: map, version),
                    tables: [table])
            ])
    }

    /// The file.
    public var bytes: [UInt8] { document.serialized() }

    private static let fields = [
        VOTableField(name: "mass", unit: "MeV", ucd: "phys.mass", description: "Mass of the Z′"),
        VOTableField(name: "coupling", unit: "", description: "Gauge coupling g′"),
        VOTableField(
            name: "standing", datatype: .char, arraysize: .variable, ucd: "meta.code",
            description: "allowed, excluded or unconstrained, by the bounds that decide"),
        VOTableField(
            name: "deciding_bound", datatype: .char, arraysize: .variable, ucd: "meta.id",
            description: "Stem of the deciding bound with the smallest margin; empty where none speaks"),
        VOTableField(name: "chi2", unit: "", ucd: "stat.fit.chi2", description: "χ² of IceCube's spectrum"),
        VOTableField(
            name: "R", unit: "", ucd: "stat.fit.chi2;arith.ratio",
            description: "χ² per degree of freedom over that of the Standard Model"),
        VOTableField(name: "amplitude", unit: "", description: "Amplitude A of the astrophysical flux"),
        VOTableField(name: "gamma", unit: "", ucd: "spect.index", description: "Spectral index γ"),
        VOTableField(
            name: "transport_error", unit: "", ucd: "stat.error",
            description: "Estimated error of the flux over that without a Z′"),
    ]

    private static func columns(of map: RegionMap) -> [Column] {
        let grid = map.grid
        let masses = grid.masses.flatMap { [Double?](repeating: $0.inMeV, count: grid.couplings.count) }
        let couplings = grid.masses.flatMap { _ in grid.couplings.map { Optional($0.value) } }
        let values: [[Double?]] = [map.chi2, map.ratio, map.amplitude, map.gamma, map.transportError]
        return [
            .numbers(masses), .numbers(couplings), .texts(map.standings.map(\.rawValue)), .texts(map.decidingStems),
        ] + values.map { .numbers($0.map { $0?.isFinite == true ? $0 : nil }) }
    }

    /// What is not of the scenario.
    private static func params(of map: RegionMap, _ version: String) -> [Param] {
        [
            Param("program_version", text: version, description: "Of the program and the data it carries"),
            Param("chi2_without_Zprime", number: map.chi2WithoutMediator),
            Param("chi2_standard_model", number: map.chi2StandardModel),
        ]
    }
}
