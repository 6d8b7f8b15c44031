import Assessment
import ConstraintKit
import NumericalMethods
import RealModule
import Scenarios

/// The product of the bounds' approximate likelihoods and IceCube's over a grid.
public struct LikelihoodSurface: Sendable {
    public let grid: MapGrid
    /// The best point of the grid, or none where the product is greatest without a Z′.
    public let best: LikelihoodBest
    /// The least χ² of IceCube's spectrum, on the grid or without a Z′.
    public let leastOfIceCube: Double
    /// Δ(−2 ln L) against the best, one a grid point.
    public let differences: [Double]
    /// What each bound adds at the best point; empty without a Z′.
    public let terms: [LikelihoodTerm]
    /// The bounds with a part at no mass of the grid, with the reason at the first mass.
    public let omitted: [OmittedBound]
    /// The bounds left out everywhere because they can't be evaluated at a point that was looked at, by stem.
    let failed: [String: LikelihoodOmission]
    /// Whether any bound has a part, one a mass.
    private let hasPart: [Bool]
    /// Of 1σ and 2σ of two parameters.
    public let contours: [LikelihoodContour]
    /// Of 1σ and 2σ of one parameter, the other profiled: what these regions span of either.
    public let intervals: [LikelihoodContour]

    /// - Parameters:
    ///   - iceCube: χ² of its spectrum at each point of the grid.
    ///   - withoutMediator: the same without a Z′.
    ///   - failed: bounds that are left out, by stem.
    init(
        _ bounds: [Bound], on grid: MapGrid, iceCube: [Double], withoutMediator: Double,
        without failed: [String: LikelihoodOmission] = [:]
    ) {
        let product = LikelihoodProduct(bounds, on: grid, without: failed)
        let columns = product.columns
        let values = zip(iceCube, product.values).map { $0 + $1 }
        self.failed = product.failed
        hasPart = columns.map { !$0.factors.isEmpty }
        let least = values.indices.min { values[$0] < values[$1] } ?? 0
        let free = withoutMediator + columns[0].valueWithoutMediator
        let hasPoint = values[least] < free
        let (column, row) = (least / grid.couplings.count, least % grid.couplings.count)
        best = LikelihoodBest(
            point: hasPoint ? .init(mass: grid.masses[column], coupling: grid.couplings[row]) : nil,
            value: min(values[least], free), iceCube: hasPoint ? iceCube[least] : withoutMediator,
            masses: grid.masses[0].inMeV...grid.masses[grid.masses.count - 1].inMeV,
            couplings: grid.couplings[0].value...grid.couplings[grid.couplings.count - 1].value)
        let reference = best.value
        differences = values.map { $0 - reference }
        leastOfIceCube = min(withoutMediator, iceCube.min() ?? withoutMediator)
        terms = hasPoint ? columns[column].terms(at: grid.couplings[row]).terms : []
        let taking = Set(columns.flatMap { $0.factors.map(\.bound.card.stem) })
        omitted = columns[0].omitted.filter { !taking.contains($0.bound.card.stem) }
        self.grid = grid
        let (tracer, field) = (RegionTracer(grid: grid), differences)
        contours = [1, 2].map { LikelihoodContour(deviations: $0, parameters: 2, field, tracer) }
        intervals = [1, 2].map { LikelihoodContour(deviations: $0, parameters: 1, field, tracer) }
    }

    /// Below zero inside the region of ``Assessment/LikelihoodBest/confidenceLevel``, one a grid point; nowhere so at masses
    /// of which no bound has a likelihood.
    var excess: [Double] {
        differences.indices.map { index in
            let excess = differences[index] - LikelihoodBest.threshold
            return hasPart[index / grid.couplings.count] ? excess : abs(excess)
        }
    }

    /// One a grid point: unconstrained at masses of which no bound has a likelihood.
    var standings: [Standing] {
        zip(differences.indices, excess).map { index, excess in
            hasPart[index / grid.couplings.count] ? excess < 0 ? .allowed : .excluded : .unconstrained
        }
    }
}

/// Where Δ(−2 ln L) stays below what a number of standard deviations allows.
public struct LikelihoodContour: Sendable {
    public let deviations: Int
    /// Of one parameter 1 and 4. Of two −2 ln of the probability of a normal variable beyond so many deviations to either
    /// side: 2.296, 6.180.
    public let threshold: Double
    /// A fraction: 0.683, 0.954.
    public let confidenceLevel: Double
    public let region: PlaneRegion

    init(deviations: Int, parameters: Int, _ differences: [Double], _ tracer: RegionTracer) {
        let number = Double(deviations)
        let probability = 2 * NormalQuantile.oneSidedTail(number)
        let threshold = parameters == 1 ? number * number : -2 * Double.log(probability)
        region = tracer.region(
            isInside: differences.map { $0 < threshold }, field: differences.map { $0 - threshold })
        (self.deviations, self.threshold, confidenceLevel) = (deviations, threshold, 1 - probability)
    }
}
