import NumericalMethods
import Physics

/// Pseudo-experiments of one model, each fitted on a grid as the data are.
///
/// The same grid serves the data and the pseudo-experiments, so that a p-value is exactly that of the statistic that is taken,
/// however fine the grid is.
public struct PseudoExperiments: Sendable {
    public let grid: ToyGrid
    /// Places of the grid whose own least χ² is kept.
    public let columns: [Int]
    private let draw: ToyDraw
    private let data: [DataPoint]

    /// - Parameters:
    ///   - fit: of the data, whose errors and limits serve.
    ///   - mediator: of the model the data are drawn from; nil: no interaction.
    ///   - amplitude: A of the model.
    ///   - gamma: γ of the model.
    ///   - seed: of all numbers drawn.
    /// - Throws: ``FitError``
    public init(
        _ fit: IceCubeFit, on grid: ToyGrid, mediator: Mediator?, amplitude: Double, gamma: Double,
        recipe: ToyRecipe = .init(), seed: UInt64, columns: [Int] = []
    ) throws(FitError) {
        self.grid = grid
        self.columns = columns
        let predicted = try fit.prepared(index: gamma).predictions(mediator).map { amplitude * $0 }
        data = fit.terms
        draw = ToyDraw(
            fit.segmentPoints, data, predicted: predicted, recipe, random: Philox(seed: seed, stream: Self.stream))
    }

    /// Distinguishes the numbers of toys from others of the same seed.
    private static let stream: UInt64 = 0x746F_7973

    /// The data themselves, fitted on the grid.
    public func ofData() -> ToyFit { data.withUnsafeBufferPointer { grid.fit($0, columns: columns)[0] } }

    /// The fits of the pseudo-experiments with these numbers: each the same whatever the others are.
    public func fits(_ numbers: Range<UInt64>) -> [ToyFit] {
        let size = grid.pointCount
        return withUnsafeTemporaryAllocation(of: DataPoint.self, capacity: size * numbers.count) { memory in
            for (place, number) in numbers.enumerated() {
                draw.write(number, to: .init(rebasing: memory[place * size..<(place + 1) * size]))
            }
            return grid.fit(UnsafeBufferPointer(memory), columns: columns)
        }
    }
}
