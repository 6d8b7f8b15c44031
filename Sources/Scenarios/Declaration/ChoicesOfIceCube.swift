import IceCubeFit
import Transport

extension ScenarioChoice {
    static let ofIceCube = [data, amplitude, gamma, upperLimits, errors, statistic]

    public static let data = ScenarioChoice(
        .icecube, "data", noun: "list of data sets", expected: "a list of names, one at least", standard: nil,
        option: .init(
            "data", valueName: "name|file,…",
            """
            Data sets of IceCube, or files: VOTables, or CSV with a line '# channel: tracks' (cascades, all-flavours) and \
            the header \(DataSet.textHeader). A comma in a file's name is written \\,.
            """, example: "hese-7.5yr-2021"),
        read: { value, scenario throws(ChoiceError) in
            switch value {
            case .list(let names) where !names.isEmpty: scenario.iceCube.dataSets = names
            case .text(let text):
                scenario.iceCube.dataSets = text.listedNames
            case .list, .number, .groups: return false
            }
            return true
        },
        write: { .list($0.iceCube.dataSets) })

    public static let amplitude = parameter(
        "amplitude", noun: "amplitude", usable: Scenario.IceCube.amplitudes,
        "Amplitude A of the astrophysical flux, or 'profiled'.", example: "1.25",
        \.iceCube.amplitude)

    public static let gamma = parameter(
        "gamma", noun: "spectral index", usable: TransportSetting.indices,
        "Spectral index γ of the astrophysical flux, or 'profiled'.", example: "2.25",
        \.iceCube.gamma,
        settle: { scenario throws(ChoiceError) in
            guard let spectrum = scenario.sources.spectrum, !spectrum.value.hasIndex else { return }
            guard spectrum.value.powerLawIndex != nil else { throw .noIndex(spectrum: spectrum.text) }
            scenario.sources.spectrum = nil
        })

    public static let upperLimits = words(
        .icecube, "upper_limits", noun: "treatment of upper limits", standard: "one-sided",
        option: .init(
            "upper-limits", "How segments that are upper limits enter χ².", words: UpperLimitTreatment.words,
            example: "zero-centred"),
        at: \.iceCube.treatment.upperLimits)

    public static let errors = words(
        .icecube, "errors", noun: "treatment of errors", standard: "mean",
        option: .init(
            "errors", "How asymmetric errors enter χ².", words: ErrorTreatment.words, example: "by-side"),
        at: \.iceCube.treatment.errors)

    public static let statistic = words(
        .icecube, "statistic", noun: "statistic", standard: "chi2",
        option: .init(
            "statistic", "What is minimised: χ², or −2 ln L of asymmetric Gaussians.", words: Statistic.words,
            example: "asymmetric-gaussian"),
        at: \.iceCube.treatment.statistic,
        // The forms of χ² that a scenario chooses mean nothing to the likelihood, which has its own of both.
        settle: { scenario in
            let statistic = scenario.iceCube.treatment.statistic
            if statistic != .chi2 { scenario.iceCube.treatment = Treatment(statistic: statistic) }
        })

    /// A parameter of the fit: a number, or what the fit makes of it.
    private static func parameter(
        _ key: String, noun: String, usable: ClosedRange<Double>, _ help: String, example: String,
        _ path: WritableKeyPath<Scenario, Double?> & Sendable,
        settle: @escaping @Sendable (inout Scenario) throws(ChoiceError) -> Void = { _ in }
    ) -> ScenarioChoice {
        ScenarioChoice(
            .icecube, key, noun: noun, expected: "a number or profiled", standard: "profiled",
            option: .init(key, help, example: example),
            read: { value, scenario throws(ChoiceError) in
                if value == .text("profiled") {
                    scenario[keyPath: path] = nil
                    return true
                }
                guard let number = try value.number(noun, within: usable) else { return false }
                scenario[keyPath: path] = number
                return true
            },
            write: { scenario in scenario[keyPath: path].map { .number($0) } ?? .text("profiled") }, settle: settle)
    }
}

extension Scenario.IceCube {
    /// The amplitudes that can be compared with: a million times the flux that is seen; the square of one that is far larger is
    /// no number any more.
    public static let amplitudes = 0...1e6
}

extension String {
    /// The names of a list that commas part, without the blanks around them; a comma in a name stands behind a backslash.
    fileprivate var listedNames: [String] {
        var names = [""]
        var isEscaped = false
        for character in self {
            switch character {
            case "," where isEscaped: names[names.count - 1] = names[names.count - 1].dropLast() + ","
            case ",": names.append("")
            default: names[names.count - 1].append(character)
            }
            isEscaped = character == "\\"
        }
        return names.map { $0.trimmingBlanks }
    }

    private var trimmingBlanks: String {
        let rest = drop { $0 == " " }
        return String(rest.dropLast(rest.reversed().prefix { $0 == " " }.count))
    }
}
