import RealModule

/// The table at one mass: N_eff against coupling and mixing.
public struct NeffSlice: Sendable {
    /// m [MeV].
    public let mass: Double
    private let opening: Double
    private let couplings: CubicAxis
    private let mixings: CubicAxis?
    private let values: [Double]
    private let early: [Double]?

    /// Below it what neutrinos make once they are free is not trusted to exclude anything [MeV].
    public static let trustedMass = 1.0

    init(mass: Double, couplings: CubicAxis, mixings: CubicAxis?, values: [Double], early: [Double]?) {
        self.mass = mass
        self.couplings = couplings
        self.mixings = mixings
        self.values = values
        self.early = early
        opening = NeffModel.electronOpening(mass: mass)
    }

    /// Whether all Z′ count towards an exclusion.
    var isTrusted: Bool { early == nil }

    /// N_eff; nil where |ε| > g′, where electrons and not neutrinos would hold the Z′.
    /// - Parameters:
    ///   - coupling: g′.
    ///   - mixing: ε.
    public func neutrinos(coupling: Double, mixing: Double) -> Double? {
        guard mixings == nil || abs(mixing) <= NeffTable.largestMixing * coupling else { return nil }
        return interpolated(values, coupling: coupling, mixing: abs(mixing) * opening)
    }

    /// N_eff of the Z′ that were made before neutrinos were free, which alone count towards an exclusion below
    /// ``trustedMass``; nil above, where all do.
    func trustedNeutrinos(coupling: Double) -> Double? {
        early.map { interpolated($0, coupling: coupling, mixing: 0) }
    }

    /// The least N_eff for rates between a third and thrice of what they are taken to be, of the Z′ that count towards an
    /// exclusion; nil where |ε| > g′.
    /// - Parameters:
    ///   - coupling: g′.
    ///   - mixing: ε.
    public func leastNeutrinos(coupling: Double, mixing: Double) -> Double? {
        var least = Double.infinity
        for root in NeffQuestion.roots {
            guard let all = neutrinos(coupling: coupling * root, mixing: mixing * root) else { return nil }
            least = min(least, trustedNeutrinos(coupling: coupling * root) ?? all)
        }
        return least
    }

    private func interpolated(_ values: [Double], coupling: Double, mixing: Double) -> Double {
        let row = couplings.stencil(at: coupling)
        guard let mixings else {
            let first = row.first
            let four = SIMD4(values[first], values[first + 1], values[first + 2], values[first + 3])
            return (row.weights * four).sum()
        }
        let column = mixings.stencil(at: mixing)
        var sum = 0.0
        for index in 0..<4 {
            let start = (row.first + index) * mixings.count + column.first
            let four = SIMD4(values[start], values[start + 1], values[start + 2], values[start + 3])
            sum += row.weights[index] * (column.weights * four).sum()
        }
        return sum
    }
}
