import ConstraintKit
import Dispatch
import RealModule
import Synchronization

/// What every bound must do, whatever it computes: one suite for the bundled ones and for plugins.
public struct ConstraintConformance: Sendable {
    private let bound: any CouplingBound
    /// Masses at which the bound must speak; nil: found by asking.
    private let speaks: [Mass]?
    /// Masses at which it must be silent.
    private let isSilent: [Mass]
    private let known: [KnownLimit]

    /// - Parameter known: values it must reproduce.
    public init(_ bound: any CouplingBound, speaks: [Mass], isSilent: [Mass], known: [KnownLimit] = []) {
        self.bound = bound
        self.speaks = speaks
        self.isSilent = isSilent
        self.known = known
    }

    /// The suite for a bound of which nothing is known: it must be silent at masses that nothing reaches, and what it
    /// says of its range must hold.
    public init(_ bound: any CouplingBound, known: [KnownLimit] = []) {
        self.bound = bound
        self.known = known
        speaks = nil
        let hasEdge = (bound as? any MassBound)?.massEdge != nil
        // An edge in mass excludes every mass below it.
        isSilent = hasEdge ? [] : Self.extremes
    }

    /// 10 eV to 10 PeV, twenty a decade, and the masses that known values are for.
    private var scan: [Mass] {
        Self.masses((0...300).map { Double.pow(10, Double($0) / 20 - 5) }) + known.map(\.mass)
    }

    private static let extremes = masses([1e-300, 1e-15, 1e18, 1e300])

    private static func masses(_ values: [Double]) -> [Mass] {
        values.compactMap { value in
            do { return try Mass(inMeV: value) } catch { return nil }
        }
    }

    /// Everything that is wrong; nothing where the bound conforms.
    public func faults() -> [ConformanceFault] {
        var faults: [ConformanceFault] = []
        let candidates = MassRow(sorting: (speaks ?? scan) + isSilent)
        var answers: [(mass: Mass, boundary: Boundary)] = []
        for mass in candidates {
            do { answers.append((mass, try bound.boundary(at: mass))) } catch {
                faults.append(.fails(mass, error))
            }
        }
        guard faults.isEmpty else { return Array(faults.prefix(Self.mostAlike)) }
        // What is no interval at one mass seldom is at others, and nothing that follows means anything then: a NaN differs
        // from itself in a row, too.
        if let malformed = formFaults(answers).first { return [malformed] }
        for examine in [limitFaults, silenceFaults] {
            faults += examine(answers).prefix(Self.mostAlike)
        }
        faults += rowFaults(candidates, answers.map(\.boundary)) + threadFaults(answers)
        return faults + known.flatMap(knownFaults)
    }

    /// So many faults of a kind tell as much as all of them.
    private static let mostAlike = 3

    private typealias Answers = [(mass: Mass, boundary: Boundary)]

    private func formFaults(_ answers: Answers) -> [ConformanceFault] {
        answers.filter { !$0.boundary.isWellFormed }.map { .notWellFormed($0.mass, $0.boundary) }
    }

    /// Inside its range a bound names couplings, finite and above zero wherever an interval has an edge.
    private func limitFaults(_ answers: Answers) -> [ConformanceFault] {
        answers.compactMap { mass, boundary in
            let edges = boundary.edges
            let isNamed = edges.isEmpty || edges.contains { $0 > 0 && $0 < .infinity }
            return isNamed ? nil : .noEdge(mass)
        }
    }

    private func silenceFaults(_ answers: Answers) -> [ConformanceFault] {
        var faults: [ConformanceFault] = []
        let required = Set(speaks ?? [])
        let forbidden = Set(isSilent)
        for (mass, boundary) in answers {
            guard case .silent(let reason) = boundary else {
                if forbidden.contains(mass) { faults.append(.speaks(mass)) }
                continue
            }
            if required.contains(mass) { faults.append(.isSilent(mass)) }
            if case .outsideRange(let lower, let upper) = reason,
                !(lower < upper) || (lower...upper).contains(mass.inMeV)
            {
                faults.append(.silentInRange(mass, lower: lower, upper: upper))
            }
        }
        if answers.allSatisfy({ $0.boundary.isSilent }) {
            faults.append(.isAlwaysSilent)
        }
        return faults
    }

    private func rowFaults(_ row: MassRow, _ alone: [Boundary]) -> [ConformanceFault] {
        do {
            let together = Array(try bound.boundaries(along: row))
            guard together.count == alone.count else {
                return [.answersOfRow(together.count, masses: alone.count)]
            }
            guard let other = row.indices.first(where: { together[$0] != alone[$0] }) else { return [] }
            return [.otherwiseInRow(row[other], together: together[other], alone: alone[other])]
        } catch { return [.failsInRow(error)] }
    }

    private func threadFaults(_ answers: Answers) -> [ConformanceFault] {
        let fault = Mutex<ConformanceFault?>(nil)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for (mass, alone) in answers {
                let answer = Result { try bound.boundary(at: mass) }
                guard case .success(alone) = answer else {
                    fault.withLock { $0 = .threadsDisagree(mass, answer) }
                    return
                }
            }
        }
        return fault.withLock { $0.map { [$0] } ?? [] }
    }

    private func knownFaults(_ value: KnownLimit) -> [ConformanceFault] {
        do {
            let edges = try bound.boundary(at: value.mass).edges.filter { $0 > 0 && $0 < .infinity }
            if edges.contains(where: { abs($0 / value.coupling - 1) <= value.tolerance }) { return [] }
            return [.missesKnownLimit(value, found: edges)]
        } catch { return [.failsAtKnownLimit(value, error)] }
    }
}

extension Boundary {
    /// Where its intervals begin and end.
    fileprivate var edges: [Double] {
        switch self {
        case .excludes(let intervals): intervals.flatMap { [$0.lower, $0.upper] }
        case .prefers(let bands): bands.flatMap { [$0.couplings.lower, $0.couplings.upper] }
        case .silent: []
        }
    }

    fileprivate var isSilent: Bool {
        if case .silent = self { return true }
        return false
    }
}
