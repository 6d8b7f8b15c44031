import NumericalMethods

/// Four energies, as the lines see them.
struct FourEnergies {
    /// ε = ln(E_1st/E).
    let epsilon: SIMD4<Double>
    /// e^{−ε}.
    let fraction: SIMD4<Double>
    /// e^{−γε}.
    let power: SIMD4<Double>

    /// - Parameter index: γ.
    @inline(__always)
    init(_ epsilon: SIMD4<Double>, index: Double) {
        (self.epsilon, fraction, power) = (epsilon, exponential(-epsilon), exponential(epsilon * -index))
    }

    /// - Parameters:
    ///   - energies: in GeV.
    ///   - highest: ln E_1st [ln GeV].
    ///   - perHighest: 1/E_1st.
    ///   - above: above the first line [GeV]: of energies that all are there nothing else is said.
    ///   - index: γ.
    @inline(__always)
    init(_ energies: SIMD4<Double>, highest: Double, perHighest: Double, above: Double, index: Double) {
        guard any(energies .< above) else {
            (epsilon, fraction, power) = (SIMD4(repeating: -1), .zero, .zero)
            return
        }
        let epsilon = highest - logarithm(energies)
        (self.epsilon, fraction, power) = (epsilon, energies * perHighest, exponential(epsilon * -index))
    }
}

/// What arrives at four energies, on its way through the lines by falling energy.
struct FourFluxes {
    /// Of each mass state over what free streaming gives of the power law.
    private(set) var fluxes = InlineArray<4, SIMD4<Double>>(repeating: .zero)
    /// W, to where the sources are counted.
    private var source = SIMD4<Double>.zero
    /// x = E/E_j and x^γ of each line.
    private var fractions = InlineArray<3, SIMD4<Double>>(repeating: .zero)
    private var powers = InlineArray<3, SIMD4<Double>>(repeating: .zero)
    /// What each line sent here that was counted.
    private var passed = InlineArray<3, SIMD4<Double>>(repeating: .zero)
    /// What all lines sent that was not.
    private var rest = SIMD4<Double>.zero

    /// - Parameters:
    ///   - energies: of which some may lie above the lines.
    ///   - rates: of the lines.
    ///   - emitted: what free streaming gives of the sources, over that of the power law; with 0 what the mediator changes is
    ///     told, and not what arrives.
    @inline(__always)
    init(_ energies: FourEnergies, _ rates: AbsorptionRates, emitted: Double) {
        // Written out, so that of each line the compiler knows how many send to it.
        let count = rates.tables.lineCount
        if count > 0 { meet(0, energies, rates) }
        if count > 1 { meet(1, energies, rates) }
        if count > 2 { meet(2, energies, rates) }
        let missing = emitted - source
        for lane in 0..<4 { add(missing, rest, lane, rates) }
    }

    /// The sources between the last line and this one, what the lines sent from there, and what of all that this line lets through.
    @inline(__always)
    private mutating func meet(_ line: Int, _ energies: FourEnergies, _ rates: AbsorptionRates) {
        let u = energies.epsilon - rates.tables.lines[line].distance
        let isBelow = !VectorSelection(u, below: .zero)
        guard isBelow.isAny else { return }
        // To energies above it a line sends nothing; however far they are above, that is a number.
        fractions[line] = isBelow(energies.fraction * rates.tables.lines[line].ratio)
        powers[line] = isBelow(energies.power * rates.tables.lines[line].power)
        rest += powers[line] * DecayKernel.sum(rates.moments[line &* rates.nodeCount], at: fractions[line])
        let crosses = isBelow & VectorSelection(u, below: SIMD4(repeating: rates.tables.upper))
        guard crosses.isAny else { return }
        // Energies that don't cross here go along, and change nothing.
        let within = crosses(u)
        let places = rates.tables.places(within)
        var daughters = SIMD4<Double>.zero
        for emitter in 0...line {
            let sent = powers[emitter] * rates.sum(of: emitter, at: places, fraction: fractions[emitter])
            let more = crosses(sent - passed[emitter])
            // What this line itself emits comes after it.
            if emitter < line { daughters += more }
            rest -= more
            passed[emitter] += more
        }
        let emitted = crosses(rates.tables.source(within, line: line) - source)
        source += emitted
        let slopes = (
            places.leftSlope * places.cells.read(rates.tables.depthSlopes, 0),
            places.rightSlope * places.cells.read(rates.tables.depthSlopes, 1)
        )
        let all = crosses.isAll
        for lane in 0..<4 where all || crosses[lane] {
            add(emitted, daughters, lane, rates)
            let left = line &* rates.nodeCount &+ places.cells.node(lane, 0)
            fluxes[lane] *= survived(
                rates.survivals[left], rates.survivals[left &+ 1],
                SIMD4(places.left[lane], places.right[lane], slopes.0[lane], slopes.1[lane]), rates.strengths[line])
        }
    }

    @inline(__always)
    private mutating func add(
        _ emitted: SIMD4<Double>, _ daughters: SIMD4<Double>, _ lane: Int, _ rates: AbsorptionRates
    ) {
        let flux = rates.tables.free * emitted[lane]
        fluxes[lane] += flux + rates.shares * daughters[lane]
    }
}

extension AbsorptionRates {
    /// K applied to the moments of a line at four places, by Hermite's cubic: their derivatives are known, see ``MomentKernel``.
    @inline(__always)
    fileprivate func sum(of line: Int, at places: EnergyTables.Places, fraction x: SIMD4<Double>) -> SIMD4<Double> {
        @inline(__always) func side(_ side: Int, _ weight: SIMD4<Double>, _ slope: SIMD4<Double>) -> SIMD4<Double> {
            @inline(__always) func row(_ lane: Int) -> SIMD4<Double> {
                moments[line &* nodeCount &+ places.cells.node(lane, side)]
            }
            let (a, b, c, d) = (row(0), row(1), row(2), row(3))
            let sum = DecayKernel.sum(
                (SIMD4(a.x, b.x, c.x, d.x), SIMD4(a.y, b.y, c.y, d.y), SIMD4(a.z, b.z, c.z, d.z)), at: x)
            let kernel = DecayKernel.value(x * places.cells.read(tables.scales, side))
            return sum * weight - SIMD4(a.w, b.w, c.w, d.w) * kernel * slope
        }
        return side(0, places.left, places.leftSlope) + side(1, places.right, places.rightSlope)
    }
}
