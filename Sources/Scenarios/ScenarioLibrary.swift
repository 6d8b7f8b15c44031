import BundledData

extension Scenario {
    /// The names of the scenarios that ship, the default first.
    public static var shippedNames: [String] {
        let names = bundledFiles.compactMap { $0.scenarioName }
        return names.filter { $0 == "paper" } + names.filter { $0 != "paper" }
    }

    /// A scenario that ships.
    ///
    /// - Throws: ``ScenarioLibraryError/unknown(name:known:)``
    public static func shipped(_ name: String) throws -> Scenario {
        guard let file = bundledFiles.first(where: { $0.scenarioName == name }) else {
            throw ScenarioLibraryError.unknown(name: name, known: shippedNames)
        }
        return try Scenario(yaml: file.text.description)
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
