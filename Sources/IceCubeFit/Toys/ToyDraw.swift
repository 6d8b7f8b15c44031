import NumericalMethods

/// The data of pseudo-experiments of one model, each a function of its number alone.
///
/// A flux with errors σ₋ and σ₊ stands for L ∝ exp(−(N_th − N)²/2σ²) with σ₊ for a model above it and σ₋ below. So N falls below
/// the model's N_th by the width σ₊ and above it by σ₋, either side as often: N_th is the median. A flux that comes out negative
/// stays so, as the unfolding of few events may give it.
struct ToyDraw: Sendable {
    /// The data, whose errors and limits serve.
    private let data: [DataPoint]
    /// N_th of each point [cm⁻² s⁻¹ sr⁻¹].
    private let predicted: [Double]
    /// What the errors of each point are multiplied with.
    private let scales: [Double]
    private let limits: ToyRecipe.Limits
    /// How many σ each point's limit lies above zero, where it is one.
    private let deviations: [Double]
    private let random: Philox

    init(
        _ points: [FitPoint], _ data: [DataPoint], predicted: [Double], _ recipe: ToyRecipe, random: Philox
    ) {
        self.data = data
        self.predicted = predicted
        self.random = random
        limits = recipe.limits
        deviations = points.map { DataPoint.deviations(of: $0.limitLevel) }
        scales = zip(points, predicted).map { point, predicted in
            guard recipe.widths == .asPredicted, point.measured > 0 else { return 1 }
            return max(predicted / point.measured, 0.1).squareRoot()
        }
    }

    /// Writes the data of the pseudo-experiment with this number: one place for each point.
    func write(_ number: UInt64, to toy: UnsafeMutableBufferPointer<DataPoint>) {
        var normal = SIMD4<Double>()
        for place in data.indices {
            if place % 4 == 0 { normal = random.normal(at: number, turn: UInt64(place / 4)) }
            toy[place] = drawn(place, normal[place % 4])
        }
    }

    private func drawn(_ place: Int, _ deviation: Double) -> DataPoint {
        let (point, predicted, scale) = (data[place], predicted[place], scales[place])
        if point.isLimit {
            guard limits == .redrawn else { return point }
            let width = point.observed / deviations[place]
            let limit = max(predicted + deviation * width, 0) + point.observed
            return DataPoint(observed: limit, weightBelow: 0, weightAbove: 1 / (limit * limit))
        }
        let weight = deviation < 0 ? point.weightAbove : point.weightBelow
        let shrunk = 1 / (scale * scale)
        return DataPoint(
            observed: predicted + deviation * scale / weight.squareRoot(),
            weightBelow: point.weightBelow * shrunk, weightAbove: point.weightAbove * shrunk)
    }
}
