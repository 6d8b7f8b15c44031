import NumericalMethods

/// The least χ² of one set of data over a grid, A being profiled.
public struct ToyFit: Sendable, Hashable {
    /// Of the grid's points without a Z′.
    public var withoutMediator = GridMinimum()
    /// Over the whole grid, the points without a Z′ among them.
    public var best = GridMinimum()
    /// In the columns that were asked for.
    public var columns: [GridMinimum] = []

    /// How much better the best point is than the best without a Z′.
    public var improvement: Double { withoutMediator.chi2 - best.chi2 }
}

/// A point of a ``ToyGrid`` and the best amplitude there.
public struct GridMinimum: Sendable, Hashable {
    public var chi2 = Double.infinity
    /// A [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public var amplitude = 0.0
    public var gamma = 0.0
    /// The spectrum of the sources, by its number among those of the grid.
    public var spectrum = 0
    /// Among ``ToyGrid/places``; nil: without a Z′.
    public var place: Int?
}

extension ToyGrid {
    /// Fits several sets of data, which pass over the grid together so that its predictions are read once.
    /// - Parameters:
    ///   - data: as many as there are results, set after set.
    ///   - columns: places of the grid whose own least χ² is wanted.
    func fit(_ data: UnsafeBufferPointer<DataPoint>, columns: [Int]) -> [ToyFit] {
        let count = data.count / pointCount
        var fits = [ToyFit](repeating: ToyFit(), count: count)
        // Where the search for A begins: that of the vector before, of the same data.
        var starts = [SIMD8<Double>](repeating: .one, count: count)
        let kept = columns.map { $0 + 1 }
        for index in fits.indices { fits[index].columns = [GridMinimum](repeating: GridMinimum(), count: kept.count) }
        predictions.withUnsafeBufferPointer { predictions in
            for column in 0..<columnCount {
                for toy in 0..<count {
                    let points = UnsafeBufferPointer(rebasing: data[toy * pointCount..<(toy + 1) * pointCount])
                    var least = GridMinimum()
                    for vector in 0..<vectorsPerColumn {
                        let first = (column * vectorsPerColumn + vector) * pointCount
                        let lanes = UnsafeBufferPointer(rebasing: predictions[first..<first + pointCount])
                        let (chi2, amplitude) = Self.profile(points, lanes, from: starts[toy])
                        starts[toy] = amplitude
                        guard chi2.min() < least.chi2 else { continue }
                        for lane in 0..<8 where chi2[lane] < least.chi2 {
                            least = GridMinimum(
                                chi2: chi2[lane], amplitude: amplitude[lane], gamma: gammas[vector][lane],
                                spectrum: spectra[vector], place: column == 0 ? nil : column - 1)
                        }
                    }
                    if column == 0 { fits[toy].withoutMediator = least }
                    if least.chi2 < fits[toy].best.chi2 { fits[toy].best = least }
                    for (index, wanted) in kept.enumerated() where wanted == column { fits[toy].columns[index] = least }
                }
            }
        }
        return fits
    }

    /// The least χ² over A ≥ 0 and where it is reached, for eight spectra at once: ``ChiSquare/bestAmplitude(predictions:from:)``
    /// says why the steps end.
    @inline(__always)
    static func profile(
        _ points: UnsafeBufferPointer<DataPoint>, _ predictions: UnsafeBufferPointer<SIMD8<Double>>,
        from start: SIMD8<Double>
    ) -> (chi2: SIMD8<Double>, amplitude: SIMD8<Double>) {
        var amplitude = start
        for _ in 0..<16 {
            var (quadratic, linear, constant) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
            for place in points.indices {
                let (point, prediction) = (points[place], predictions[place])
                let observed = SIMD8(repeating: point.observed)
                let weight = SIMD8(repeating: point.weightBelow)
                    .replacing(with: point.weightAbove, where: amplitude * prediction .> observed)
                let weighted = weight * prediction
                quadratic += weighted * prediction
                linear += weighted * observed
                constant += weight * observed * observed
            }
            // Where nothing depends on A, 0/0, it stays.
            let vertex = (linear / quadratic).replacing(with: 0, where: linear .<= 0)
            let next = vertex.replacing(with: amplitude, where: quadratic .<= 0)
            if next == amplitude { return ((quadratic * amplitude - 2 * linear) * amplitude + constant, amplitude) }
            amplitude = next
        }
        return bracketed(points, predictions)
    }

    /// The same where the steps go to and fro between two parabolas: lane by lane, with a bracket.
    @inline(never)
    private static func bracketed(
        _ points: UnsafeBufferPointer<DataPoint>, _ predictions: UnsafeBufferPointer<SIMD8<Double>>
    ) -> (chi2: SIMD8<Double>, amplitude: SIMD8<Double>) {
        let chiSquare = ChiSquare(points: Array(points))
        var (chi2, amplitude) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
        for lane in 0..<8 {
            predictions.map { $0[lane] }.withUnsafeBufferPointer { own in
                amplitude[lane] = chiSquare.bestAmplitude(predictions: own)
                chi2[lane] = chiSquare.value(amplitude: amplitude[lane], predictions: own)
            }
        }
        return (chi2, amplitude)
    }
}
