import ConstraintKit
import NumericalMethods
import Physics
import RealModule
import Transport

/// What all mediators share in a search over four parameters: immutable, used from many threads.
struct SearchSetting: Sendable {
    let space: FitSpace
    let crossSection: CrossSection
    /// At the nodes of ``interpolation``.
    let fits: PreparedFits
    let interpolation: ChebyshevNodes
    /// γ at the points of the space, and what each node counts for there, node by node.
    let gammas: [Double]
    let gammaWeights: [Double]
    /// N_th without interaction at each γ, point by point.
    let freePredictions: [Double]
    let amplitudes: [Double]
    let indexTolerance: Double

    var points: [FitPoint] { fits.points }

    init(_ fit: IceCubeFit, space: FitSpace, crossSection: CrossSection) throws(FitError) {
        self.space = space
        self.crossSection = crossSection
        let range = space.indices
        let usual = FitPrecision().indexRange
        // As many to a unit of γ as serve the usual range.
        let share = max(1, (range.upperBound - range.lowerBound) / (usual.upperBound - usual.lowerBound))
        let count = Int((Double(fit.precision.indexNodes) * share).rounded(.up))
        interpolation = ChebyshevNodes(range: range, count: count)
        let fits = try fit.prepared(indices: interpolation.nodes, fit.solver)
        gammas = space.values(of: .gamma)
        amplitudes = space.values(of: .amplitude)
        indexTolerance = fit.precision.indexTolerance
        var weights = [Double](repeating: 0, count: count)
        var allWeights: [Double] = []
        var free = [Double](repeating: 0, count: gammas.count * fits.points.count)
        for (number, gamma) in gammas.enumerated() {
            interpolation.weights(at: gamma, into: &weights)
            allWeights += weights
            free.withUnsafeMutableBufferPointer { free in
                guard let first = free.baseAddress else { return }
                fits.fillFree(first + number * fits.points.count, index: gamma)
            }
        }
        gammaWeights = allWeights
        freePredictions = free
        self.fits = fits
    }

    /// - Parameters:
    ///   - mass: [MeV], inside the space.
    ///   - coupling: g′, inside the space.
    /// - Returns: nil for what is no mass or coupling.
    func mediator(mass: Double, coupling: Double) -> Mediator? {
        guard let mass = try? Mass(inMeV: mass), let coupling = try? Coupling(coupling) else { return nil }
        return Mediator(mass: mass, coupling: coupling, crossSection: crossSection)
    }
}

/// χ² of one mediator at a time over A and γ, in memory that is taken once.
///
/// As in ``FitScan`` the spectra are computed at a few Chebyshev points in γ, and what interaction leaves in each segment
/// is interpolated between them.
struct MediatorEvaluation: ~Copyable {
    let setting: SearchSetting
    private let pointCount: Int
    private let nodeCount: Int
    /// N_th with interaction over N_th without, node by node.
    private let remaining: UnsafeMutablePointer<Double>
    /// N_th at A = 1 at the γ of the moment.
    private let predictions: UnsafeMutablePointer<Double>
    /// The same without interaction.
    private let free: UnsafeMutablePointer<Double>
    private var weights: [Double]
    private(set) var chain: ParabolaChain

    init(_ setting: SearchSetting) {
        self.setting = setting
        pointCount = setting.points.count
        nodeCount = setting.fits.indices.count
        remaining = .allocate(capacity: nodeCount * pointCount)
        predictions = .allocate(capacity: pointCount)
        free = .allocate(capacity: pointCount)
        weights = [Double](repeating: 0, count: nodeCount)
        chain = ParabolaChain(setting.fits.chiSquare.points)
    }

    deinit {
        remaining.deallocate()
        predictions.deallocate()
        free.deallocate()
    }

    /// Takes a mediator: the spectra are computed here.
    mutating func load(_ mediator: Mediator?) throws(FitError) {
        let predictions = try setting.fits.predictions(mediator)
        for node in 0..<nodeCount {
            for point in 0..<pointCount {
                remaining[node * pointCount + point] =
                    predictions[node][point] / setting.fits.freePredictions[node][point]
            }
        }
    }

    /// Sets the chain to a γ of the space, by its number.
    mutating func setIndex(number: Int) {
        let (firstWeight, firstPoint) = (number * nodeCount, number * pointCount)
        setting.gammaWeights.withUnsafeBufferPointer { weights in
            if let first = weights.baseAddress { interpolate(first + firstWeight) }
        }
        setting.freePredictions.withUnsafeBufferPointer { free in
            for point in 0..<pointCount { predictions[point] = max(predictions[point], 0) * free[firstPoint + point] }
        }
        chain.load(predictions)
    }

    /// Sets the chain to any γ.
    mutating func setIndex(_ gamma: Double) {
        setting.interpolation.weights(at: gamma, into: &weights)
        weights.withUnsafeBufferPointer { weights in
            if let first = weights.baseAddress { interpolate(first) }
        }
        setting.fits.fillFree(free, index: gamma)
        for point in 0..<pointCount { predictions[point] = max(predictions[point], 0) * free[point] }
        chain.load(predictions)
    }

    /// Lends N_th of each point at A = 1 at the γ of the moment.
    func lendPredictions(_ body: (UnsafeMutablePointer<Double>) -> Void) { body(predictions) }

    /// Four points at a time, whose sums then stay in registers.
    /// - Parameter weights: of each node.
    private func interpolate(_ weights: UnsafePointer<Double>) {
        var point = 0
        while point + 4 <= pointCount {
            var sum = SIMD4<Double>.zero
            var row = UnsafeRawPointer(remaining + point)
            for node in 0..<nodeCount {
                sum += weights[node] * row.loadUnaligned(as: SIMD4<Double>.self)
                row += pointCount * MemoryLayout<Double>.stride
            }
            UnsafeMutableRawPointer(predictions + point).storeBytes(of: sum, as: SIMD4<Double>.self)
            point += 4
        }
        while point < pointCount {
            predictions[point] = 0
            for node in 0..<nodeCount { predictions[point] += weights[node] * remaining[node * pointCount + point] }
            point += 1
        }
    }

    /// χ² and the best A at a γ.
    mutating func profile(gamma: Double, amplitudes: ClosedRange<Double>) -> (chi2: Double, amplitude: Double) {
        setIndex(gamma)
        return chain.minimum(in: amplitudes)
    }

    /// The best A and γ in their ranges.
    mutating func best(amplitudes: ClosedRange<Double>) -> IndexPoint {
        let nodes = setting.interpolation.nodes
        var lowest = (node: 0, chi2: Double.infinity)
        for node in nodes.indices {
            let chi2 = profile(gamma: nodes[node], amplitudes: amplitudes).chi2
            if chi2 < lowest.chi2 { lowest = (node, chi2) }
        }
        return best(
            amplitudes: amplitudes, from: nodes[max(lowest.node - 1, 0)],
            to: nodes[min(lowest.node + 1, nodes.count - 1)])
    }

    /// The best A, and the best γ between two that have a better one between them or are an end of the range.
    mutating func best(amplitudes: ClosedRange<Double>, from lower: Double, to upper: Double) -> IndexPoint {
        let inside = BrentMinimiser(tolerance: setting.indexTolerance).minimum(in: lower...upper) {
            profile(gamma: $0, amplitudes: amplitudes).chi2
        }
        // The minimiser never evaluates an end, which is the answer where χ² falls towards it.
        var gamma = inside.x
        var least = inside.y
        for end in [setting.space.indices.lowerBound, setting.space.indices.upperBound]
        where end == lower || end == upper {
            let chi2 = profile(gamma: end, amplitudes: amplitudes).chi2
            if chi2 <= least { (gamma, least) = (end, chi2) }
        }
        let (chi2, amplitude) = profile(gamma: gamma, amplitudes: amplitudes)
        return IndexPoint(chi2: chi2, amplitude: amplitude, gamma: gamma)
    }
}

/// The best astrophysical flux for a mediator.
struct IndexPoint: Sendable, Hashable {
    var chi2: Double
    var amplitude: Double
    var gamma: Double
}
