import Transport

extension ScenarioChoice {
    static let ofSources = [evolution, maximumRedshift, flavours, spectrum, otherSpectrum]

    public static let evolution = ScenarioChoice(
        .sources, "evolution", noun: "evolution of the sources", expected: "an evolution or a file",
        standard: "that of the parameter set",
        option: .init(
            "evolution", valueName: "name|file",
            """
            How the density of sources evolves: star-formation, star-formation-2014, agn-like, uniform, point, or a file \
            of redshift and density, rising from z = 0.
            """, example: "uniform"),
        digest: { $0.sources.evolution?.sha256 },
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value else { return false }
            scenario.sources.evolution = try Chosen(evolution: text)
            return true
        },
        write: { $0.sources.evolution.map { .text($0.text) } })

    public static let maximumRedshift = ScenarioChoice(
        .sources, "max_redshift", noun: "redshift", expected: "a number, 5 for instance", standard: "5",
        option: .init("max-redshift", valueName: "z", "The redshift of the farthest sources.", example: "4"),
        read: { value, scenario throws(ChoiceError) in
            guard let redshift = value.finiteNumber else { return false }
            let evolution = scenario.sources.evolution?.value
            // An evolution that is not chosen is that of a parameter set, which spreads the sources, or is chosen yet.
            let allowed = TransportSetting.redshifts(of: evolution ?? .uniform)
            let may = evolution == nil ? TransportSetting.redshifts(of: .point) : allowed
            guard may.contains(redshift) else {
                throw .outOfRange(noun: "redshift", value: redshift, allowed: allowed)
            }
            scenario.sources.maximumRedshift = redshift
            return true
        },
        write: { .number($0.sources.maximumRedshift) })

    public static let flavours = ScenarioChoice(
        .sources, "flavours", noun: "flavour composition at the sources", expected: "a composition",
        standard: "equal",
        option: .init(
            "source-flavours", valueName: "name|parts",
            "Flavours where neutrinos are made: equal, pion, muon-damped, neutron, or parts of e, μ, τ as 1:2:0.",
            example: "pion"),
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value else { return false }
            scenario.sources.composition = try Chosen(composition: text)
            return true
        },
        write: { .text($0.sources.composition.text) })

    public static let spectrum = ScenarioChoice(
        .sources, "spectrum", noun: "spectrum of the sources", expected: "a spectrum or a file", standard: "power-law",
        option: .init(
            "spectrum", valueName: "form|file",
            """
            Spectrum at the sources: power-law (of γ), broken:2.0,2.8,1e5GeV (index below, above, break), \
            cut-off:2.3,5e6GeV, broken-observed and cut-off-observed with the energy as it is seen at Earth, a sum of such with amplitudes as power-law:3@0.5+cut-off:2,1e6GeV@1.2, or a file of \
            energy in GeV and flux. The amplitude multiplies the whole. An index may follow γ, fixed or profiled as of a \
            power law: broken:gamma,gamma+0.8,1e5GeV; where none does γ is no parameter. A range in place of a number, \
            broken:gamma,gamma+0.8,3e4..3e6GeV, is searched for what fits best.
            """, example: "broken:2.0,2.8,1e5GeV"),
        digest: { $0.sources.spectrum?.sha256 },
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value else { return false }
            scenario.sources.spectrum = try Chosen(spectrum: text)
            return true
        },
        write: { .text($0.sources.spectrum?.text ?? "power-law") },
        settle: { if let spectrum = $0.sources.spectrum, !spectrum.value.hasIndex { $0.iceCube.gamma = nil } })

    public static let otherSpectrum = ScenarioChoice(
        .sources, "other_spectrum", noun: "spectrum compared beside that of the sources",
        expected: "a spectrum, a file or none", standard: "none",
        option: .init(
            "other-spectrum", valueName: "form|file",
            "Compare IceCube's data with this spectrum too, beside that of --spectrum, and in the same forms; 'none' with no other.",
            example: "broken:1.9,2.7,4e4GeV"),
        digest: { $0.sources.otherSpectrum?.sha256 },
        read: { value, scenario throws(ChoiceError) in
            guard case .text(let text) = value else { return false }
            scenario.sources.otherSpectrum = text == "none" ? nil : try Chosen(otherSpectrum: text)
            return true
        },
        write: { .text($0.sources.otherSpectrum?.text ?? "none") })
}
