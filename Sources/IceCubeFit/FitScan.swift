import Physics
import RealModule

/// A fit made ready for very many mediators, with amplitude and index fixed or profiled.
///
/// Where the index is profiled, the spectra are computed at fixed nodes of γ only, whose work all mediators share; between
/// them the logarithm of each prediction is a cubic in γ.
public struct FitScan: Sendable {
    let fit: IceCubeFit
    /// A; nil: profiled.
    let amplitude: Double?
    /// One node where γ is fixed.
    let nodes: [PreparedFit]

    /// Steps between nodes of γ. A free flux is an exact exponential in γ at each energy, and a cubic in its logarithm
    /// follows the rest to 1e-6 at 0.1.
    static let nodeStep = 0.1

    init(_ fit: IceCubeFit, amplitude: Double?, gamma: Double?) throws(FitError) {
        self.fit = fit
        self.amplitude = amplitude
        let range = fit.precision.indexRange
        let steps = max(4, Int(((range.upperBound - range.lowerBound) / Self.nodeStep).rounded(.up)))
        let indices =
            gamma.map { [$0] }
            ?? (0...steps).map {
                range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(steps)
            }
        var nodes: [PreparedFit] = []
        for index in indices { nodes.append(try fit.prepared(index: index)) }
        self.nodes = nodes
    }

    /// A walk over mediators, best taken along a line of neighbours. Each thread takes its own.
    public func walk() -> FitWalk { FitWalk(self) }
}

extension IceCubeFit {
    /// Makes the fit ready for very many mediators.
    /// - Parameters:
    ///   - amplitude: A; nil: profiled.
    ///   - gamma: γ; nil: profiled.
    public func scan(amplitude: Double?, gamma: Double?) throws(FitError) -> FitScan {
        try FitScan(self, amplitude: amplitude, gamma: gamma)
    }
}

/// Fits one mediator after another.
public struct FitWalk {
    private let scan: FitScan
    /// The predictions at A = 1 at each node, for the present mediator; empty where not yet asked for.
    private var predictions: [[Double]]
    private var chi2: [Double]

    /// Every which node is looked at to find the valley of χ²(γ): three steps of 0.1 are half as wide as the narrowest
    /// one that IceCube's errors allow.
    private static let coarseStep = 3

    init(_ scan: FitScan) {
        self.scan = scan
        predictions = Array(repeating: [], count: scan.nodes.count)
        chi2 = Array(repeating: .infinity, count: scan.nodes.count)
    }

    /// The best fit for a mediator.
    /// - Throws: ``FitError``
    public mutating func fit(_ mediator: Mediator) throws(FitError) -> Fit {
        for node in scan.nodes.indices {
            predictions[node] = []
            chi2[node] = .infinity
        }
        guard scan.nodes.count > 1 else {
            try evaluate(0, mediator)
            return best(predictions[0], gamma: scan.nodes[0].gamma)
        }
        let valley = try lowestNode(mediator)
        return try minimum(near: valley, mediator)
    }

    /// The node of the smallest χ².
    private mutating func lowestNode(_ mediator: Mediator) throws(FitError) -> Int {
        let last = scan.nodes.count - 1
        for node in Swift.stride(from: 0, to: last, by: Self.coarseStep) { try evaluate(node, mediator) }
        try evaluate(last, mediator)
        var lowest = chi2.indices.min { chi2[$0] < chi2[$1] } ?? 0
        while true {
            for neighbour in [lowest - 1, lowest + 1] where chi2.indices.contains(neighbour) {
                try evaluate(neighbour, mediator)
            }
            let next = [lowest - 1, lowest, lowest + 1].filter(chi2.indices.contains)
                .min { chi2[$0] < chi2[$1] } ?? lowest
            guard chi2[next] < chi2[lowest] else { return lowest }
            lowest = next
        }
    }

    /// The minimum between the neighbours of a node, on predictions interpolated in γ.
    private mutating func minimum(near node: Int, _ mediator: Mediator) throws(FitError) -> Fit {
        let last = scan.nodes.count - 1
        // Four nodes around the valley, all on the grid.
        let first = min(max(node - 1, 0), last - 3)
        for used in first...(first + 3) { try evaluate(used, mediator) }
        let logarithms = predictions[first...(first + 3)].map { $0.map { Double.log($0) } }
        let gammas = scan.nodes[first...(first + 3)].map(\.gamma)
        let range = scan.nodes[max(node - 1, 0)].gamma...scan.nodes[min(node + 1, last)].gamma
        let tolerance = scan.fit.precision.indexTolerance
        let found = BrentMinimiser(tolerance: tolerance).minimum(in: range) { gamma in
            best(Self.interpolated(logarithms, gammas, at: gamma), gamma: gamma).chi2
        }
        var fit = best(Self.interpolated(logarithms, gammas, at: found.x), gamma: found.x)
        fit.profiled.insert(.index)
        let edges = scan.fit.precision.indexRange
        fit.isIndexAtEdge = min(found.x - edges.lowerBound, edges.upperBound - found.x) <= 2 * tolerance
        return fit
    }

    private mutating func evaluate(_ node: Int, _ mediator: Mediator) throws(FitError) {
        guard predictions[node].isEmpty else { return }
        predictions[node] = try scan.nodes[node].predictions(mediator)
        chi2[node] = best(predictions[node], gamma: scan.nodes[node].gamma).chi2
    }

    /// The fit at one index, with the amplitude fixed or profiled.
    private func best(_ predictions: [Double], gamma: Double) -> Fit {
        let chiSquare = scan.fit.chiSquare
        let amplitude = scan.amplitude ?? chiSquare.bestAmplitude(predictions: predictions)
        return Fit(
            chi2: chiSquare.value(amplitude: amplitude, predictions: predictions), amplitude: amplitude, gamma: gamma,
            profiled: scan.amplitude == nil ? .amplitude : [])
    }

    /// Lagrange's cubic through the logarithms at four nodes.
    private static func interpolated(_ logarithms: [[Double]], _ nodes: [Double], at gamma: Double) -> [Double] {
        let weights = nodes.indices.map { node in
            nodes.indices.filter { $0 != node }
                .reduce(1) { $0 * (gamma - nodes[$1]) / (nodes[node] - nodes[$1]) }
        }
        return logarithms[0].indices.map { point in
            .exp(weights.indices.reduce(0) { $0 + weights[$1] * logarithms[$1][point] })
        }
    }
}
