import AllowedRegion
import Documents

/// What IceCube's data say with another spectrum of the sources.
struct OtherSpectrumRecord: Record {
    let answer: OtherSpectrumAnswer

    static let fields: [Field<OtherSpectrumRecord>] = [
        Field("spectrum", "The spectrum of the sources.") { $0.answer.spectrum },
        Field("chi2", "χ² with the amplitude profiled, and the index where it is a power law.") { $0.answer.chi2 },
        Field("delta_chi2", "χ² minus that without a Z′ with the same spectrum, fitted anew.") {
            $0.answer.deltaChi2
        },
        Field("amplitude", unit: "1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹", "Flux per flavour at 100 TeV without interaction.") {
            $0.answer.amplitude
        },
        Field("gamma", "Spectral index; null where it has none.") { $0.answer.gamma },
        SpectrumValueRecord.field { $0.answer.spectrumValues },
        Field("caveats", "What limits the meaning of these numbers because of the spectrum.") {
            $0.answer.caveats.map(Wording.sentence)
        },
    ]

    /// For the key `other_spectrum`.
    static func field<Root>(_ other: @escaping @Sendable (Root) -> OtherSpectrumAnswer?) -> Field<Root> {
        Field("other_spectrum", "The same with the spectrum that the scenario compares beside its own; null: none.") {
            other($0).map(OtherSpectrumRecord.init)
        }
    }
}

/// Data that their source calls provisional.
enum ProvisionalData {
    /// For the key `provisional`.
    static func field<Root>(_ stems: @escaping @Sendable (Root) -> [String]) -> Field<Root> {
        Field("provisional", "The stems of data that their source calls provisional.", stems)
    }
}
