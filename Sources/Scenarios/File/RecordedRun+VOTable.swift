import CurveFormats
import Files
import VOTable
import Yams

// A map's table says what its summary says of how it was made, under the same names: a PARAM for each choice, an INFO for
// each digest.

extension RecordedRun {
    /// Reads what ``params`` and ``infos`` wrote.
    ///
    /// - Parameters:
    ///   - document: the table of a map, or what another program has kept of it.
    ///   - find: where the files lie that it names.
    /// - Throws: ``ScenarioError``
    public init(_ document: VOTableDocument, finding find: FileFinder = { $0 }) throws(ScenarioError) {
        let resources = document.resources
        let params = document.params + resources.flatMap(\.params) + document.tables.flatMap(\.params)
        let infos = document.infos + resources.flatMap(\.infos) + document.tables.flatMap(\.infos)
        let said = params.filter { $0.name.hasPrefix(Self.prefix) }
        guard !said.isEmpty else { throw .noScenario(answer: nil, name: nil) }
        do throws(ScenarioError) {
            self.init(
                scenario: try ScenarioReader(root: try Self.root(said).finding(find)).scenario(), inputs: RunInputs())
        } catch {
            // A place within a PARAM would be taken for one in the document.
            if case .at(_, let fault) = error { throw fault }
            throw error
        }
        for info in infos {
            guard let kind = InputKind(rawValue: info.name) else { continue }
            let name = kind == .input ? RunInputs.found(info.text, find) : info.text
            try inputs?.keep(info.value, in: kind.part, of: name, path: info.name)
        }
        guard params.contains(where: { $0.name.hasPrefix("grid.") }) else { return }
        plane = try Plane(params)
        showsProjections = try params.first { $0.name == Self.projections }.map { param throws(ScenarioError) in
            guard let shows = ["true": true, "false": false][param.value] else {
                throw .missing(path: Self.projections, expected: "true or false")
            }
            return shows
        }
    }

    /// What a map's table says of how it was made. What the scenario leaves open is left out.
    public var params: [Param] {
        var params = ScenarioChoice.all.compactMap { $0.param(of: scenario) }
        if let showsProjections {
            params.append(
                Param(
                    VOTableField(
                        name: Self.projections, datatype: .boolean, description: "Whether the figure shows projections"),
                    value: showsProjections ? "true" : "false"))
        }
        return params + (plane?.params ?? [])
    }

    /// The digests of what it was made from.
    public var infos: [Info] {
        InputKind.allCases.flatMap { kind in
            (inputs?[keyPath: kind.part] ?? [:]).sorted { $0.key < $1.key }.map { name, digest in
                Info(name: kind.rawValue, value: digest.hexadecimal, text: name)
            }
        }
    }

    static let prefix = "scenario."
    private static let projections = "shows_projections"

    /// The choices as a scenario's file has them, so that they are read by the same rules.
    private static func root(_ params: [Param]) throws(ScenarioError) -> Node {
        var top: [(Node, Node)] = []
        var sections: [(name: String, members: [(Node, Node)])] = []
        for param in params {
            let path = param.name.dropFirst(prefix.count).split(separator: ".", maxSplits: 1).map(String.init)
            let value = try node(param)
            guard path.count == 2 else {
                top.append((Node(path.first ?? ""), value))
                continue
            }
            if let index = sections.firstIndex(where: { $0.name == path[0] }) {
                sections[index].members.append((Node(path[1]), value))
            } else {
                sections.append((path[0], [(Node(path[1]), value)]))
            }
        }
        top += sections.map { (Node($0.name), Node($0.members)) }
        return Node(top)
    }

    private static func node(_ param: Param) throws(ScenarioError) -> Node {
        let path = String(param.name.dropFirst(prefix.count))
        guard let choice = ScenarioChoice.all.first(where: { $0.path == path }), choice.form != .single else {
            // In quotes: what stands in a PARAM is a value, whatever YAML would take it for.
            return Node(param.value, Tag(.str), .doubleQuoted)
        }
        let bytes = Array(param.value.utf8)
        do throws(FormatFault) {
            try BoundedYAML.check(bytes)
            if let node = try BoundedYAML.rootWithPlaces(of: bytes, resolver: .default) { return node }
        } catch { throw .wrongValue(path: path, found: param.value, expected: choice.expected) }
        throw .wrongValue(path: path, found: param.value, expected: choice.expected)
    }
}

/// The parts of ``RunInputs``, as INFOs call them.
private enum InputKind: String, CaseIterable {
    case document, code, input

    var part: WritableKeyPath<RunInputs, [String: SHA256]> {
        switch self {
        case .document: \.documents
        case .code: \.code
        case .input: \.files
        }
    }
}

extension ScenarioChoice {
    /// What a scenario has chosen as a PARAM; nil where it leaves that open.
    fileprivate func param(of scenario: Scenario) -> Param? {
        guard let value = write(scenario) else { return nil }
        let (name, description) = (RecordedRun.prefix + path, "The \(noun)")
        switch value {
        case .number(let number): return Param(name, number: number, unit: unit ?? "", description: description)
        case .text(let text): return Param(name, text: text, description: description)
        case .list, .groups: return Param(name, text: value.flowText, description: description)
        }
    }
}

extension RecordedRun.Plane {
    fileprivate var params: [Param] {
        func range(_ name: String, _ range: ClosedRange<Double>, unit: String, _ description: String) -> Param {
            let ends = [range.lowerBound, range.upperBound].map { DecimalText.text(of: $0) }
            return Param(
                VOTableField(name: name, arraysize: .fixed(2), unit: unit, description: description),
                value: ends.joined(separator: " "))
        }
        func count(_ name: String, _ count: Int, _ description: String) -> Param {
            Param(VOTableField(name: name, datatype: .int, description: description), value: String(count))
        }
        return [
            count("grid.columns", columns, "The number of masses"),
            count("grid.rows", rows, "The number of couplings"),
            range("grid.mass_MeV", masses, unit: "MeV", "The first and the last mass"),
            range("grid.coupling", couplings, unit: "", "The first and the last coupling"),
        ]
    }

    fileprivate init(_ params: [Param]) throws(ScenarioError) {
        func value(_ name: String) -> String { params.first { $0.name == "grid.\(name)" }?.value ?? "" }
        func count(_ name: String) throws(ScenarioError) -> Int {
            guard let count = Int(value(name)) else {
                throw .missing(path: "grid.\(name)", expected: "a number of points")
            }
            return count
        }
        func range(_ name: String) throws(ScenarioError) -> ClosedRange<Double> {
            let ends = value(name).split(separator: " ").compactMap { DecimalText.finiteNumber($0) }
            guard ends.count == 2, ends[0] < ends[1] else {
                throw .missing(path: "grid.\(name)", expected: "two rising numbers")
            }
            return ends[0]...ends[1]
        }
        self.init(
            columns: try count("columns"), rows: try count("rows"), masses: try range("mass_MeV"),
            couplings: try range("coupling"))
    }
}
