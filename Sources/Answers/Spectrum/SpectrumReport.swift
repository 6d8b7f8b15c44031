import AllowedRegion
import Documents

/// The answer of `spectrum`: the flux at Earth, or its ratio to that without a Z′, at each energy, and where the Z′ is met.
public struct SpectrumReport: Sendable {
    let spectrum: EarthSpectrum
    private let flavours: [Flavour]
    private let showsStates: Bool
    let showsRatio: Bool

    /// - Parameters:
    ///   - showsStates: whether the mass states follow the flavours.
    ///   - showsRatio: whether fluxes are divided by those without a Z′, of which there must be some at each energy.
    public init(_ spectrum: EarthSpectrum, flavours: [Flavour], showsStates: Bool = false, showsRatio: Bool) {
        self.spectrum = spectrum
        self.flavours = flavours
        self.showsStates = showsStates
        self.showsRatio = showsRatio
    }

    /// The names of the columns, as in machine-readable answers.
    var names: [String] { flavours.map(\.rawValue) + (showsStates ? ["m1", "m2", "m3"] : []) }

    /// What stands behind each energy: the flux [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹], or the ratio.
    var rows: [(energy: Double, values: [Double])] {
        spectrum.energies.indices.map { index in
            let values = columns(spectrum.states[index])
            let free = columns(spectrum.freeStates[index])
            return (spectrum.energies[index], showsRatio ? zip(values, free).map { $0 / $1 } : values)
        }
    }

    func columns(_ states: SIMD3<Double>) -> [Double] {
        let all = spectrum.mixing.flavours(of: states)
        return flavours.map { $0.flux(of: all) } + (showsStates ? [states.x, states.y, states.z] : [])
    }

    // MARK: Text

    public var text: String {
        let sources = spectrum.gamma.map { "γ = \(NumberText.trimmed($0))" } ?? "spectrum \(spectrum.spectrum)"
        let heading = [
            showsRatio
                ? "Flux at Earth over that without a Z′" : "Flux at Earth, ν and ν̄ together [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹]",
            "m = \(NumberText.exact(spectrum.mass.inMeV)) MeV, g′ = \(NumberText.exact(spectrum.coupling.value)), "
                + "A = \(NumberText.trimmed(spectrum.amplitude)), \(sources); solver \(spectrum.solver), "
                + "error of the ratio about \(NumberText.short(spectrum.estimatedError, digits: 2))",
        ]
        let table = PrintedTable(
            columns: [.init("E [GeV]", alignment: .right)]
                + flavours.map { .init("ν_\($0.rawValue)", alignment: .right) }
                + (showsStates ? ["ν_1", "ν_2", "ν_3"] : []).map { .init($0, alignment: .right) },
            rows: rows.map { row in
                ([row.energy] + row.values).map { .text(NumberText.short($0, digits: 6)) }
            })
        return heading.map(PlainText.clean).joined(separator: "\n") + "\n\n" + lines.text(as: .text) + "\n"
            + table.text(as: .text)
    }

    /// A line for each resonance.
    private var lines: PrintedTable {
        let titles = [
            "Target", "E_j [GeV]", "E_j/(1+z_max)", "Width [GeV]", "τ of ν_1 at z = 0", "of ν_2", "of ν_3",
        ]
        return PrintedTable(
            columns: titles.enumerated().map { .init($1, alignment: $0 == 0 ? .left : .right) },
            rows: spectrum.lines.map { line in
                [.text("ν_\(line.state)")]
                    + ([line.energy, line.lowestEnergy, line.width] + Self.list(line.opticalDepths)).map {
                        .text(NumberText.short($0, digits: 4))
                    }
            })
    }

    private static func list(_ values: SIMD3<Double>) -> [Double] { [values.x, values.y, values.z] }

    // MARK: Programs

    /// The contract of `spectrum --format csv`: the energy in GeV, then each flavour.
    public var csv: String {
        let header = CSVText.record(["E_GeV"] + names)
        return header
            + rows.map { row in CSVText.record(([row.energy] + row.values).map(NumberText.exact)) }.joined()
    }

    public var json: JSONValue {
        let rows = rows
        let energies = (1...3).map { state in spectrum.lines.first { $0.state == state }?.energy }
        return .object(
            [
                .init("mass_MeV", .number(spectrum.mass.inMeV)), .init("coupling", .number(spectrum.coupling.value)),
                .init("amplitude", .number(spectrum.amplitude)), .init("gamma", .number(spectrum.gamma)),
                .init("spectrum", .text(spectrum.spectrum)),
                .init("quantity", .text(showsRatio ? "ratio" : "flux")), .init("solver", .text(spectrum.solver)),
                .init("estimated_error", .number(spectrum.estimatedError)),
                .init("lines_GeV", .array(energies.map { .number($0) })),
                .init(
                    "lines",
                    .array(
                        spectrum.lines.map { line in
                            [
                                "state": .integer(line.state), "E_GeV": .number(line.energy),
                                "lowest_E_GeV": .number(line.lowestEnergy), "width_GeV": .number(line.width),
                                "optical_depths": .array(Self.list(line.opticalDepths).map { .number($0) }),
                            ]
                        })),
                .init("caveats", .texts(spectrum.caveats.map(Wording.sentence))),
                .init("E_GeV", .array(rows.map { .number($0.energy) })),
            ]
                + names.indices.map { index in
                    .init(names[index], .array(rows.map { .number($0.values[index]) }))
                })
    }
}
