import NumericalMethods
import Physics
import RealModule

/// Integrals of the arriving flux over energy, split wherever the spectrum jumps or bends.
extension NarrowLineSpectrum {
    public func integratedFluxes(_ mediator: Mediator, bins: [EnergyBin]) throws(TransportError) -> [SIMD3<Double>] {
        let unit = FreeFlux.unit * FreeFlux.pivot
        guard geometry.lines.count > 0 else {
            return bins.map { geometry.freeStates * FreeFlux.integrated(index: index, bin: $0) }
        }
        let highest = geometry.logarithmOfHighestLine(mediator) - Double.log(FreeFlux.pivot)
        return withRates(mediator) { rates in
            bins.map { bin in
                let lower = highest - Double.log(bin.upper / FreeFlux.pivot)
                let upper = highest - Double.log(bin.lower / FreeFlux.pivot)
                let sum = integral(rates, from: lower, to: upper, highest: highest, weight: 1) * unit
                return SIMD3(sum.x, sum.y, sum.z)
            }
        }
    }

    /// ∫ E^{p−γ} f_k d ln E for each state k, f_k the ratio to free streaming.
    /// - Parameters:
    ///   - lower: ε = ln(E_1st/E) at the upper end in energy.
    ///   - upper: ε at the lower end in energy.
    ///   - highest: ln E_1st in the unit of the result.
    ///   - weight: p; 1 counts particles, 2 energy.
    func integral(
        _ rates: AbsorptionRates, from lower: Double, to upper: Double, highest: Double, weight: Double
    ) -> SIMD4<Double> {
        var sum = SIMD4<Double>.zero
        // Above every line nothing happens.
        if lower < 0 {
            sum += geometry.free * freeIntegral(from: lower, to: min(upper, 0), highest: highest, weight: weight)
        }
        sum += structuredIntegral(rates, from: max(lower, 0), to: upper, highest: highest, weight: weight)
        let tail = max(lower, geometry.edges[geometry.edges.count - 1])
        if upper > tail {
            sum += geometry.free * freeIntegral(from: tail, to: upper, highest: highest, weight: weight)
            sum += tailIntegral(rates, from: tail, to: upper, highest: highest, weight: weight)
        }
        return sum
    }

    /// ∫ E^{p−γ} d ln E.
    func freeIntegral(from lower: Double, to upper: Double, highest: Double, weight: Double) -> Double {
        Transport.freeIntegral(weight - index, from: lower, to: upper, highest: highest)
    }

    /// Below the lowest crossing of every line only daughters are added, and their spectrum is a sum of three powers.
    func tailIntegral(
        _ rates: AbsorptionRates, from lower: Double, to upper: Double, highest: Double, weight: Double
    ) -> SIMD4<Double> {
        var sum = 0.0
        for (line, distance) in geometry.lines.distances.enumerated() {
            let u = lower - distance
            let kernel = Self.kernel(fraction: Double.exp(-u), power: Double.exp(-index * u))
            let moments = rates.moments[line * rates.nodeCount]
            for order in 0..<3 {
                sum += kernel[order] * moments[order] * decayIntegral(weight + Double(order), upper - lower)
            }
        }
        return rates.shares * (sum * Double.exp((weight - index) * (highest - lower)))
    }

    /// The same of f_k less what arrives without interaction: all that the mediator changes.
    func changeIntegral(
        _ rates: AbsorptionRates, from lower: Double, to upper: Double, highest: Double, weight: Double
    ) -> SIMD4<Double> {
        let tail = max(lower, geometry.edges[geometry.edges.count - 1])
        var sum = structuredIntegral(
            rates, from: max(lower, 0), to: upper, highest: highest, weight: weight, emitted: 0)
        if upper > tail { sum += tailIntegral(rates, from: tail, to: upper, highest: highest, weight: weight) }
        return sum
    }

    /// Between the lines, by Gauss–Legendre from edge to edge.
    /// - Parameter emitted: see ``AbsorptionRates/arriving(_:emitted:)``.
    func structuredIntegral(
        _ rates: AbsorptionRates, from lower: Double, to upper: Double, highest: Double, weight: Double,
        emitted: Double = 1
    ) -> SIMD4<Double> {
        var sum = SIMD4<Double>.zero
        // Four nodes at a time, and what is missing of the last four counts nothing.
        var (epsilons, weights) = (SIMD4(repeating: upper), SIMD4<Double>.zero)
        var count = 0
        func look() {
            let factors = weights * exponential((weight - index) * (highest - epsilons))
            let fluxes = rates.arriving(epsilons, emitted: emitted)
            for lane in 0..<4 { sum += fluxes[lane] * factors[lane] }
            (weights, count) = (.zero, 0)
        }
        geometry.eachPiece(from: lower, to: upper, step: energyStep) { middle, half in
            for node in 0..<SixPointRule.count {
                epsilons[count] = middle + half * SixPointRule.node(node)
                weights[count] = half * SixPointRule.weight(node)
                count += 1
                if count == 4 { look() }
            }
        }
        if count > 0 { look() }
        return sum
    }
}

/// ∫ E^p d ln E between two ε = ln(E_1st/E), the lower in ε first.
/// - Parameter highest: ln E_1st in the unit of the result.
func freeIntegral(_ power: Double, from lower: Double, to upper: Double, highest: Double) -> Double {
    Double.exp(power * (highest - lower)) * decayIntegral(power, upper - lower)
}

/// ∫_0^w e^{−p x} dx.
func decayIntegral(_ power: Double, _ width: Double) -> Double {
    let argument = power * width
    return abs(argument) < 1e-12 ? width : -Double.expMinusOne(-argument) / power
}

extension LineGeometry {
    /// Divides a range of ε between the edges of the spectrum into pieces on which it is smooth.
    /// - Parameters:
    ///   - step: the widest piece.
    ///   - body: told the middle of each piece and half its width.
    @inline(__always)
    func eachPiece(from lower: Double, to upper: Double, step: Double, _ body: (Double, Double) -> Void) {
        for edge in 1..<edges.count where edges[edge] > lower && edges[edge - 1] < upper {
            let start = max(lower, edges[edge - 1])
            let end = min(upper, edges[edge])
            let pieces = max(1, Int(((end - start) / step).rounded(.up)))
            let width = (end - start) / Double(pieces)
            for piece in 0..<pieces { body(start + width * (Double(piece) + 0.5), width / 2) }
        }
    }
}
