import VOTable

/// The value of a choice, as files and answers hold it.
public enum ScenarioValue: Sendable, Hashable {
    case text(String)
    case number(Double)
    case list([String])
    case groups([Scenario.Alternatives])

    /// Where there is one.
    static func number(_ value: Double?) -> ScenarioValue? { value.map { .number($0) } }

    /// A number that can be computed with; nil for what is none.
    /// - Parameter noun: what it is a number of, for a message.
    /// - Throws: ``ChoiceError/outOfRange(noun:value:allowed:)``
    func number(_ noun: String, within allowed: ClosedRange<Double>) throws(ChoiceError) -> Double? {
        guard let number = finiteNumber else { return nil }
        guard allowed.contains(number) else { throw .outOfRange(noun: noun, value: number, allowed: allowed) }
        return number
    }

    /// In one line, as an option or a file takes it.
    public var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): DecimalText.text(of: number)
        case .list(let names): names.joined(separator: ",")
        case .groups(let groups): groups.map(\.name).joined(separator: ",")
        }
    }
}
