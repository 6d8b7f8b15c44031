import CurveFormats
import Yams

/// What a map's `summary.json` says of how it was made, so that it can be made again.
public struct RecordedRun: Sendable, Hashable {
    public var scenario: Scenario
    /// nil: another answer than a map, which has none.
    public var plane: Plane?
    /// Whether its figure shows projections; nil: another answer than a map.
    public var showsProjections: Bool?
    /// The SHA-256 of the document of each bound, in hexadecimal digits, by stem.
    public var digests: [String: String]

    /// The points of a map.
    public struct Plane: Sendable, Hashable {
        public var columns: Int
        public var rows: Int
        /// [MeV]
        public var masses: ClosedRange<Double>
        public var couplings: ClosedRange<Double>
    }

    /// A few hundred bounds with all that is said of them [bytes].
    public static var greatestSize: Int { 1 << 20 }

    /// Reads an answer that holds a scenario.
    ///
    /// JSON is YAML, so that the scenario in it is read by the same rules as one in a file of its own.
    /// - Throws: ``ScenarioError``
    public init(json: [UInt8]) throws(ScenarioError) {
        guard json.count <= Self.greatestSize else {
            throw .tooLarge(bytes: json.count, limit: Self.greatestSize)
        }
        do throws(FormatFault) { try BoundedYAML.check(json) } catch {
            if case .anchor = error { throw .usesAnchors }
            throw .notYAML(reason: error.explanation)
        }
        let root: Node?
        do { root = try compose(yaml: String(decoding: json, as: UTF8.self)) } catch {
            throw .notYAML(reason: "\(error)")
        }
        guard let root, let scenario = root["scenario"], scenario.mapping != nil else {
            throw .missing(path: "scenario", expected: "the scenario of a map's summary.json")
        }
        self.scenario = try ScenarioReader(root: scenario).scenario()
        plane = try root["grid"].map { node throws(ScenarioError) in try Plane(node) }
        showsProjections = try root["shows_projections"].map { node throws(ScenarioError) in
            guard let shows = node.bool else {
                throw .missing(path: "shows_projections", expected: "true or false")
            }
            return shows
        }
        digests = try Self.digests(root["bounds"])
    }

    private static func digests(_ bounds: Node?) throws(ScenarioError) -> [String: String] {
        var digests: [String: String] = [:]
        for (index, bound) in (bounds?.array() ?? []).enumerated() {
            guard let stem = bound["stem"]?.string, let digest = bound["sha256"]?.string else {
                throw .missing(path: "bounds[\(index)].sha256", expected: "the SHA-256 of the bound's document")
            }
            digests[stem] = digest
        }
        return digests
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

/// Why an earlier answer can't be made again.
public enum RecordedRunError: Error, Sendable, Hashable {
    /// A bound's document is not at hand.
    case missingDocument(stem: String)
    /// It is another one; the digests are SHA-256.
    case otherDocument(stem: String, recorded: String, found: String)
}
