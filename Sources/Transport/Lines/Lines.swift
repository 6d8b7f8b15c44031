import Physics
import RealModule

/// The resonances of a setting, by falling energy, in units that leave the mediator out.
struct Lines: Sendable {
    /// 0 to 3: a massless state has none.
    let count: Int
    /// The mass state (0, 1, 2) of each line's target.
    let targets: [Int]
    /// The line of each mass state, and behind all lines those that have none.
    let blocks: InlineArray<3, Int>
    /// ln(2 m_j) [ln eV]: ln E_j = 2 ln m − this.
    let logarithmsOfTwiceMass: [Double]
    /// d_j = ln(E_1st/E_j) ≥ 0.
    let distances: [Double]
    /// E_1st/E_j.
    let ratios: [Double]
    /// |Q_ij|² over the incoming states i, for each line j; the fourth lane is zero.
    let chargeSquares: [SIMD4<Double>]
    /// |Q_ij|² of the pairs of states 11, 12, 13, 22: each says as much of state j on target i.
    let firstSquares: SIMD4<Double>
    /// The same of 23 and 33.
    let otherSquares: SIMD2<Double>
    /// P_k = Σ_l |Q_kl|²/S: the share of each state among the daughters.
    let shares: SIMD4<Double>

    init(_ setting: TransportSetting) {
        let masses = setting.masses.masses
        // A lighter state's resonance lies ten decades above the others: nothing of it arrives at γ ≥ 1.
        let least = 1e-10 * masses.max()
        let order = (0..<3).filter { masses[$0] > least }.sorted { masses[$0] < masses[$1] }
        let squares = setting.charges.squaresInMassBasis(setting.mixing)
        count = order.count
        targets = order
        let all = order + (0..<3).filter { !order.contains($0) }
        blocks = .init { state in all.firstIndex(of: state) ?? state }
        logarithmsOfTwiceMass = order.map { Double.log(2 * masses[$0]) }
        distances = order.map { Double.log(masses[$0] / masses[order[0]]) }
        ratios = order.map { masses[$0] / masses[order[0]] }
        let first = SIMD4(squares[0], squares[1].y)
        let rest = SIMD2(squares[1].z, squares[2].z)
        (firstSquares, otherSquares) = (first, rest)
        chargeSquares = order.map { SIMD4(squares[$0], 0) }
        let sums = SIMD4(squares[0].sum(), squares[1].sum(), squares[2].sum(), 0)
        shares = sums / setting.charges.sumOfSquares
    }

    /// Where the rates of any line are not smooth: there, matter that never met a higher line begins to arrive.
    func kinks(upper: Double) -> [Double] {
        var kinks: [Double] = []
        for lower in 0..<count {
            for higher in 0..<lower { kinks.append(upper - (distances[lower] - distances[higher])) }
        }
        return kinks
    }
}
