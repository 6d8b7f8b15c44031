import BundledData
import Files

extension Scenario {
    /// The names of the scenarios that ship, the default first.
    public static var shippedNames: [String] {
        let names = bundledFiles.compactMap { $0.scenarioName }
        return names.filter { $0 == "paper" } + names.filter { $0 != "paper" }
    }

    /// A scenario that ships; where the program carries it made ready, its text is not read.
    ///
    /// - Throws: ``ScenarioLibraryError/unknown(name:known:)``
    public static func shipped(_ name: String) throws -> Scenario {
        guard let file = bundledFiles.first(where: { $0.scenarioName == name }) else {
            throw ScenarioLibraryError.unknown(name: name, known: shippedNames)
        }
        let source = file.text.withUTF8Buffer { Array($0) }
        let ready = PreparedFiles(PreparedBytes.ofProgram).value(of: file.path.description, source: source) {
            reader throws(PreparedReader.Fault) in try Scenario(&reader)
        }
        return try ready ?? Scenario(yaml: source)
    }

    /// The scenarios that ship, made ready for a program that carries the same files.
    /// - Throws: ``ScenarioError``
    public static func prepared() throws -> [PreparedFiles.Entry] {
        try bundledFiles.filter { $0.scenarioName != nil }.compactMap { file in
            let source = file.text.withUTF8Buffer { Array($0) }
            return try Scenario(yaml: source).prepared().map {
                .init(path: file.path.description, source: source, contents: $0)
            }
        }
    }
}

/// Why a scenario is not to be had.
public enum ScenarioLibraryError: Error, Sendable, Hashable {
    /// No scenario that ships has this name; `known` are those there are.
    case unknown(name: String, known: [String])
}

extension BundledFile {
    /// The name of the scenario that the file holds; nil for any other file.
    fileprivate var scenarioName: String? {
        let path = self.path.description
        guard path.hasPrefix("scenarios/"), path.hasSuffix(".yaml") else { return nil }
        return String(path.dropFirst("scenarios/".count).dropLast(".yaml".count))
    }
}
