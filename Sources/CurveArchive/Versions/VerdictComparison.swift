import ConstraintKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Two bounds, set against each other along masses: where the new one says another thing, by more than its edges may move.
struct VerdictComparison {
    /// Couplings at one mass that flip alike.
    private struct Stretch {
        var mass: Double
        var interval: CouplingInterval
        var from, to: FlippedCells.Verdict

        var cell: FlippedCells.Cell {
            .init(massInMeV: mass, coupling: interval.middle, from: from, to: to)
        }
    }

    private let masses: ComparedMasses
    private let couplings: [Double]
    private var stretches: [Stretch] = []

    /// - Throws: what the new bound throws. An old one that throws says nothing.
    init(
        _ old: (any CouplingBound)?, _ new: any CouplingBound, _ masses: ComparedMasses, _ tolerance: FlipTolerance
    ) throws {
        self.masses = masses
        let before: Sayings
        do { before = try Sayings(old, masses.all, tolerance) } catch {
            before = try Sayings(nil, masses.all, tolerance)
        }
        let after = try Sayings(new, masses.all, tolerance)
        couplings = Self.grid(over: before.edges + after.edges)
        for (index, mass) in masses.all.enumerated() {
            let (was, now) = (before.here[index], after.here[index])
            func take(_ intervals: CouplingIntervals, _ isWanted: (Stretch) -> Bool = { _ in true }) {
                for interval in intervals {
                    let (from, to) = (was.verdict(interval.middle), now.verdict(interval.middle))
                    let stretch = Stretch(mass: mass.inMeV, interval: interval, from: from, to: to)
                    if from != to, isWanted(stretch) { stretches.append(stretch) }
                }
            }
            take(now.excluded.subtracting(before.near[index].excluded))
            take(was.excluded.subtracting(after.near[index].excluded))
            // What was, or is, excluded has been taken.
            func isOther(_ stretch: Stretch) -> Bool { stretch.from != .excluded && stretch.to != .excluded }
            take(now.preferred.subtracting(before.near[index].preferred), isOther)
            take(was.preferred.subtracting(after.near[index].preferred), isOther)
        }
    }

    /// The cells that flip.
    var cells: FlippedCells {
        var cells = FlippedCells()
        cells.total = masses.ofGrid.count * couplings.count
        let onGrid = stretches.filter { masses.ofGrid.contains($0.mass) }
        for stretch in onGrid {
            cells.count += couplings.count { stretch.interval.lower < $0 && $0 < stretch.interval.upper }
        }
        // A sliver between the cells is one all the same.
        if cells.count == 0 { cells.count = stretches.count }
        let shown = onGrid.isEmpty ? stretches : onGrid
        cells.examples = Self.examples(of: shown)
        return cells
    }

    /// A few of each kind in turn, the newly excluded of what was allowed first, from the lowest masses to the highest.
    private static func examples(of stretches: [Stretch]) -> [FlippedCells.Cell] {
        struct Turn: Hashable { var from, to: FlippedCells.Verdict }
        let byTurn = Dictionary(grouping: stretches) { Turn(from: $0.from, to: $0.to) }
        func rank(_ turn: Turn) -> Int { (turn.to == .excluded ? 0 : 10) + (turn.from.rank) }
        let turns = byTurn.sorted { rank($0.key) < rank($1.key) }.map(\.value)
        let each = (FlippedCells.mostExamples + turns.count - 1) / max(1, turns.count)
        let few = turns.map { stretches in
            stride(from: 0, to: stretches.count, by: max(1, (stretches.count + each - 1) / each)).map {
                stretches[$0].cell
            }
        }
        let inTurn = (0..<each).flatMap { index in few.compactMap { index < $0.count ? $0[index] : nil } }
        return Array(inTurn.prefix(FlippedCells.mostExamples))
    }

    /// Couplings in equal steps of their logarithm, from a decade below the lowest edge to a decade above the highest.
    private static func grid(over edges: [Double]) -> [Double] {
        guard let low = edges.min(), let high = edges.max() else { return [] }
        let step = log10(high / low * 100) / Double(FlippedCells.side - 1)
        return (0..<FlippedCells.side).map { low / 10 * pow(10, step * Double($0)) }
    }
}

/// What a bound says along masses.
private struct Sayings {
    struct Saying {
        var excluded = CouplingIntervals()
        var preferred = CouplingIntervals()
        var isSilent = true

        func verdict(_ coupling: Double) -> FlippedCells.Verdict {
            if excluded.contains(coupling) { return .excluded }
            if preferred.contains(coupling) { return .preferred }
            return isSilent ? .silent : .allowed
        }
    }

    var here: [Saying]
    /// What it says here or nearby, as far as edges may move.
    var near: [Saying]

    /// - Parameter bound: nil says nothing.
    init(_ bound: (any CouplingBound)?, _ masses: [Mass], _ tolerance: FlipTolerance) throws {
        guard let bound else {
            here = [Saying](repeating: Saying(), count: masses.count)
            near = here
            return
        }
        func sayings(_ factor: Double) throws -> [Saying] {
            let row = try MassRow(masses.map { try Mass(inMeV: $0.inMeV * factor) })
            return try bound.boundaries(along: row).map(Saying.init)
        }
        let factor = pow(10, tolerance.mass)
        let (below, above) = (try sayings(1 / factor), try sayings(factor))
        let exactly = try sayings(1)
        here = exactly
        near = exactly.indices.map { index in
            let nearby = [below[index], exactly[index], above[index]]
            return Saying(
                excluded: CouplingIntervals(union: nearby.flatMap(\.excluded)).widened(by: tolerance.coupling),
                preferred: CouplingIntervals(union: nearby.flatMap(\.preferred)).widened(by: tolerance.coupling),
                isSilent: false)
        }
    }

    /// Every edge in coupling.
    var edges: [Double] {
        here.flatMap { (saying: Saying) -> [Double] in
            let intervals = Array(saying.excluded) + Array(saying.preferred)
            let ends: [Double] = intervals.map(\.lower) + intervals.map(\.upper)
            return ends.filter { $0 > 0 && $0 < .infinity }
        }
    }
}

extension Sayings.Saying {
    fileprivate init(_ boundary: Boundary) {
        switch boundary {
        case .excludes(let intervals): (excluded, isSilent) = (intervals, false)
        case .prefers(let intervals):
            (preferred, isSilent) = (CouplingIntervals(union: intervals.map(\.couplings)), false)
        case .silent: break
        }
    }
}
