import AllowedRegion
import Documents

/// What was found for a number of the spectrum of the sources that has a range.
struct SpectrumValueRecord: Record {
    let found: SpectrumValue

    static let fields: [Field<SpectrumValueRecord>] = [
        Field("name", "Of what it is, with its unit; a second of one kind has a number behind it.") { $0.found.name },
        Field("value", "What fits best.") { $0.found.value },
        Field("range", "Where it was searched.") { $0.found.parameter.range },
        Field("at_end_of_range", "Whether it is an end of that: then the data want another one.") {
            $0.found.isAtEnd
        },
    ]

    /// For the key `spectrum_parameters`, which is left out where no number has a range.
    static func field<Root>(
        _ name: String = "spectrum_parameters",
        _ meaning: String = "What was found for the numbers of the spectrum that have ranges.",
        _ values: @escaping @Sendable (Root) -> [SpectrumValue]
    ) -> Field<Root> {
        Field(
            name, meaning,
            ifPresent: { root in
                let values = values(root)
                return values.isEmpty ? nil : values.map(SpectrumValueRecord.init)
            })
    }
}

extension Wording {
    /// `break_GeV = 1.2e5, step = 0.8`; nil where no number has a range.
    static func values(_ found: [SpectrumValue]) -> String? {
        guard !found.isEmpty else { return nil }
        return found.map { "\($0.name) = \(NumberText.short($0.value, digits: 4))" }.joined(separator: ", ")
    }

    /// What was found for the numbers that have ranges, and what the data want of them; empty where none has one.
    static func sentences(_ found: [SpectrumValue]) -> [String] {
        guard let values = values(found) else { return [] }
        let ends = found.filter(\.isAtEnd).map(\.name)
        let end =
            ends.isEmpty
            ? "" : "; \(ends.joined(separator: " and ")) at the end of the range searched: the data want another one"
        return ["Found in the ranges of the spectrum: \(values)\(end)."]
    }
}
