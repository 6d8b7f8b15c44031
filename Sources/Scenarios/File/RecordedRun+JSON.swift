import CurveFormats
import Yams

extension RecordedRun {
    /// Reads an answer that holds a scenario: that of `map`, `fit` or `scenario show`.
    ///
    /// JSON is YAML, so that the scenario in it is read by the same rules as one in a file of its own.
    /// - Parameter find: where the files lie that it names.
    /// - Throws: ``ScenarioError``
    public init(json: [UInt8], finding find: FileFinder = { $0 }) throws(ScenarioError) {
        guard json.count <= Self.greatestSize else {
            throw .tooLarge(bytes: json.count, limit: Self.greatestSize)
        }
        let root: Node?
        do throws(FormatFault) {
            try BoundedYAML.check(json)
            root = try BoundedYAML.rootWithPlaces(of: json, resolver: .default)
        } catch {
            if case .anchor(let line) = error { throw .at(.init(line: line), .usesAnchors) }
            throw .notYAML(reason: error.explanation)
        }
        guard let root, root.mapping != nil else { throw .noScenario(answer: nil, name: nil) }
        let answer = root["schema"]?.string.flatMap { $0.split(separator: "/").first.map(String.init) }
        guard let scenario = root["scenario"] else {
            guard root["bounds"] != nil, root["icecube"] != nil else { throw .noScenario(answer: answer, name: nil) }
            self.init(scenario: try ScenarioReader(root: root.without("schema").finding(find)).scenario())
            return
        }
        guard scenario.mapping != nil else { throw .noScenario(answer: answer, name: scenario.string) }
        self.init(scenario: try ScenarioReader(root: scenario.finding(find)).scenario())
        do throws(ScenarioError) {
            plane = try root["grid"].map { node throws(ScenarioError) in try Plane(node) }
            showsProjections = try root["shows_projections"].map { node throws(ScenarioError) in
                guard let shows = node.bool else {
                    throw .missing(path: "shows_projections", expected: "true or false")
                }
                return shows
            }
            inputs = try RunInputs(root, finding: find)
        } catch {
            throw error.located(in: root)
        }
    }
}

extension Node {
    /// A mapping without one of its keys.
    fileprivate func without(_ key: String) -> Node {
        guard var mapping else { return self }
        mapping[Node(key)] = nil
        return .mapping(mapping)
    }
}

extension RunInputs {
    /// A map has its documents among what it says of the bounds, a fit by themselves.
    fileprivate init(_ root: Node, finding find: FileFinder) throws(ScenarioError) {
        self.init()
        for list in ["bounds", "documents"] {
            for (index, bound) in (root[list]?.array() ?? []).enumerated() {
                let place = "\(list)[\(index)]"
                guard let stem = bound["stem"]?.string else {
                    throw .missing(path: "\(place).stem", expected: "the stem of a bound")
                }
                try keep(bound["sha256"]?.string, in: \.documents, of: stem, path: "\(place).sha256")
                if let code = bound["code"] {
                    try keep(code["sha256"]?.string, in: \.code, of: stem, path: "\(place).code.sha256")
                }
            }
        }
        for (index, file) in (root["inputs"]?.array() ?? []).enumerated() {
            guard let name = file["name"]?.string else {
                throw .missing(path: "inputs[\(index)].name", expected: "the name of a data set or file")
            }
            try keep(file["sha256"]?.string, in: \.files, of: Self.found(name, find), path: "inputs[\(index)].sha256")
        }
    }
}

extension RecordedRun.Plane {
    fileprivate init(_ node: Node) throws(ScenarioError) {
        func count(_ key: String) throws(ScenarioError) -> Int {
            guard let count = node[key]?.string.flatMap({ Int($0) }) else {
                throw .missing(path: "grid.\(key)", expected: "a number of points")
            }
            return count
        }
        func range(_ key: String) throws(ScenarioError) -> ClosedRange<Double> {
            let ends = (node[key]?.array() ?? []).compactMap { $0.string.flatMap(Double.init) }
            guard ends.count == 2, ends[0] < ends[1] else {
                throw .missing(path: "grid.\(key)", expected: "two rising numbers")
            }
            return ends[0]...ends[1]
        }
        self.init(
            columns: try count("columns"), rows: try count("rows"), masses: try range("mass_MeV"),
            couplings: try range("coupling"))
    }
}
