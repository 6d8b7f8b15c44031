import NumericalMethods
import RealModule

/// The columns of a sweep, falling in x = ξ − u, and what each stands for among those below.
struct ShellColumns {
    typealias Lanes = GridIndices.Lanes

    let places: [Double]
    /// From each to the nearest place where a spectrum may step.
    private let distances: [Double]

    /// - Parameter sharp: −x of all places where a spectrum may step.
    init(places: [Double], sharp: [Double]) {
        self.places = places
        distances = places.map { place in sharp.reduce(.infinity) { min($0, abs(-place - $1)) } }
    }

    /// What lies between a column and the one Δ above it, for one group of indices.
    struct Cell {
        /// e^{−(γ+n)Δ}.
        let decay: GridIndices.Moments
        /// ∫ e^{−(γ+n)q} dq of the share of each column, q rising from the lower one.
        let upper: GridIndices.Moments
        let lower: GridIndices.Moments
    }

    /// - Parameter number: of the lower column.
    func cell(above number: Int, _ gamma: Lanes) -> Cell {
        let width = places[number - 1] - places[number]
        let share = lowerShare(number)
        let (first, single) = (exponential(-gamma * width), Double.exp(-width))
        let decay = (first, first * single, first * (single * single))
        func parts(_ power: Lanes, _ decay: Lanes) -> (upper: Lanes, lower: Lanes) {
            let argument = power * width
            // ∫ (q/Δ) e^{−aq} dq and ∫ e^{−aq} dq, over Δ: both cancel where a step is small.
            let isSmall = argument .< 0.02
            let late = (1 - (1 + argument) * decay) / (argument * argument)
            let lateEnd: Lanes = 0.125 - argument * (1.0 / 30)
            let lateSeries: Lanes = 0.5 - argument * (1.0 / 3 - argument * lateEnd)
            let all = (1 - decay) / argument
            let allEnd: Lanes = 1.0 / 6 - argument * (1.0 / 24)
            let allSeries: Lanes = 1 - argument * (0.5 - argument * allEnd)
            let upper = late.replacing(with: lateSeries, where: isSmall)
            let whole = all.replacing(with: allSeries, where: isSmall)
            return (upper * (2 * (1 - share) * width), (whole - upper) * (2 * share * width))
        }
        let all = (parts(gamma, decay.0), parts(gamma + 1, decay.1), parts(gamma + 2, decay.2))
        return Cell(
            decay: decay, upper: (all.0.upper, all.1.upper, all.2.upper),
            lower: (all.0.lower, all.1.lower, all.2.lower))
    }

    /// What a column counts for in an integral over x, of what is above it and of what is below.
    func width(above number: Int) -> Double { (places[number - 1] - places[number]) * lowerShare(number) }
    func width(below number: Int) -> Double {
        guard number + 1 < places.count else { return 0 }
        return (places[number] - places[number + 1]) * (1 - lowerShare(number + 1))
    }

    /// What a column counts for in the cell above it, of 1: with shares as the distances p from a line, ∫ is exact for what is constant
    /// and for what falls as 1/p², as wings do.
    private func lowerShare(_ number: Int) -> Double {
        let (upper, lower) = (distances[number - 1], distances[number])
        return upper + lower > 0 ? lower / (upper + lower) : 0.5
    }
}
