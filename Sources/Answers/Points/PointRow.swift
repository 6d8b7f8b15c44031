import AllowedRegion
import Assessment
import Documents

/// One of many points: what the columns of its row say, in the words of `check`.
public struct PointRow: Sendable {
    let mass: Double
    let coupling: Double
    let standing: Standing
    let excludedBy: [String]
    let bounds: (deciding: Int, speaking: Int, limiting: Int)
    let failed: [String]
    let fit: FitOfRow?
    let reason: String?

    /// χ² of IceCube's spectrum at a point.
    public struct FitOfRow: Sendable {
        let chi2, deltaChi2: Double
        let ratio, amplitude, gamma: Double
        let spectrumValues: [SpectrumValue]

        /// - Parameters:
        ///   - ratio, gamma: not a number where there is none.
        ///   - spectrumValues: what was found for the numbers of the spectrum that have ranges.
        public init(
            chi2: Double, deltaChi2: Double, ratio: Double, amplitude: Double, gamma: Double,
            spectrumValues: [SpectrumValue]
        ) {
            (self.chi2, self.deltaChi2, self.ratio) = (chi2, deltaChi2, ratio)
            (self.amplitude, self.gamma, self.spectrumValues) = (amplitude, gamma, spectrumValues)
        }
    }

    /// - Parameters:
    ///   - mass: [MeV]
    ///   - excludedBy: stems of the deciding bounds that exclude the point, the strongest first.
    ///   - bounds: how many decide, how many of these speak, and how many of those limit the coupling.
    ///   - failed: stems of deciding bounds that could not be evaluated.
    ///   - fit: nil: IceCube's spectrum was left out, or could not be computed.
    ///   - reason: what is to be known beside, in words.
    public init(
        mass: Double, coupling: Double, _ standing: Standing, excludedBy: [String],
        bounds: (deciding: Int, speaking: Int, limiting: Int), failed: [String], fit: FitOfRow?, reason: String?
    ) {
        (self.mass, self.coupling, self.standing, self.excludedBy) = (mass, coupling, standing, excludedBy)
        (self.bounds, self.failed, self.fit, self.reason) = (bounds, failed, fit, reason)
    }
}

/// The line of a row.
struct PointRowLine: StreamedRecord {
    let row: PointRow
    let input: [JSONValue.Member]

    static let fields: [Field<PointRowLine>] = [
        PointFields.mass { $0.row.mass }, PointFields.coupling { $0.row.coupling },
        PointFields.standing { $0.row.standing }, PointFields.excludedBy { $0.row.excludedBy },
        PointFields.deciding { $0.row.bounds.deciding }, PointFields.speaking { $0.row.bounds.speaking },
        PointFields.limiting { $0.row.bounds.limiting }, PointFields.failed { $0.row.failed },
        Field("icecube", "What IceCube's spectrum says.", ifPresent: { $0.row.fit }),
        PointFields.reason { $0.row.reason },
        PointInput.field { $0.input },
    ]
}

extension PointRow.FitOfRow: StreamedRecord {
    public static let fields: [Field<Self>] = [
        FitOfPointFields.chi2 { $0.chi2 }, FitOfPointFields.deltaChi2 { $0.deltaChi2 },
        FitOfPointFields.ratio { $0.ratio.ifFinite }, FitOfPointFields.amplitude { $0.amplitude },
        FitOfPointFields.gamma { $0.gamma.ifFinite }, SpectrumValueRecord.field { $0.spectrumValues },
    ]
}

/// What every answer about points says of them, under one name.
enum PointFields {
    static func mass<Root>(_ value: @escaping @Sendable (Root) -> Double) -> Field<Root> {
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.", value)
    }

    static func coupling<Root>(_ value: @escaping @Sendable (Root) -> Double) -> Field<Root> {
        Field("coupling", "Gauge coupling g′.", value)
    }

    static func standing<Root>(_ value: @escaping @Sendable (Root) -> Standing) -> Field<Root> {
        Field("standing", words: Standing.allCases.map(\.rawValue), "What the bounds that decide say together.") {
            value($0).rawValue
        }
    }

    static func excludedBy<Root>(_ stems: @escaping @Sendable (Root) -> [String]) -> Field<Root> {
        Field("excluded_by", "Stems of the deciding bounds that exclude the point, the strongest first.", stems)
    }

    static func deciding<Root>(_ count: @escaping @Sendable (Root) -> Int) -> Field<Root> {
        Field("deciding_bounds", "The number of bounds that decide.", count)
    }

    static func speaking<Root>(_ count: @escaping @Sendable (Root) -> Int) -> Field<Root> {
        Field("speaking_bounds", "How many of them say anything of this point; the others are silent.", count)
    }

    static func limiting<Root>(_ count: @escaping @Sendable (Root) -> Int) -> Field<Root> {
        Field(
            "limiting_bounds",
            "How many bounds that decide limit the coupling at this mass: where none does, allowed is said of any coupling.",
            count)
    }

    static func reason<Root>(_ words: @escaping @Sendable (Root) -> String?) -> Field<Root> {
        Field(
            "reason", "What is to be known beside: a bound that failed, no χ², no limit on the coupling.",
            ifPresent: words)
    }

    static func failed<Root>(_ stems: @escaping @Sendable (Root) -> [String]) -> Field<Root> {
        Field("failed", "Stems of deciding bounds that could not be evaluated.", stems)
    }
}

/// What every answer says of IceCube's spectrum at a point.
enum FitOfPointFields {
    static func chi2<Root>(_ value: @escaping @Sendable (Root) -> Double) -> Field<Root> {
        Field("chi2", "χ² at the amplitude and index below.", value)
    }

    static func deltaChi2<Root>(_ value: @escaping @Sendable (Root) -> Double) -> Field<Root> {
        Field("delta_chi2", "χ² minus that without a Z′ under the same treatment.", value)
    }

    static func ratio<Root>(_ value: @escaping @Sendable (Root) -> Double?) -> Field<Root> {
        Field(
            "R", "χ² per degree of freedom over that of the Standard Model; null with too few points.", value)
    }

    static func amplitude<Root>(_ value: @escaping @Sendable (Root) -> Double) -> Field<Root> {
        Field("amplitude", unit: "1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹", "Flux per flavour at 100 TeV without interaction.", value)
    }

    static func gamma<Root>(_ value: @escaping @Sendable (Root) -> Double?) -> Field<Root> {
        Field("gamma", "Spectral index; null where the spectrum of the sources has no γ.", value)
    }
}
