import CurveFormats
import Files
import IceCubeFit
import NumericalMethods
import Scenarios
import Yams

extension ScanPlan {
    /// The most bytes a plan may have: fifty times a long one.
    public static let greatestSize = 65_536

    /// Reads a plan. Every key is checked; what a choice of a scenario may be is told when the scenario is made.
    /// - Throws: ``ScanPlanError``
    public init(yaml bytes: [UInt8]) throws(ScanPlanError) {
        let root: Node
        do throws(FormatFault) {
            try BoundedYAML.check(bytes)
            root = try BoundedYAML.rootWithPlaces(of: bytes) ?? ""
        } catch {
            if case .anchor(let line) = error { throw .usesAnchors(line: line) }
            throw .notYAML(reason: error.explanation)
        }
        let top = try PlanSection(
            root, path: "",
            keys: [
                "scenario", "choices", "method", "points", "block", "seed", "parameters", "toys", "ensemble", "profile",
            ])
        scenario = try top.require(top.text("scenario"), "scenario", expected: "a scenario's name or file")
        let choices = try top.section("choices", keys: nil)
        var chosen: [Choice] = []
        for path in choices?.keys ?? [] {
            guard Self.numbersAndWords.contains(path) else {
                throw .unknownKey(path: "choices.\(path)", nearest: Self.nearest(path), known: Self.numbersAndWords)
            }
            chosen.append(
                Choice(
                    path: path,
                    value: try top.require(try choices?.text(path), "choices.\(path)", expected: "a word or a number")))
        }
        self.choices = chosen
        method = try top.require(
            top.word("method"), "method", expected: Method.allCases.map(\.rawValue).joined(separator: ", "))
        seed = UInt64(try top.count("seed", in: 0...Int(Int32.max)) ?? 1)
        parameters = try Self.parameters(top, method)
        let points = try top.count("points", in: 1...Self.greatestRows)
        let asked = try top.count("block", in: 1...Self.greatestBlock)
        switch method {
        case .grid, .profile:
            guard points == nil else {
                throw top.wrong("points", expected: "left out: a grid has the product of its counts")
            }
            rows = try Self.product(parameters)
            profile = try method == .profile ? Self.profile(top, parameters) : nil
        case .random, .toys: rows = try top.require(points, "points", expected: "how many there are to be")
        case .ensemble:
            guard points == nil else { throw top.wrong("points", expected: "left out: 'ensemble' says how many steps") }
            let plan = try EnsemblePlan(top, parameters: parameters.count, block: asked)
            let (blocks, each) = (plan.chains * (plan.burnBlocks + plan.blocks), plan.rows)
            guard blocks <= Self.greatestRows / each else {
                throw .tooMany(what: "rows", found: blocks * each, limit: Self.greatestRows)
            }
            (ensemble, rows) = (plan, blocks * each)
        }
        if method == .random, rows > Int(UInt32.max) {
            throw .tooMany(what: "points", found: rows, limit: Int(UInt32.max))
        }
        block =
            ensemble?.rows ?? asked
            ?? Self.usualBlock(method, rows: rows, parameters)
        toys = try method == .toys ? Self.toys(top) : nil
        if method != .toys, try top.section("toys", keys: nil) != nil {
            throw top.wrong("toys", expected: "left out: the method is \(method.rawValue)")
        }
        if method != .ensemble, try top.section("ensemble", keys: nil) != nil {
            throw top.wrong("ensemble", expected: "left out: the method is \(method.rawValue)")
        }
        if method != .profile, try top.section("profile", keys: nil) != nil {
            throw top.wrong("profile", expected: "left out: the method is \(method.rawValue)")
        }
        guard blockCount <= Self.greatestBlockCount else {
            throw .tooMany(what: "blocks", found: blockCount, limit: Self.greatestBlockCount)
        }
        try refuseStatementsOfOneThing()
    }

    /// The choices of one word or number that a scenario's bounds and transport are made from. Those of the list of bounds itself
    /// are not among them: some take documents that are made for them, which a scenario's file has.
    private static let numbersAndWords: [String] = {
        let single = [ScenarioChoice.solver, .tolerance, .combination].map(\.path)
        return ScenarioChoice.all.filter { $0.form == .single && ($0.section != nil || single.contains($0.path)) }.map(
            \.path)
    }()

    /// One whose last part is the same, or that is written alike.
    private static func nearest(_ path: String) -> String? {
        let last = path.split(separator: ".").last
        return numbersAndWords.first { $0.split(separator: ".").last == last }
            ?? nearestName(to: path, among: numbersAndWords)
    }

    private static func parameters(_ top: PlanSection, _ method: Method) throws(ScanPlanError) -> [ScanParameter] {
        let section = try top.require(
            top.section("parameters", keys: nil), "parameters",
            expected: "mass_MeV, coupling and others with their ranges")
        var parameters: [ScanParameter] = []
        let needed = [ScanParameter.mass, ScanParameter.coupling]
        let others = numbersAndWords.filter {
            !method.ownParameters.contains(String($0.split(separator: ".").last ?? ""))
        }
        let own = needed + method.ownParameters + ScanParameter.spectrumNames
        for name in section.keys {
            guard own.contains(name) || method != .toys && others.contains(name) else {
                let known = own + (method == .toys ? [] : others)
                // `icecube.gamma` is a parameter of its own in some methods.
                let meant = own.first { name.hasSuffix(".\($0)") } ?? nearestName(to: name, among: known)
                throw .unknownKey(path: section.place(name), nearest: meant, known: known)
            }
            parameters.append(try parameter(name, section, method))
        }
        for name in needed where !parameters.contains(where: { $0.name == name }) {
            throw .missing(path: section.place(name), expected: "a range: {from: …, to: …, scale: log}")
        }
        guard parameters.count <= SobolSequence.greatestDimension else {
            throw .tooMany(what: "parameters", found: parameters.count, limit: SobolSequence.greatestDimension)
        }
        return parameters
    }

    private static func parameter(
        _ name: String, _ parameters: PlanSection, _ method: Method
    ) throws(ScanPlanError) -> ScanParameter {
        let keys = ["from", "to", "scale", "mean", "sigma", "count"] + (method == .profile ? ["profiled"] : [])
        guard let section = try parameters.section(name, keys: keys) else {
            throw .missing(path: parameters.place(name), expected: "a range")
        }
        enum Scale: String, CaseIterable { case linear, log }
        let distribution: ScanParameter.Distribution
        if let mean = try section.number("mean") {
            let sigma = try section.require(try section.number("sigma"), "sigma", expected: "a width above zero")
            guard sigma > 0 else { throw section.wrong("sigma", expected: "a width above zero") }
            for key in ["from", "to", "scale"] where try section.text(key) != nil {
                throw section.wrong(key, expected: "left out beside a mean")
            }
            distribution = .normal(mean: mean, sigma: sigma)
        } else {
            let from = try section.require(try section.number("from"), "from", expected: "the least value")
            let to = try section.require(try section.number("to"), "to", expected: "the greatest value")
            guard from < to else { throw section.wrong("to", expected: "more than \(from)") }
            if name == ScanParameter.amplitude, from < 0 { throw section.wrong("from", expected: "zero or above") }
            guard from > 0 || ![ScanParameter.mass, ScanParameter.coupling].contains(name) else {
                throw section.wrong("from", expected: "above zero")
            }
            switch try section.word("scale") ?? Scale.linear {
            case .linear: distribution = .linear(from: from, to: to)
            case .log:
                guard from > 0 else { throw section.wrong("from", expected: "above zero on a scale of logarithms") }
                distribution = .logarithmic(from: from, to: to)
            }
        }
        let count = try section.count("count", in: 2...FitSpace.greatestCount)
        enum Answer: String, CaseIterable {
            case yes = "true"
            case no = "false"
        }
        let answer: Answer? = try section.word("profiled")
        let hasGrid = method.isGrid ?? answer.map { $0 == .no } ?? (count != nil)
        guard !hasGrid || count != nil else {
            throw .missing(
                path: section.place("count"), expected: "how many values the grid takes, both ends among them")
        }
        if !hasGrid, count != nil {
            let why = method == .profile ? "the parameter is profiled" : "points are random"
            throw section.wrong("count", expected: "left out: \(why)")
        }
        if method == .profile, hasGrid, case .normal = distribution {
            throw section.wrong("mean", expected: "left out: the grid of a profile has 'from' and 'to'")
        }
        return ScanParameter(name: name, distribution: distribution, count: count)
    }
}
