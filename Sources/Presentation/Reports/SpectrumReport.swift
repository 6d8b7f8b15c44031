import AllowedRegion

/// The answer of `spectrum`: the flux at Earth, or its ratio to that without a Z′, at each energy.
public struct SpectrumReport: Sendable {
    private let spectrum: EarthSpectrum
    private let flavours: [Flavour]
    private let showsRatio: Bool

    public init(_ spectrum: EarthSpectrum, flavours: [Flavour], showsRatio: Bool) {
        self.spectrum = spectrum
        self.flavours = flavours
        self.showsRatio = showsRatio
    }

    /// What stands behind each energy: the ratio, or the flux [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹], of each flavour.
    private var rows: [(energy: Double, values: [Double])] {
        zip(spectrum.energies, spectrum.ratios).map { energy, ratios in
            let scale = showsRatio ? 1 : spectrum.freeFlux(at: energy)
            return (energy, flavours.map { $0.flux(of: ratios) * scale })
        }
    }

    public var text: String {
        let lines = zip(1..., spectrum.lines)
            .map { "m_\($0): " + ($1.isFinite ? "\(NumberText.short($1, digits: 4)) GeV" : "none") }
        let heading = [
            showsRatio
                ? "Flux at Earth over that without a Z′"
                : "Flux at Earth per flavour, ν and ν̄ together [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹]",
            "m = \(NumberText.exact(spectrum.mass.inMeV)) MeV, g′ = \(NumberText.exact(spectrum.coupling.value)), "
                + "A = \(NumberText.trimmed(spectrum.amplitude)), γ = \(NumberText.trimmed(spectrum.gamma)); "
                + "solver \(spectrum.solver), error of the ratio about \(NumberText.short(spectrum.estimatedError, digits: 2))",
            "Resonances: " + lines.joined(separator: ", "),
        ]
        let table = TextTable(
            columns: [.init("E [GeV]", alignment: .right)]
                + flavours.map { .init("ν_\($0.rawValue)", alignment: .right) },
            rows: rows.map { row in
                ([row.energy] + row.values).map { .text(NumberText.short($0, digits: 6)) }
            })
        return heading.joined(separator: "\n") + "\n\n" + table.text(as: .text)
    }

    /// The contract of `spectrum --format csv`: the energy in GeV, then each flavour.
    public var csv: String {
        let header = CSVText.record(["E_GeV"] + flavours.map(\.rawValue))
        return header
            + rows.map { row in CSVText.record(([row.energy] + row.values).map(NumberText.exact)) }.joined()
    }

    public var json: JSONValue {
        let rows = rows
        return .object(
            [
                .init("mass_MeV", .number(spectrum.mass.inMeV)), .init("coupling", .number(spectrum.coupling.value)),
                .init("amplitude", .number(spectrum.amplitude)), .init("gamma", .number(spectrum.gamma)),
                .init("quantity", .text(showsRatio ? "ratio" : "flux")), .init("solver", .text(spectrum.solver)),
                .init("estimated_error", .number(spectrum.estimatedError)),
                .init("lines_GeV", .array(spectrum.lines.map { .number($0) })),
                .init("caveats", .texts(spectrum.caveats.map(Wording.sentence))),
                .init("E_GeV", .array(rows.map { .number($0.energy) })),
            ]
                + flavours.indices.map { index in
                    .init(flavours[index].rawValue, .array(rows.map { .number($0.values[index]) }))
                })
    }
}
