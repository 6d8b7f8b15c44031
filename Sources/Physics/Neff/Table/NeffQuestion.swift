import RealModule

/// An upper limit on N_eff put to the table at one mass.
struct NeffQuestion {
    let slice: NeffSlice
    let limit: Double
    let mixing: NeffVerdicts.Mixing

    /// Couplings at which verdicts are asked before edges are sought between them, from 1e-15 to 1: eight make a factor of
    /// three in the coupling, so that seventeen make a decade.
    static let couplings: [Double] = (0...251).map { 1e-15 * Double.exp(Double($0) / 8 * Double.log(3)) }

    /// Factors on g′ and ε that make three thirds and thrice the rates, and two steps between.
    private static let roots: [Double] = [-2, -1, 0, 1, 2].map { Double.exp(Double($0) / 4 * Double.log(3)) }

    /// Whether N_eff exceeds the limit at a coupling, and whether it does by the Z′ that count towards an exclusion; nil where
    /// the table says nothing.
    private typealias Excess = (all: Bool, trusted: Bool)

    private func excess(coupling: Double, root: Double) -> Excess? {
        let (scaled, epsilon) = (coupling * root, mixing.epsilon(coupling: coupling) * root)
        guard let all = slice.neutrinos(coupling: scaled, mixing: epsilon) else { return nil }
        let trusted = slice.trustedNeutrinos(coupling: scaled) ?? all
        return (all > limit, trusted > limit)
    }

    /// - Parameter excess: at each of the five rates.
    @inline(__always)
    private static func verdict(_ excess: (Int) -> Excess?) -> NeffVerdicts.Verdict {
        var (isAlways, isEver, isEverTrusted) = (true, false, false)
        for rate in 0..<5 {
            guard let excess = excess(rate) else { return .mixingTooLarge }
            if excess.trusted { isEverTrusted = true } else { isAlways = false }
            if excess.all { isEver = true }
        }
        if isAlways { return .excluded }
        if isEverTrusted { return .ratesDecide }
        return isEver ? .freezeIn : .allowed
    }

    func verdict(at coupling: Double) -> NeffVerdicts.Verdict {
        Self.verdict { excess(coupling: coupling, root: Self.roots[$0]) }
    }

    /// The verdicts at all ``couplings``.
    func verdicts() -> [NeffVerdicts.Verdict] {
        guard case .ratio = mixing else { return Self.couplings.map(verdict) }
        // With ε ∝ g′ the table is asked along one line, on which a factor √3 is four couplings.
        let line = (-4..<Self.couplings.count + 4).map { index in
            excess(coupling: 1e-15 * Double.exp(Double(index) / 8 * Double.log(3)), root: 1)
        }
        return Self.couplings.indices.map { index in
            Self.verdict { line[index + 2 * $0] }
        }
    }

    /// Where a verdict that holds at `lower` and not at `upper` ends, to 1e-3 of the coupling: far below what a table is
    /// good for.
    func end(of verdict: NeffVerdicts.Verdict, between lower: Double, and upper: Double) -> Double {
        var (inside, outside) = (lower, upper)
        while outside / inside > 1.001 {
            let middle = (inside * outside).squareRoot()
            if self.verdict(at: middle) == verdict { inside = middle } else { outside = middle }
        }
        return (inside * outside).squareRoot()
    }
}
