import AllowedRegion
import Assessment
import ConstraintKit
import CurveArchive
import Foundation
import Scenarios

/// Many points from memory into memory: what each costs, by the bounds alone and with the fit to IceCube's data.
enum PointRows {
    static func all(_ baseline: Double) throws -> [Row] {
        let rows = try Scenario.shippedNames.map { name in
            let batch = try PointBatch(try boundSet(name), iceCube: nil)
            return try row("points, \(name): bounds alone", batch, count: 1_000_000, baseline, target: 1 / 3e6)
        }
        return rows + [
            try fit("A and γ fixed", 1.4, 2.5, .narrowLine, count: 200_000, baseline, target: 1e-6),
            try fit("γ fixed", nil, 2.5, .narrowLine, count: 200_000, baseline, target: 1e-6),
            try spectra(baseline),
            try fit("both profiled", nil, nil, .narrowLine, count: 20_000, baseline, target: 1e-5),
            try width(baseline),
        ]
    }

    /// γ of each point, A profiled: a random scan over (m, g′, γ) of the paper's plane.
    private static func spectra(_ baseline: Double) throws -> Row {
        let bounds = try boundSet("paper") {
            ($0.iceCube.amplitude, $0.iceCube.gamma, $0.solver) = (nil, nil, .narrowLine)
        }
        let indices = 2.0...3.0
        let batch = try PointBatch(bounds, iceCube: IceCubeComparison(bounds.scenario), indices: indices)
        return try row(
            "points with χ², γ of each", count: 200_000, couplings: 1e-5...3e-3, indices: indices, runs: 4, baseline,
            target: 2.5e-7
        ) { batch }
    }

    /// Lines with width, A and γ profiled, with all that is made ready for them: a scan of a plane for the first time.
    private static func width(_ baseline: Double) throws -> Row {
        let bounds = try boundSet("consistent") {
            ($0.iceCube.amplitude, $0.iceCube.gamma, $0.solver) = (nil, nil, .automatic)
        }
        let comparison = try IceCubeComparison(bounds.scenario)
        return try row(
            "points with χ², both profiled, with width", count: 20_000, couplings: 3e-3...0.1, runs: 1, baseline,
            target: 5e-4
        ) { try PointBatch(bounds, iceCube: comparison) }
    }

    private static func boundSet(_ name: String, _ change: (inout Scenario) -> Void = { _ in }) throws -> BoundSet {
        var scenario = try Scenario.shipped(name)
        change(&scenario)
        return try BoundSet(scenario, catalogue: Catalogue(paths: .none), linkedBounds: LinkedBounds())
    }

    private static func fit(
        _ name: String, _ amplitude: Double?, _ gamma: Double?, _ solver: SolverChoice, count: Int, _ baseline: Double,
        target: Double
    ) throws -> Row {
        let bounds = try boundSet("consistent") {
            ($0.iceCube.amplitude, $0.iceCube.gamma, $0.solver) = (amplitude, gamma, solver)
        }
        let batch = try PointBatch(bounds, iceCube: IceCubeComparison(bounds.scenario))
        return try row("points with χ², \(name)", batch, count: count, baseline, target: target)
    }

    /// Tables are made before.
    private static func row(
        _ name: String, _ batch: PointBatch, count: Int, _ baseline: Double, target: Double
    ) throws -> Row {
        try row(name, count: count, couplings: 1e-5...0.1, runs: 4, baseline, target: target) { batch }
    }

    /// The fastest of a few runs on all cores, each point of another mass and coupling.
    private static func row(
        _ name: String, count: Int, couplings range: ClosedRange<Double>, indices: ClosedRange<Double>? = nil,
        runs: Int, _ baseline: Double, target: Double, _ batch: () throws -> PointBatch
    ) throws -> Row {
        // Steps of the golden section fill a square evenly.
        let masses = (0..<count).map { pow(100, (0.618_033_988_75 * Double($0)).truncatingRemainder(dividingBy: 1)) }
        let growth = range.upperBound / range.lowerBound
        let couplings = (0..<count).map { range.lowerBound * pow(growth, (Double($0) + 0.5) / Double(count)) }
        let gammas = indices.map { indices in
            let width = indices.upperBound - indices.lowerBound
            return (0..<count).map {
                indices.lowerBound + width * (0.754_877_666_2 * Double($0)).truncatingRemainder(dividingBy: 1)
            }
        }
        let spectra = PointSpectra(gammas: gammas)
        var columns = PointColumns()
        var fastest = Double.infinity
        for _ in 0..<runs {
            let start = ContinuousClock.now
            let batch = try batch()
            try masses.withUnsafeBufferPointer { masses in
                try couplings.withUnsafeBufferPointer { couplings in
                    try batch.fill(&columns, masses: masses, couplings: couplings, spectra: spectra)
                }
            }
            fastest = min(fastest, (ContinuousClock.now - start).seconds)
        }
        let each = fastest / Double(count)
        let rate = String(format: "%.4g", 1e-6 / each)
        return Row("\(name): \(rate) million a second", each, baseline, target: target)
    }
}
