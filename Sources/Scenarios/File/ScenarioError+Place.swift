import CurveFormats
import Yams

extension ScenarioError {
    /// The same with its place in the file, where it names one that is there.
    func located(in root: Node) -> ScenarioError {
        guard let path = path(in: root), let place = YAMLPlace(of: path, in: root) else { return self }
        return .at(place, self)
    }

    private func path(in root: Node) -> String? {
        switch self {
        case .missing(let path, _), .wrongValue(let path, _, _), .unknownKey(let path, _, _),
            .contradiction(let path, _), .unusableChoice(let path, _):
            return path
        case .duplicate(let path, let stem):
            let names = root[path]?.sequence?.map(\.string) ?? []
            return names.lastIndex(of: stem).map { "\(path)[\($0)]" } ?? path
        case .tooLarge, .notYAML, .usesAnchors, .noScenario, .at: return nil
        }
    }
}
