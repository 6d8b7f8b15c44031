import Files

/// What an answer says of how it was made, so that it can be made again.
public struct RecordedRun: Sendable, Hashable {
    public var scenario: Scenario
    /// nil: another answer than a map, which has none.
    public var plane: Plane?
    /// Whether its figure shows projections; nil: another answer than a map.
    public var showsProjections: Bool?
    /// nil: a scenario alone, of which nothing was made.
    public var inputs: RunInputs?

    /// The points of a map.
    public struct Plane: Sendable, Hashable {
        public var columns: Int
        public var rows: Int
        /// [MeV]
        public var masses: ClosedRange<Double>
        public var couplings: ClosedRange<Double>

        init(columns: Int, rows: Int, masses: ClosedRange<Double>, couplings: ClosedRange<Double>) {
            self.columns = columns
            self.rows = rows
            self.masses = masses
            self.couplings = couplings
        }

        /// Those of a grid, whose ends are those that were asked for to the last bit.
        public init(_ grid: MapGrid) {
            self.init(
                columns: grid.masses.count, rows: grid.couplings.count,
                masses: grid.masses[0].inMeV...grid.masses[grid.masses.count - 1].inMeV,
                couplings: grid.couplings[0].value...grid.couplings[grid.couplings.count - 1].value)
        }
    }

    public init(scenario: Scenario, plane: Plane? = nil, showsProjections: Bool? = nil, inputs: RunInputs? = nil) {
        self.scenario = scenario
        self.plane = plane
        self.showsProjections = showsProjections
        self.inputs = inputs
    }

    /// A few hundred bounds with all that is said of them [bytes].
    public static var greatestSize: Int { 1 << 20 }
}

extension RunInputs {
    /// Where a file lies that an answer names; the name of a data set stays what it is.
    static func found(_ name: String, _ find: FileFinder) -> String { TextFile.isPath(name) ? find(name) : name }

    /// Keeps a digest that an answer holds as text.
    /// - Throws: ``ScenarioError`` where it is none.
    mutating func keep(
        _ text: String?, in part: WritableKeyPath<RunInputs, [String: SHA256]>, of name: String, path: String
    ) throws(ScenarioError) {
        guard let text, let digest = SHA256(hexadecimal: text) else {
            throw .missing(path: path, expected: "a SHA-256 in 64 hexadecimal digits")
        }
        self[keyPath: part][name] = digest
    }
}
