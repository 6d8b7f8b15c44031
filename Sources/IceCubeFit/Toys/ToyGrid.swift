import ConstraintKit
import NumericalMethods
import Physics

/// The predictions of every point of a grid over (m, g′, γ) at A = 1, computed once for all pseudo-experiments.
///
/// Eight indices lie side by side in a vector; a column is a mass and a coupling, and its vectors are those of all indices. The
/// first column has no interaction.
public struct ToyGrid: Sendable {
    public let space: FitSpace
    /// A mass and a coupling of the space, by their numbers, in the order of the columns after the first.
    public let places: [(mass: Int, coupling: Int)]
    /// γ of each lane, vector by vector; what is left of the last repeats the last index.
    let gammas: [SIMD8<Double>]
    /// Column by column, in each vector by vector, in each point by point [cm⁻² s⁻¹ sr⁻¹].
    let predictions: [SIMD8<Double>]
    let pointCount: Int

    var columnCount: Int { places.count + 1 }
    var vectorsPerColumn: Int { gammas.count }

    /// - Parameters:
    ///   - fit: whose solver predicts.
    ///   - space: of m, g′ and γ; A is profiled over all of A ≥ 0.
    ///   - restriction: the couplings that may be taken.
    ///   - progress: told the fraction done from time to time, from any thread.
    /// - Throws: ``FitError``
    public init(
        _ fit: IceCubeFit, space: FitSpace, crossSection: CrossSection, restriction: CouplingRestriction = .none,
        progress: @Sendable (Double) -> Void = { _ in }
    ) throws(FitError) {
        let setting = try SearchSetting(fit, space: space, crossSection: crossSection)
        let (masses, couplings) = (space.values(of: .mass), space.values(of: .coupling))
        let columns = try Parallel.map(masses.count, progress: progress) { column throws(FitError) in
            try Self.column(mass: masses[column], couplings, setting, restriction)
        }
        places = columns.enumerated().flatMap { mass, column in column.rows.map { (mass, $0) } }
        var evaluation = MediatorEvaluation(setting)
        try evaluation.load(nil)
        predictions = evaluation.vectors() + columns.flatMap(\.predictions)
        pointCount = setting.points.count
        let indices = setting.gammas
        gammas = stride(from: 0, to: indices.count, by: 8).map { first in
            SIMD8((0..<8).map { indices[min(first + $0, indices.count - 1)] })
        }
        self.space = space
    }

    private static func column(
        mass: Double, _ couplings: [Double], _ setting: SearchSetting, _ restriction: CouplingRestriction
    ) throws(FitError) -> (rows: [Int], predictions: [SIMD8<Double>]) {
        var evaluation = MediatorEvaluation(setting)
        var rows: [Int] = []
        var predictions: [SIMD8<Double>] = []
        for (row, coupling) in couplings.enumerated() {
            guard let mediator = setting.mediator(mass: mass, coupling: coupling),
                restriction.allows(mediator.coupling, at: mediator.mass)
            else { continue }
            try evaluation.load(mediator)
            rows.append(row)
            predictions += evaluation.vectors()
        }
        return (rows, predictions)
    }
}

extension MediatorEvaluation {
    /// The predictions at all indices of the space for the mediator that is loaded, eight indices side by side.
    fileprivate mutating func vectors() -> [SIMD8<Double>] {
        let count = setting.gammas.count
        var vectors: [SIMD8<Double>] = []
        for first in stride(from: 0, to: count, by: 8) {
            var block = [SIMD8<Double>](repeating: .zero, count: setting.points.count)
            for lane in 0..<8 {
                setIndex(number: min(first + lane, count - 1))
                lendPredictions { for place in block.indices { block[place][lane] = $0[place] } }
            }
            vectors += block
        }
        return vectors
    }
}
