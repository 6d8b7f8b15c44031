import ConstraintKit
import NumericalMethods
import Physics

/// The predictions of every point of a grid over (m, g′, γ) and the spectra of the sources that are looked at, at A = 1, computed once
/// for all pseudo-experiments.
///
/// Eight indices lie side by side in a vector; a column is a mass and a coupling, and its vectors are those of all indices. The
/// first column has no interaction.
public struct ToyGrid: Sendable {
    public let space: FitSpace
    /// A mass and a coupling of the space, by their numbers, in the order of the columns after the first.
    public let places: [(mass: Int, coupling: Int)]
    /// γ of each lane, vector by vector; what is left of the last repeats the last index.
    let gammas: [SIMD8<Double>]
    /// The spectrum of each vector, by its number.
    let spectra: [Int]
    /// Column by column, in each vector by vector, in each point by point [cm⁻² s⁻¹ sr⁻¹].
    let predictions: [SIMD8<Double>]
    let pointCount: Int

    var columnCount: Int { places.count + 1 }
    var vectorsPerColumn: Int { gammas.count }

    /// - Parameters:
    ///   - fits: of each spectrum, by the solver that predicts; one at least.
    ///   - space: of m, g′ and γ; A is profiled over all of A ≥ 0.
    ///   - restriction: the couplings that may be taken.
    ///   - progress: told the fraction done from time to time, from any thread.
    /// - Throws: ``FitError``
    public init(
        _ fits: [IceCubeFit], space: FitSpace, crossSection: CrossSection, restriction: CouplingRestriction = .none,
        progress: @Sendable (Double) -> Void = { _ in }
    ) throws(FitError) {
        let settings = try Parallel.map(fits.count) { number throws(FitError) in
            try SearchSetting(fits[number], space: space, crossSection: crossSection)
        }
        let (masses, couplings) = (space.values(of: .mass), space.values(of: .coupling))
        let columns = try Parallel.map(masses.count, progress: progress) { column throws(FitError) in
            try Self.column(mass: masses[column], couplings, settings, restriction)
        }
        places = columns.enumerated().flatMap { mass, column in column.rows.map { (mass, $0) } }
        predictions = try Self.vectors(nil, settings) + columns.flatMap(\.predictions)
        pointCount = settings.first?.points.count ?? 0
        let indices = space.values(of: .gamma)
        let vectors = stride(from: 0, to: indices.count, by: 8).map { first in
            SIMD8((0..<8).map { indices[min(first + $0, indices.count - 1)] })
        }
        gammas = settings.flatMap { _ in vectors }
        spectra = settings.indices.flatMap { spectrum in vectors.map { _ in spectrum } }
        self.space = space
    }

    private static func column(
        mass: Double, _ couplings: [Double], _ settings: [SearchSetting], _ restriction: CouplingRestriction
    ) throws(FitError) -> (rows: [Int], predictions: [SIMD8<Double>]) {
        var rows: [Int] = []
        var predictions: [SIMD8<Double>] = []
        for (row, coupling) in couplings.enumerated() {
            guard let mediator = settings.first?.mediator(mass: mass, coupling: coupling),
                restriction.allows(mediator.coupling, at: mediator.mass)
            else { continue }
            predictions += try vectors(mediator, settings)
            rows.append(row)
        }
        return (rows, predictions)
    }

    /// Of a mediator, spectrum after spectrum.
    private static func vectors(
        _ mediator: Mediator?, _ settings: [SearchSetting]
    ) throws(FitError) -> [SIMD8<Double>] {
        var vectors: [SIMD8<Double>] = []
        for setting in settings {
            var evaluation = MediatorEvaluation(setting)
            try evaluation.load(mediator)
            vectors += evaluation.vectors()
        }
        return vectors
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
