import RealModule

/// An upper limit on N_eff put to the table at one mass, for an ε that does not change with g′.
struct NeffQuestion {
    let slice: NeffSlice
    let limit: Double
    let epsilon: Double

    /// Couplings at which the table is asked before edges are sought between them, from 1e-15 to 1: eight make a factor of
    /// three, so that seventeen make a decade.
    static let couplings: [Double] = (0...251).map { 1e-15 * Double.exp(Double($0) / 8 * Double.log(3)) }

    /// Factors on g′ and ε that make three thirds and thrice the rates, and seven steps between.
    static let roots: [Double] = (-4...4).map { Double.exp(Double($0) / 8 * Double.log(3)) }

    /// The zones, rising, that fill all couplings.
    func zones() -> [NeffVerdicts.Zone] {
        let verdicts = Self.couplings.map(verdict)
        var zones: [NeffVerdicts.Zone] = []
        var edge = 0.0
        for index in verdicts.indices.dropFirst() where verdicts[index] != verdicts[index - 1] {
            let crossing = end(
                of: verdicts[index - 1], between: Self.couplings[index - 1], and: Self.couplings[index])
            zones.append(.init(couplings: .init(lower: edge, upper: crossing), verdict: verdicts[index - 1]))
            edge = crossing
        }
        zones.append(.init(couplings: .above(edge), verdict: verdicts[verdicts.count - 1]))
        return zones
    }

    private func verdict(at coupling: Double) -> NeffVerdicts.Verdict {
        var (isAlways, isEver, isEverTrusted) = (true, false, false)
        let error = NeffVerdicts.tableError(near: limit)
        for root in Self.roots {
            guard let all = slice.neutrinos(coupling: coupling * root, mixing: epsilon * root) else {
                return .mixingTooLarge
            }
            let trusted = slice.trustedNeutrinos(coupling: coupling * root) ?? all
            if trusted <= limit + error { isAlways = false }
            if trusted > limit - error { isEverTrusted = true }
            if all > limit - error { isEver = true }
        }
        if isAlways { return .excluded }
        if isEverTrusted { return .ratesDecide }
        return isEver ? .freezeIn : .allowed
    }

    /// Where a verdict that holds at `lower` and not at `upper` ends, to 1e-3 of the coupling: far below what a table is
    /// good for.
    private func end(of verdict: NeffVerdicts.Verdict, between lower: Double, and upper: Double) -> Double {
        var (inside, outside) = (lower, upper)
        while outside / inside > 1.001 {
            let middle = (inside * outside).squareRoot()
            if self.verdict(at: middle) == verdict { inside = middle } else { outside = middle }
        }
        return (inside * outside).squareRoot()
    }
}
