import Physics
import RealModule

/// The relic neutrinos of one mass state as they are: with the momenta of a Fermi gas, not at rest.
///
/// A target of momentum p and energy ε at an angle of cosine μ is met at s = 2E(ε − pμ), (1 − pμ/ε) times as often. So the
/// line is spread over L = ln(E/E_j) with the density (M1), whose area is that of the line at rest. Its absorption beside
/// that of targets at rest bounds what rest costs.
struct MovingTargets {
    private let setting: TransportSetting
    /// E_j m_j/T_ν is 1/b: b = m_j/T_ν today.
    private let massOverTemperature: Double
    /// |Q_ij|² over the incoming states.
    private let chargeSquares: SIMD3<Double>

    /// - Parameter state: 0, 1, 2, with a mass.
    init(_ setting: TransportSetting, state: Int) {
        self.setting = setting
        massOverTemperature = setting.masses.masses[state] / Constants.neutrinoTemperature
        let squares = setting.charges.squaresInMassBasis(setting.mixing)
        chargeSquares = SIMD3(squares[0][state], squares[1][state], squares[2][state])
    }

    /// What taking the targets at rest changes of the flux of all flavours, at most, in the mean over a third of a decade of
    /// energy, relative to the flux without interaction.
    ///
    /// That is the change of what this line alone leaves of the flux, as other lines and those before leave less of it, and
    /// of the daughters of what it absorbs, eq. (M2).
    func greatestChange(_ mediator: Mediator, index gamma: Double) -> Double {
        let path = Path(setting, index: gamma)
        let strength = min(mediator.strength, 1e100)
        let depths = path.scales.map { scale in
            let density = setting.relicDensity * scale * scale * scale / setting.cosmology.expansionRate(scale: scale)
            return 12 * Double.pi * Double.pi * strength * density
        }
        let lines = path.scales.map { ThermalLine(massOverTemperature / $0) }
        // Half a decade beyond what even relativistic targets reach on either side; in steps of two nodes.
        let beyond = Int((3 / path.step).rounded(.up))
        let places = stride(from: -path.count - beyond, through: beyond, by: 2).map { place in
            change(at: place, path, depths, lines)
        }
        let width = max(1, Int((Double.log(10) / 3 / (2 * path.step)).rounded()))
        var (sum, greatest) = (0.0, 0.0)
        for place in places.indices {
            sum += places[place] - (place >= width ? places[place - width] : 0)
            greatest = max(greatest, abs(sum) / Double(width))
        }
        return greatest * (1 + Self.daughters(index: gamma))
    }

    /// What moving targets leave more than those at rest of the flux at Earth.
    /// - Parameter place: ln(E/E_j) in steps of the path.
    private func change(
        at place: Int, _ path: Path, _ depths: [Double], _ lines: [ThermalLine]
    ) -> Double {
        var (moving, change) = (0.0, 0.0)
        for node in 0..<path.count {
            let half =
                0.5 * depths[node] * lines[node].density(Double(place) * path.step + path.position(node)) * path.step
            moving += half
            // A target at rest is met where E is E_j, at u = −ln(E/E_j), nearer than the source or not at all.
            let rest = place <= 0 && -place <= node ? depths[-place] : 0
            for state in 0..<3 {
                let square = chargeSquares[state]
                change += path.weights[node] / 3 * (Double.exp(-square * moving) - Double.exp(-square * rest))
            }
            moving += half
        }
        return change
    }

    /// ∫ e^{−γq} K(e^{−q}) dq: the flux of daughters over that of their parents.
    static func daughters(index gamma: Double) -> Double { 3 * (1 / gamma - 2 / (gamma + 1) + 2 / (gamma + 2)) }

    /// Steps in u = ln(1 + z) to the farthest sources.
    private struct Path {
        let count = 64
        let step: Double
        /// 1 + z in the middle of each.
        let scales: [Double]
        /// What of the flux at Earth without interaction was emitted in each.
        let weights: [Double]

        init(_ setting: TransportSetting, index gamma: Double) {
            let upper = Double.log(1 + setting.maximumRedshift)
            let (count, step) = (self.count, upper / Double(self.count))
            self.step = step
            scales = (0..<count).map { Double.exp((Double($0) + 0.5) * step) }
            let shape = SourceTable.shape(setting, upper: upper, steps: 2 * count)
            let table =
                SourceTable(shape: shape, upper: upper, index: gamma)
            weights = (0..<count).map { node in
                let farther = node == count - 1 ? 0 : table(Double(node + 1) * step)
                return table(Double(node) * step) - farther
            }
        }

        func position(_ node: Int) -> Double { (Double(node) + 0.5) * step }
    }
}

/// The line of moving targets at one redshift, eq. (M1).
struct ThermalLine {
    /// b = m_j/T.
    private let ratio: Double
    /// b²/(3 ζ(3)) ∫_q^∞ q′ dq′/((e^{q′} + 1) √(q′² + b²)) at even steps in ln q.
    private let tails: [Double]

    private static let logarithms = (first: -7.0, step: 0.15, count: 75)

    /// - Parameter ratio: m_j/T.
    init(_ ratio: Double) {
        self.ratio = ratio
        let (first, step, count) = Self.logarithms
        let factor = ratio * ratio / (3 * Constants.zetaOfThree)
        let values = (0..<count).map { place in
            let momentum = Double.exp(first + step * Double(place))
            let energy = (momentum * momentum + ratio * ratio).squareRoot()
            return factor * momentum * momentum / ((Double.exp(momentum) + 1) * energy)
        }
        var tails = [Double](repeating: 0, count: count)
        for place in (0..<count - 1).reversed() {
            tails[place] = tails[place + 1] + step / 2 * (values[place] + values[place + 1])
        }
        self.tails = tails
    }

    /// The density over L = ln(E/E_j).
    func density(_ distance: Double) -> Double {
        // Targets slower than this are not met there.
        let least = ratio * abs(Double.sinh(distance))
        let (first, step, count) = Self.logarithms
        guard least > 0 else { return tails[0] }
        let place = (Double.log(least) - first) / step
        guard place < Double(count - 1) else { return 0 }
        let cell = max(0, Int(place))
        let fraction = max(0, place - Double(cell))
        return Double.exp(-2 * distance) * (tails[cell] + fraction * (tails[cell + 1] - tails[cell]))
    }
}
