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
        do throws(FormatFault) { try BoundedYAML.check(bytes) } catch {
            if case .anchor(let line) = error { throw .usesAnchors(line: line) }
            throw .notYAML(reason: error.explanation)
        }
        let root: Node
        do {
            root = try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic).singleRoot() ?? ""
        } catch { throw .notYAML(reason: "\(error)") }
        let top = try PlanSection(
            root, path: "",
            keys: ["scenario", "choices", "method", "points", "block", "seed", "parameters", "toys", "ensemble"])
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
        case .grid:
            guard points == nil else {
                throw top.wrong("points", expected: "left out: a grid has the product of its counts")
            }
            var product = 1
            for parameter in parameters {
                let (next, overflow) = product.multipliedReportingOverflow(by: parameter.count ?? 1)
                guard !overflow, next <= Self.greatestRows else {
                    throw .tooMany(what: "points", found: overflow ? .max : next, limit: Self.greatestRows)
                }
                product = next
            }
            rows = product
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
            ?? (method == .toys ? 256 : min(max(rows / 1000, 1000), 100_000))
        toys = try method == .toys ? Self.toys(top) : nil
        if method != .toys, try top.section("toys", keys: nil) != nil {
            throw top.wrong("toys", expected: "left out: the method is \(method.rawValue)")
        }
        if method != .ensemble, try top.section("ensemble", keys: nil) != nil {
            throw top.wrong("ensemble", expected: "left out: the method is \(method.rawValue)")
        }
        guard blockCount <= Self.greatestBlockCount else {
            throw .tooMany(what: "blocks", found: blockCount, limit: Self.greatestBlockCount)
        }
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
        let own = needed + method.ownParameters
        for name in section.keys {
            guard own.contains(name) || method != .toys && others.contains(name) else {
                let known = own + (method == .toys ? [] : others)
                throw .unknownKey(
                    path: section.place(name), nearest: nearestName(to: name, among: own) ?? nearest(name), known: known
                )
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
        let keys = ["from", "to", "scale", "mean", "sigma", "count"]
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
        guard !method.isGrid || count != nil else {
            throw .missing(
                path: section.place("count"), expected: "how many values the grid takes, both ends among them")
        }
        if !method.isGrid, count != nil { throw section.wrong("count", expected: "left out: points are random") }
        return ScanParameter(name: name, distribution: distribution, count: count)
    }

    private static func toys(_ top: PlanSection) throws(ScanPlanError) -> ToyPlan {
        guard let section = try top.section("toys", keys: ["model", "widths", "limits"]) else {
            return ToyPlan(model: .withoutMediator, recipe: .init())
        }
        let recipe = ToyRecipe(
            widths: try section.word("widths") ?? ToyRecipe.Widths.asMeasured,
            limits: try section.word("limits") ?? ToyRecipe.Limits.kept)
        return ToyPlan(model: try model(section), recipe: recipe)
    }

    private static func model(_ section: PlanSection) throws(ScanPlanError) -> ToyPlan.Model {
        guard let text = try section.text("model") else { return .withoutMediator }
        switch text {
        case "without-mediator": return .withoutMediator
        case "best-fit": return .bestFit
        default:
            let numbers = text.split(separator: " ").compactMap { Double($0) }
            guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 && $0.isFinite }) else {
                throw section.wrong(
                    "model", expected: "without-mediator, best-fit, or a mass in MeV and a coupling: 6.5 4.5e-4")
            }
            return .point(massMeV: numbers[0], coupling: numbers[1])
        }
    }
}
