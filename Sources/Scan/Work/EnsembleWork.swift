import Foundation
import NumericalMethods

/// Walkers of a plan that sample a posterior. A block is some steps of one chain, and goes on from the block before.
public struct EnsembleWork: ScanWork {
    private let plan: ScanPlan
    private let ensemble: EnsemblePlan
    private let posterior: Posterior

    public init(_ plan: ScanPlan, _ ensemble: EnsemblePlan, _ posterior: Posterior) {
        (self.plan, self.ensemble, self.posterior) = (plan, ensemble, posterior)
    }

    public var columns: [ScanColumn] {
        plan.parameters.map { ScanColumn($0.name) }
            + ["log_posterior", "chi2", "chain", "step", "walker", "moves"].map { ScanColumn($0) }
    }

    /// A chain is moved by one core.
    public var blocksAtOnce: Int { min(ProcessInfo.processInfo.activeProcessorCount, ensemble.chains) }
    public var rowsAtLeast: Int { ensemble.walkers }

    public func compute(
        _ rows: Range<Int>, after last: [ArraySlice<UInt8>]?, shouldStop: @Sendable () -> Bool
    ) throws -> [[UInt8]]? {
        let (segment, chain) = (
            rows.lowerBound / plan.block / ensemble.chains, rows.lowerBound / plan.block % ensemble.chains
        )
        let walkers = ensemble.walkers
        let move = StretchMove(
            dimension: posterior.parameters.count, walkers: walkers, seed: plan.seed, chain: chain)
        var state = try last.map(resumed) ?? begun(move)
        var values = [[Double]](repeating: [], count: columns.count)
        for place in values.indices { values[place].reserveCapacity(rows.count) }
        var step = segment * ensemble.stepsOfBlock * ensemble.thin
        for _ in 0..<rows.count / walkers {
            guard !shouldStop() else { return nil }
            state.moves = [Int](repeating: 0, count: walkers)
            for _ in 0..<ensemble.thin {
                try move.advance(&state, step: step) { try posterior.fill($0, $1) }
                step += 1
            }
            for walker in 0..<walkers { keep(state, walker, chain: chain, step: step, in: &values) }
        }
        return values.map { $0.bytes }
    }

    private func keep(
        _ state: StretchMove.State, _ walker: Int, chain: Int, step: Int, in columns: inout [[Double]]
    ) {
        let dimension = posterior.parameters.count
        let own = posterior.parameters.indices.map {
            posterior.parameters[$0].value(onAxis: state.places[walker * dimension + $0])
        }
        for place in own.indices { columns[place].append(own[place]) }
        let logDensity = state.logDensities[walker]
        let rest = [
            logDensity, posterior.chi2(own, logDensity: logDensity), Double(chain), Double(step), Double(walker),
            Double(state.moves[walker]),
        ]
        for place in rest.indices { columns[dimension + place].append(rest[place]) }
    }

    /// The walkers where the block before left them.
    private func resumed(_ last: [ArraySlice<UInt8>]) -> StretchMove.State {
        let (walkers, dimension) = (ensemble.walkers, posterior.parameters.count)
        func end(_ column: ArraySlice<UInt8>) -> [Double] { column.suffix(8 * walkers).numbers }
        let values = last.prefix(dimension).map(end)
        let places = (0..<walkers).flatMap { walker in
            (0..<dimension).map { posterior.parameters[$0].axis(at: values[$0][walker]) }
        }
        return StretchMove.State(places: places, logDensities: end(last[dimension]))
    }

    /// Walkers that stand where their priors put them, and the posterior is not zero.
    private func begun(_ move: StretchMove) throws -> StretchMove.State {
        let (walkers, parameters) = (ensemble.walkers, posterior.parameters)
        var state = StretchMove.State(
            places: [Double](repeating: 0, count: walkers * parameters.count),
            logDensities: [Double](repeating: -.infinity, count: walkers))
        for turn in 0..<Self.greatestTurns {
            let lost = state.logDensities.indices.filter { state.logDensities[$0] == -.infinity }
            guard !lost.isEmpty else { return state }
            var places = lost.flatMap { walker in
                zip(parameters, move.beginnings(turn: turn, walker: walker)).map {
                    $0.axis(at: $0.value(atFraction: $1))
                }
            }
            var densities = [Double](repeating: 0, count: lost.count)
            try places.withUnsafeMutableBufferPointer { places in
                try densities.withUnsafeMutableBufferPointer { try posterior.fill(places, $0) }
            }
            for (number, walker) in lost.enumerated() {
                state.logDensities[walker] = densities[number]
                for axis in parameters.indices {
                    state.places[walker * parameters.count + axis] = places[number * parameters.count + axis]
                }
            }
        }
        throw ScanError.nowhereToBegin(turns: Self.greatestTurns)
    }

    /// As many as find one part in a hundred of the priors.
    private static let greatestTurns = 1000
}
