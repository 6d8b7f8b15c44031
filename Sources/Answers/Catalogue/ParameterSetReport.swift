import Documents
import Physics

/// The answer of `list --parameters`: every parameter set with its numbers and where they come from.
public struct ParameterSetReport: Sendable {
    private let sets: [ParameterSet]

    public init(_ sets: [ParameterSet] = ParameterSet.all) { self.sets = sets }

    /// The table, and below it where those of each set come from.
    public var text: String {
        let provenance = sets.map { set in
            ([set.name] + set.provenance.map { "  " + $0 }).joined(separator: "\n")
        }
        return table(NumberText.trimmed).text(as: .text) + "\n" + provenance.joined(separator: "\n") + "\n"
    }

    /// A line for each parameter, a column for each set.
    private func table(_ number: (Double) -> String) -> PrintedTable {
        let facts = sets.map(Self.facts)
        var table = PrintedTable(
            columns: [.init("parameter"), .init("unit")] + sets.map { .init($0.name, alignment: .right) },
            rows: facts.first.map { first in
                first.indices.map { index in
                    [.text(first[index].name), .text(first[index].unit)] + facts.map { .text(number($0[index].value)) }
                }
            } ?? [])
        table.rowHeads = 2
        return table
    }

    private struct Fact {
        var name: String
        var unit: String
        /// In JSON.
        var key: String
        var value: Double

        init(_ name: String, _ unit: String, _ key: String, _ value: Double) {
            (self.name, self.unit, self.key, self.value) = (name, unit, key, value)
        }
    }

    private static func facts(_ set: ParameterSet) -> [Fact] {
        [
            Fact("H_0", "eV", "hubble_constant_eV", set.cosmology.hubbleConstant),
            Fact("Ω_m", "", "matter_density", set.cosmology.matterDensity),
            Fact("Ω_Λ", "", "dark_energy_density", set.cosmology.darkEnergyDensity),
            Fact("n_0 per state and helicity", "eV³", "relic_density_eV3", set.relicDensity),
        ] + facts(set.normal, "normal ordering") + facts(set.inverted, "inverted ordering")
    }

    private static func facts(_ oscillations: ParameterSet.Oscillations, _ ordering: String) -> [Fact] {
        let (angles, splittings) = (oscillations.angles, oscillations.splittings)
        let suffix = splittings.ordering.rawValue
        let isNormal = splittings.ordering == .normal
        return [
            Fact("θ_12, \(ordering)", "deg", "theta12_deg_\(suffix)", angles.theta12),
            Fact("θ_13", "deg", "theta13_deg_\(suffix)", angles.theta13),
            Fact("θ_23", "deg", "theta23_deg_\(suffix)", angles.theta23),
            Fact("δ_CP", "deg", "delta_cp_deg_\(suffix)", angles.delta),
            Fact("Δm²_21", "eV²", "dm2_21_eV2_\(suffix)", splittings.solar),
            Fact(
                isNormal ? "Δm²_31" : "Δm²_32", "eV²", isNormal ? "dm2_31_eV2_normal" : "dm2_32_eV2_inverted",
                isNormal ? splittings.atmospheric : -splittings.atmospheric),
        ]
    }
}

extension ParameterSetReport: ListAnswer {
    public static let schemaName = "parameters"
    public static let schemaVersion = 1
    public static let meaning = "Every parameter set with its numbers and where they come from."
    public static var schema: Schema {
        .list(
            .object(
                [
                    .init("name", .text, "The name of the set."),
                    .init("provenance", .list(.text), "Where its numbers come from."),
                ]
                    + (ParameterSet.all.first.map(facts) ?? []).map {
                        .init($0.key, .number, unit: $0.unit.isEmpty ? nil : $0.unit, $0.name + ".")
                    }))
    }

    public var rows: [ParameterRecord] {
        sets.flatMap { set in
            Self.facts(set).map { ParameterRecord(set: set.name, name: $0.key, unit: $0.unit, value: $0.value) }
        }
    }

    /// An object for each set.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for set in sets {
            try container.encode(
                JSONValue.object(
                    [.init("name", .text(set.name)), .init("provenance", .texts(set.provenance))]
                        + Self.facts(set).map { .init($0.key, .number($0.value)) }))
        }
    }
}

/// A parameter of a set.
public struct ParameterRecord: Record {
    let set: String
    let name: String
    let unit: String
    let value: Double

    public static let fields: [Field<ParameterRecord>] = [
        Field("set", "The name of the set.") { $0.set },
        Field("parameter", "The name of the parameter, as in JSON.") { $0.name },
        Field("unit", "Its unit.") { $0.unit }, Field("value", "Its value, in that unit.") { $0.value },
    ]
}
