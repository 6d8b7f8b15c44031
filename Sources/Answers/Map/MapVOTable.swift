import AllowedRegion
import ConstraintKit
import VOTable

/// The map as a table for other programs: one row a grid point, all couplings of the first mass first.
public struct MapVOTable: Sendable {
    public let document: VOTableDocument

    public init(_ map: RegionMap) {
        document = VOTableDocument(
            description: "Allowed region of an Lμ−Lτ gauge boson: standing and fit to IceCube's spectrum on a grid.",
            resources: [
                Resource(
                    name: "map", params: Self.params(of: map),
                    tables: [Table(name: "map", fields: Self.fields, columns: Self.columns(of: map))])
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
        let stems = map.decidingBound.map { position in
            map.bounds.indices.contains(Int(position)) ? map.bounds[Int(position)].bound.card.stem : ""
        }
        let values: [[Double?]] = [map.chi2, map.ratio, map.amplitude, map.gamma, map.transportError]
        return [
            .numbers(masses), .numbers(couplings), .texts(map.standings.map(\.rawValue)), .texts(stems),
        ] + values.map { .numbers($0.map { $0?.isFinite == true ? $0 : nil }) }
    }

    private static func params(of map: RegionMap) -> [Param] {
        let scenario = map.scenario
        let (conventions, iceCube) = (scenario.conventions, scenario.iceCube)
        var params = [
            Param("scenario", text: scenario.name, ucd: "meta.id"),
            Param("bounds", text: map.bounds.map(\.bound.card.stem).joined(separator: " ")),
            Param("cross_section", text: conventions.crossSection.rawValue),
            Param("kinetic_mixing", text: Wording.mixing(conventions.kineticMixing)),
            Param("parameters", text: conventions.parameterSet),
            Param("ordering", text: scenario.neutrinos.ordering.rawValue),
            Param("charges", text: scenario.neutrinos.charges.text),
            Param("max_redshift", number: scenario.sources.maximumRedshift),
            Param("source_flavours", text: scenario.sources.composition.text),
            Param("data", text: iceCube.dataSets.joined(separator: " ")),
            Param("amplitude_treatment", text: iceCube.amplitude == nil ? "profiled" : "fixed"),
            Param(
                "gamma_treatment",
                text: scenario.sources.spectrum == nil ? iceCube.gamma == nil ? "profiled" : "fixed" : "none"),
            Param("upper_limits", text: iceCube.treatment.upperLimits.rawValue),
            Param("errors", text: iceCube.treatment.errors.rawValue),
            Param("columns", number: Double(map.grid.masses.count)),
            Param("rows", number: Double(map.grid.couplings.count)),
            Param("chi2_without_Zprime", number: map.chi2WithoutMediator),
            Param("chi2_standard_model", number: map.chi2StandardModel),
        ]
        let neutrinos = scenario.neutrinos
        if let sum = neutrinos.scale.sum { params.append(Param("sum_of_masses", number: sum, unit: "eV")) }
        if let mass = neutrinos.scale.lightest { params.append(Param("lightest_mass", number: mass, unit: "eV")) }
        let angles = [
            ("theta12", neutrinos.angles.theta12), ("theta13", neutrinos.angles.theta13),
            ("theta23", neutrinos.angles.theta23), ("delta_cp", neutrinos.angles.delta),
        ]
        for case (let name, let angle?) in angles { params.append(Param(name, number: angle, unit: "deg")) }
        if let spectrum = scenario.sources.spectrum { params.append(Param("spectrum", text: spectrum.text)) }
        if let evolution = scenario.sources.evolution { params.append(Param("evolution", text: evolution.text)) }
        if let level = conventions.confidenceLevel { params.append(Param("confidence_level", number: level)) }
        return params
    }
}
