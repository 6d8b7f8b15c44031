import AllowedRegion
import Documents
import Scenarios
import Transport

/// The answer of `spectrum`: the flux at Earth, or its ratio to that without a Z′, at each energy, and where the Z′ is met.
public struct SpectrumReport: Sendable {
    let spectrum: EarthSpectrum
    private let flavours: [Flavour]
    private let showsStates: Bool
    let showsRatio: Bool
    /// Where files were written, these.
    public var written: WrittenFiles?

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
    var values: [(energy: Double, values: [Double])] {
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
        var heading = [
            showsRatio
                ? "Flux at Earth over that without a Z′" : "Flux at Earth, ν and ν̄ together [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹]",
            "m = \(NumberText.exact(spectrum.mass.inMeV)) MeV, g′ = \(NumberText.exact(spectrum.coupling.value)), "
                + "A = \(NumberText.trimmed(spectrum.amplitude)), \(spectrum.sources); solver \(spectrum.solver), "
                + "error of the ratio about \(NumberText.short(spectrum.estimatedError, digits: 2))",
        ]
        heading += Wording.sentences(spectrum.spectrumValues)
        let table = PrintedTable(
            columns: [.init("E [GeV]", alignment: .right)]
                + flavours.map { .init("ν_\($0.rawValue)", alignment: .right) }
                + (showsStates ? ["ν_1", "ν_2", "ν_3"] : []).map { .init($0, alignment: .right) },
            rows: values.map { row in
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
}

extension SpectrumReport: RecordAnswer {
    public static let schemaName = "spectrum"
    public static let schemaVersion = 1
    public static let meaning = "The flux at Earth, or its ratio to that without a Z′, at each energy."

    public var rows: [EnergyRecord] {
        let names = names
        return values.map { row in
            EnergyRecord(
                energy: row.energy, values: Dictionary(zip(names, row.values)) { first, _ in first })
        }
    }

    public static let fields = facts + columns + [WrittenFiles.field(\.written)]

    private static let facts: [Field<SpectrumReport>] = [
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.spectrum.mass.inMeV },
        Field("coupling", "Gauge coupling g′.") { $0.spectrum.coupling.value },
        Field("amplitude", unit: "1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹", "Flux per flavour at 100 TeV without interaction.") {
            $0.spectrum.amplitude
        },
        Field("gamma", "Spectral index; null where the spectrum of the sources has no γ.") { $0.spectrum.gamma },
        SpectrumValueRecord.field { $0.spectrum.spectrumValues },
        Field("spectrum", "The spectrum of the sources.") { $0.spectrum.spectrum },
        Field("quantity", words: ["flux", "ratio"], "What is given of each flavour and mass state.") {
            $0.showsRatio ? "ratio" : "flux"
        },
        Field("solver", "The solver that was used.") { $0.spectrum.solver },
        Field("estimated_error", "What the solver's approximation may move a ratio by.") {
            $0.spectrum.estimatedError
        },
        Field(
            "lines_GeV", .list(.nullable(.number), count: 3), unit: "GeV",
            "The resonance of each mass state; null where it is no target."
        ) { report in (1...3).map { state in report.spectrum.lines.first { $0.state == state }?.energy } },
        Field("lines", "The resonances.") { $0.spectrum.lines.map(LineRecord.init) },
        Field("caveats", "What limits the meaning of these numbers.") { $0.spectrum.caveats.map(Wording.sentence) },
        Field("E_GeV", unit: "GeV", "The energies at Earth.") { $0.spectrum.energies },
    ]

    private static let columns: [Field<SpectrumReport>] = EnergyRecord.columns.map { name, meaning in
        Field(name, unit: EnergyRecord.unit, meaning + ", at each energy.", ifPresent: { $0.column(name) })
    }

    /// What stands behind each energy under a name; nil where it was not asked for.
    private func column(_ name: String) -> [Double]? {
        names.firstIndex(of: name).map { index in values.map { $0.values[index] } }
    }
}

/// The flux at one energy.
public struct EnergyRecord: Record {
    let energy: Double
    /// By the names of the columns.
    let values: [String: Double]

    static let unit = "GeV⁻¹ cm⁻² s⁻¹ sr⁻¹, or none for a ratio"
    static let columns = [
        ("e", "Electron neutrinos, ν and ν̄ together"), ("mu", "Muon neutrinos"), ("tau", "Tau neutrinos"),
        ("m1", "Mass state 1"), ("m2", "Mass state 2"), ("m3", "Mass state 3"),
    ]

    public static let fields: [Field<EnergyRecord>] =
        [Field("E_GeV", unit: "GeV", "The energy at Earth.") { $0.energy }]
        + columns.map { name, meaning in
            Field(name, unit: unit, meaning + ", where asked for.", ifPresent: { $0.values[name] })
        }
}

/// A resonance.
struct LineRecord: Record {
    let line: ResonanceLine

    static let fields: [Field<LineRecord>] = [
        Field("state", "The mass state of the target.") { $0.line.state },
        Field("E_GeV", unit: "GeV", "Its energy, m²/2m_j.") { $0.line.energy },
        Field("lowest_E_GeV", unit: "GeV", "Where it is seen at Earth from the farthest sources.") {
            $0.line.lowestEnergy
        },
        Field("width_GeV", unit: "GeV", "Its width.") { $0.line.width },
        Field("optical_depths", "Of the mass states 1, 2 and 3 at z = 0.") { $0.line.opticalDepths },
    ]
}
