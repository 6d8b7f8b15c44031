import ConstraintKit
import VOTable

/// The facts about a data set that its document gives beside the segments.
struct DataSetFacts {
    let stem: String
    /// The nearest to the table first.
    let params: [Param]

    /// A text; nil where it is missing or empty.
    func text(_ name: String) -> String? {
        guard let value = params.first(where: { $0.name == name })?.value, !value.isEmpty else { return nil }
        return value
    }

    /// One of a few words; nil where it is missing.
    func choice<Choice: RawRepresentable>(_ name: String) throws(DataSetError) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .unusableParameter(stem: stem, name: name, text: text)
        }
        return choice
    }

    /// A boolean; false where it is missing.
    func flag(_ name: String) throws(DataSetError) -> Bool {
        guard let text = text(name) else { return false }
        switch text.lowercased() {
        case "t", "true", "1": return true
        case "f", "false", "0": return false
        default: throw .unusableParameter(stem: stem, name: name, text: text)
        }
    }

    func channel() throws(DataSetError) -> Channel {
        guard let channel: Channel = try choice("channel") else {
            throw .parameterMissing(stem: stem, name: "channel")
        }
        return channel
    }

    /// A level the source does not state is not guessed: no treatment of limits needs it.
    func confidenceLevel() throws(DataSetError) -> ConfidenceLevel {
        let name = "confidence_level"
        guard let param = params.first(where: { $0.name == name }) else { return .notStated }
        let number: Double
        do { number = try param.number() } catch {
            throw .unusableParameter(stem: stem, name: name, text: param.value)
        }
        return .stated(param.unit == "%" ? number / 100 : number)
    }

    /// References from INFO elements, `reference_1_arxiv` and so on, in the order of their first mention.
    static func references(_ infos: [Info]) -> [Reference] {
        var order: [Substring] = []
        var found: [Substring: Reference] = [:]
        for info in infos {
            let parts = info.name.split(separator: "_", maxSplits: 2)
            guard parts.count == 3, parts[0] == "reference", !info.value.isEmpty else { continue }
            if found[parts[1]] == nil { order.append(parts[1]) }
            var reference = found[parts[1]] ?? Reference(citation: "")
            // A key of somebody else's tells nothing that is cited.
            _ = reference.take(info.value, as: String(parts[2]))
            found[parts[1]] = reference
        }
        return order.compactMap { found[$0] }
    }
}
