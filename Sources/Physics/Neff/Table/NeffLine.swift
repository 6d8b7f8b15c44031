import ConstraintKit
import NumericalMethods
import RealModule

/// An upper limit on N_eff put to the table at one mass, along the line on which ε is proportional to g′.
///
/// There a factor on all rates is the same as its root on g′: what N_eff exceeds the limit for all rates between a third and
/// thrice is what it exceeds it for, less a factor √3 at each edge.
struct NeffLine {
    private let slice: NeffSlice
    private let limit: Double
    private let ratio: Double

    /// - Parameter ratio: ε/g′; nothing is known of one that is too large for the table.
    init?(_ slice: NeffSlice, limit: Double, ratio: Double) {
        guard slice.neutrinos(coupling: 1, mixing: ratio) != nil else { return nil }
        (self.slice, self.limit, self.ratio) = (slice, limit, ratio)
    }

    /// The zones, rising, that fill all couplings.
    func zones() -> [NeffVerdicts.Zone] {
        let error = NeffVerdicts.tableError(near: limit)
        let all = Rise { slice.neutrinos(coupling: $0, mixing: ratio * $0) ?? 0 }
        let trusted = slice.isTrusted ? all : Rise { slice.trustedNeutrinos(coupling: $0) ?? 0 }
        func widened(_ intervals: CouplingIntervals, by factor: Double) -> CouplingIntervals {
            CouplingIntervals(union: intervals.compactMap { $0.widened(by: factor) })
        }
        let always = widened(trusted.couplings(above: limit + error), by: 1 / NeffVerdicts.root)
        let ever = widened(trusted.couplings(above: limit - error), by: NeffVerdicts.root)
        let everWithAll =
            slice.isTrusted ? ever : widened(all.couplings(above: limit - error), by: NeffVerdicts.root)
        func verdict(at coupling: Double) -> NeffVerdicts.Verdict {
            func lies(in intervals: CouplingIntervals) -> Bool {
                intervals.contains { $0.lower < coupling && coupling < $0.upper }
            }
            if lies(in: always) { return .excluded }
            if lies(in: ever) { return .ratesDecide }
            return lies(in: everWithAll) ? .freezeIn : .allowed
        }
        let edges = Set([always, ever, everWithAll].joined().flatMap { [$0.lower, $0.upper] })
            .filter { $0 > 0 && $0.isFinite }.sorted()
        var zones: [NeffVerdicts.Zone] = []
        var lower = 0.0
        for upper in edges + [.infinity] {
            let inside = lower == 0 ? upper / 2 : upper.isFinite ? (lower * upper).squareRoot() : 2 * lower
            let verdict = verdict(at: inside.isFinite ? inside : 1)
            if let last = zones.last, last.verdict == verdict {
                zones[zones.count - 1] = .init(
                    couplings: .init(lower: last.couplings.lower, upper: upper), verdict: verdict)
            } else {
                zones.append(.init(couplings: .init(lower: lower, upper: upper), verdict: verdict))
            }
            lower = upper
        }
        return zones
    }
}

/// N_eff along the couplings, to be put to several limits.
private struct Rise {
    private let neutrinos: (Double) -> Double
    /// At ``NeffQuestion/couplings``.
    private let values: [Double]

    init(_ neutrinos: @escaping (Double) -> Double) {
        self.neutrinos = neutrinos
        values = NeffQuestion.couplings.map(neutrinos)
    }

    /// The couplings for which N_eff exceeds a value; at the ends of ``NeffQuestion/couplings`` as far as they go.
    func couplings(above value: Double) -> CouplingIntervals {
        let couplings = NeffQuestion.couplings
        let isAbove = values.map { $0 > value }
        var intervals: [CouplingInterval] = []
        var start: Double? = isAbove[0] ? 0 : nil
        for index in couplings.indices.dropFirst() where isAbove[index] != isAbove[index - 1] {
            let edge = Bracket(inside: Double.log(couplings[index - 1]), outside: Double.log(couplings[index]))
                .narrowed(halvings: 10) { (neutrinos(Double.exp($0)) > value) == isAbove[index - 1] }.middle
            if let lower = start {
                intervals.append(.init(lower: lower, upper: Double.exp(edge)))
                start = nil
            } else {
                start = Double.exp(edge)
            }
        }
        if let start { intervals.append(.above(start)) }
        return .init(union: intervals)
    }
}

extension CouplingInterval {
    /// With its edges moved apart by a factor; nil where a factor below 1 leaves nothing.
    fileprivate func widened(by factor: Double) -> CouplingInterval? {
        let (low, high) = (lower / factor, upper * factor)
        return low < high ? CouplingInterval(lower: low, upper: high) : nil
    }
}
