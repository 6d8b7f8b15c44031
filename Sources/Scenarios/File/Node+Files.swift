import Files
import Yams

/// Where a file lies that an earlier answer names: another path for the same name, or the name itself.
public typealias FileFinder = (_ name: String) -> String

extension Node {
    /// A scenario with the files that it names where they are found: those of choices that may name one, the data of IceCube
    /// and what is laid over the bounds. What is no path is a name, and stays one.
    func finding(_ find: FileFinder) -> Node {
        var scenario = self
        for choice in ScenarioChoice.all where choice.readsFiles || choice.path == ScenarioChoice.data.path {
            scenario.replace(choice) { TextFile.isPath($0) ? find($0) : $0 }
        }
        scenario.replace(.overlays, find)
        return scenario
    }

    /// Every text of a choice, be it one or a list, by another.
    private mutating func replace(_ choice: ScenarioChoice, _ text: (String) -> String) {
        guard var top = mapping else { return }
        if let section = choice.section?.rawValue {
            guard var members = top[Node(section)]?.mapping, let value = members[Node(choice.key)] else { return }
            members[Node(choice.key)] = value.replacing(text)
            top[Node(section)] = .mapping(members)
        } else {
            guard let value = top[Node(choice.key)] else { return }
            top[Node(choice.key)] = value.replacing(text)
        }
        self = .mapping(top)
    }

    /// The texts in it by others, each at its place in the file.
    private func replacing(_ text: (String) -> String) -> Node {
        switch self {
        case .scalar(let scalar):
            return .scalar(.init(text(scalar.string), scalar.tag, scalar.style, scalar.mark))
        case .sequence(let sequence):
            return .sequence(.init(sequence.map { $0.replacing(text) }, sequence.tag, sequence.style, sequence.mark))
        case .mapping, .alias: return self
        }
    }
}
