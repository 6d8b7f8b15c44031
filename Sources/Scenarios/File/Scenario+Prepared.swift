import Files

// A scenario made ready: the choices in which it differs from one that chooses nothing, as its file would hold them.

extension Scenario {
    /// Made ready, for ``init(_:)``; nil where that would not make this very scenario again.
    func prepared() -> [UInt8]? {
        let (choices, undecided) = (ScenarioChoice.all, Scenario.undecided)
        var made = PreparedWriter()
        let places = choices.indices.filter { choices[$0].write(self) != choices[$0].write(undecided) }
        made.put(all: places) { writer, place in
            writer.put(place)
            writer.put(ifAny: choices[place].write(self)) { $0.put(value: $1) }
        }
        let isWhole = made.bytes.withUnsafeBytes { bytes in
            var reader = PreparedReader(bytes)
            guard case .success(let read) = Result(catching: { try Scenario(&reader) }) else { return false }
            return read == self && reader.isAtTheEnd
        }
        return isWhole ? made.bytes : nil
    }

    /// Takes what ``prepared()`` gave.
    init(_ reader: inout PreparedReader) throws(PreparedReader.Fault) {
        self = .undecided
        let choices = ScenarioChoice.all
        for _ in 0..<(try reader.count()) {
            let place = try reader.count()
            guard choices.indices.contains(place) else { throw .unusableValue }
            let value = try reader.ifAny { reader throws(PreparedReader.Fault) in try reader.scenarioValue() }
            guard let value, case .success(true) = Result(catching: { try choices[place].read(value, &self) }) else {
                throw .unusableValue
            }
        }
    }
}

extension PreparedWriter {
    fileprivate mutating func put(value: ScenarioValue) {
        switch value {
        case .text, .number:
            put(oneOf: PreparedForm.text)
            put(value.text)
        case .list(let names):
            put(oneOf: PreparedForm.list)
            put(all: names) { $0.put($1) }
        case .groups(let groups):
            put(oneOf: PreparedForm.groups)
            put(all: groups) { writer, group in
                writer.put(group.name)
                writer.put(ifAny: group.counts)
                writer.put(all: group.others) { $0.put($1) }
            }
        }
    }
}

extension PreparedReader {
    fileprivate mutating func scenarioValue() throws(Fault) -> ScenarioValue {
        switch try oneOf() as PreparedForm {
        case .text: .text(try text())
        case .list: .list(try texts())
        case .groups:
            .groups(
                try all { reader throws(Fault) in
                    .init(name: try reader.text(), counts: try reader.textIfAny(), others: try reader.texts())
                })
        }
    }

    private mutating func texts() throws(Fault) -> [String] { try all { reader throws(Fault) in try reader.text() } }
}

/// The forms of a ``ScenarioValue`` in a file, where a number is a text.
private enum PreparedForm: CaseIterable { case text, list, groups }
