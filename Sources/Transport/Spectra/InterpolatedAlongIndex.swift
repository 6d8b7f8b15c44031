import NumericalMethods
import Physics
import RealModule

/// Fluxes along γ between a few indices at which they are solved.
///
/// What interaction leaves of the flux in a bin is a smooth function of γ: sources of the farthest and the nearest redshift differ in it
/// by (1+z)^−γ only. So it is taken from the polynomial through Chebyshev points of the range.
final class InterpolatedAlongIndex: FluxesAlongIndex {
    let count: Int
    let indices: ClosedRange<Double>
    private let fluxes: any ProjectedFluxes
    /// nil: there is one index alone.
    private let nodes: ChebyshevNodes?
    /// 1/flux without interaction, node after node.
    private let inverseFree: [Double]
    private let free: FreeAlongIndex

    /// - Parameter fluxes: of some of the solver's spectra.
    /// - Throws: ``TransportError``
    convenience init(
        _ solver: any TransportSolver, _ bins: [ProjectedBin], _ indices: ClosedRange<Double>,
        fluxes: (any SpectraAtIndices) -> any ProjectedFluxes
    ) throws(TransportError) {
        let spectra = try solver.prepared(indices: Self.nodes(indices))
        self.init(solver, bins, indices, fluxes: fluxes(spectra))
    }

    /// - Parameter fluxes: at each of ``nodes(_:)``.
    init(
        _ solver: any TransportSolver, _ bins: [ProjectedBin], _ indices: ClosedRange<Double>,
        fluxes: any ProjectedFluxes
    ) {
        (self.indices, self.fluxes) = (indices, fluxes)
        count = bins.count
        let wanted = Self.nodes(indices)
        nodes = wanted.count > 1 ? ChebyshevNodes(range: indices, count: wanted.count) : nil
        let free = FreeAlongIndex(solver, bins, indices)
        self.free = free
        inverseFree = wanted.flatMap { gamma in
            let row = [Double](unsafeUninitializedCapacity: bins.count) { memory, count in
                if let first = memory.baseAddress { free.fill(first, index: gamma) }
                count = bins.count
            }
            return row.map { 1 / $0 }
        }
    }

    /// The γ at which spectra are solved. The remainder of a polynomial through n Chebyshev points of e^−kγ over a width w is
    /// 2 (kw/4)^n/n!, and k = ln(1+z) is 1.9 at most for sources up to z = 6.
    static func nodes(_ indices: ClosedRange<Double>) -> [Double] {
        let width = indices.upperBound - indices.lowerBound
        guard width > 0 else { return [indices.lowerBound] }
        let argument = Double.log(7) * width / 4
        var (count, remainder) = (1, 2 * argument)
        while remainder > largestRemainder {
            count += 1
            remainder *= argument / Double(count)
        }
        return ChebyshevNodes(range: indices, count: max(count, 2)).nodes
    }

    /// Of what interaction leaves; less than a table of narrow lines is off.
    private static let largestRemainder = 2e-5

    func fillFree(_ fluxes: UnsafeMutablePointer<Double>, index gamma: Double) { free.fill(fluxes, index: gamma) }

    func fill(
        _ result: UnsafeMutablePointer<Double>, _ mediator: Mediator, free: UnsafeMutablePointer<Double>,
        index gamma: Double
    ) throws(TransportError) {
        self.free.fill(free, index: gamma)
        guard let nodes else { return try fluxes.fill(.init(start: result, count: count), mediator) }
        let nodeCount = nodes.nodes.count
        var failure: TransportError?
        withUnsafeTemporaryAllocation(of: Double.self, capacity: nodeCount * (count + 1)) { memory in
            memory.initialize(repeating: 0)
            guard let solved = memory.baseAddress else { return }
            do throws(TransportError) {
                try fluxes.fill(.init(start: solved, count: nodeCount * count), mediator)
            } catch {
                failure = error
                return
            }
            let weights = solved + nodeCount * count
            nodes.weights(at: gamma, into: weights)
            for place in 0..<count { result[place] = 0 }
            inverseFree.withUnsafeBufferPointer { inverse in
                for node in 0..<nodeCount {
                    for place in node * count..<(node + 1) * count {
                        result[place - node * count] += weights[node] * solved[place] * inverse[place]
                    }
                }
            }
        }
        if let failure { throw failure }
        // Between nodes a polynomial may dip below nothing by its error; what is no number stays none.
        for place in 0..<count { result[place] = result[place] < 0 ? 0 : result[place] * free[place] }
    }

    func prepare(count: Int, shouldStop: @Sendable () -> Bool, _ mediator: (Int) -> Mediator?) {
        fluxes.prepare(count: count, progress: { _ in }, shouldStop: shouldStop, mediator)
    }
}
