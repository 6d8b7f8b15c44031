import ConstraintKit
import IceCubeFit
import NumericalMethods
import Scenarios

/// IceCube's fits at many points, found together as ``PointBatch`` finds them: for answers that say more of each point than
/// columns do, and are to say the same.
public struct FitsOfPoints: Sendable {
    private let fits: PointFits
    private let comparison: IceCubeComparison
    private let numbers: SpectrumNumbers

    /// nil where columns have each point by itself too.
    /// - Throws: what the transport or the fit refuses.
    public init?(_ analysis: Analysis) throws {
        guard analysis.scenario.combination == .union else { return nil }
        numbers = SpectrumNumbers(analysis.iceCube.shape?.value)
        (comparison, fits) = (analysis.iceCube, try PointFits(analysis.iceCube))
    }

    /// On all cores, in the order of the points.
    func answers(at points: [(mass: Mass, coupling: Coupling)]) -> [Result<IceCubeAnswer, any Error>] {
        let (masses, couplings) = (points.map(\.mass.inMeV), points.map(\.coupling.value))
        masses.withUnsafeBufferPointer { masses in
            couplings.withUnsafeBufferPointer { couplings in
                fits.prepare(masses: masses, couplings: couplings) { false }
            }
        }
        let profiled = comparison.withoutMediator.profiled
        return Parallel.map(points.count, chunk: points.count / 64) { number in
            let (mass, coupling) = points[number]
            return Result {
                var columns = PointColumns()
                try columns.write(1, numberCount: numbers.names.count) { places in
                    try fits.fit(
                        mass: mass, coupling: coupling, amplitude: nil, gamma: nil, into: places.fits, at: 0)
                }
                let fit = Fit(
                    chi2: columns.chi2[0], amplitude: columns.amplitude[0],
                    // A spectrum without γ has one all the same, of which nothing depends.
                    gamma: comparison.hasIndex ? columns.gamma[0] : comparison.withoutMediator.gamma, profiled: profiled
                )
                var answer = try comparison.answer(mass: mass, coupling: coupling, fit, at: spectrum(columns))
                // Against the fit without a Z′ that the same tables have.
                answer.deltaChi2 = columns.deltaChi2[0]
                return answer
            }
        }
    }

    /// The comparison with the spectrum that was found at the point.
    private func spectrum(_ columns: PointColumns) throws -> IceCubeComparison {
        guard !numbers.names.isEmpty else { return comparison }
        let values = numbers.names.indices.map { columns.number($0).first ?? .nan }
        return try comparison.at(try values.enumerated().map { try numbers.fraction(of: $1, at: $0) })
    }
}
