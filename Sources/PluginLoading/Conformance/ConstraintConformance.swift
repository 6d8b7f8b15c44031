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
    public func findings() -> [ConformanceFinding] {
        var findings: [ConformanceFinding] = []
        let candidates = MassRow(sorting: (speaks ?? scan) + isSilent)
        var answers: [(mass: Mass, boundary: Boundary)] = []
        for mass in candidates {
            do { answers.append((mass, try bound.boundary(at: mass))) } catch {
                findings.append(.init(.evaluation, "at \(mass.inMeV) MeV it fails: \(error)"))
            }
        }
        guard findings.isEmpty else { return Array(findings.prefix(Self.mostAlike)) }
        for examine in [formFindings, limitFindings, silenceFindings] {
            findings += examine(answers).prefix(Self.mostAlike)
        }
        findings += rowFindings(candidates, answers.map(\.boundary)) + threadFindings(answers)
        return findings + known.flatMap(knownFindings)
    }

    /// So many findings of a kind tell as much as all of them.
    private static let mostAlike = 3

    private typealias Answers = [(mass: Mass, boundary: Boundary)]

    private func formFindings(_ answers: Answers) -> [ConformanceFinding] {
        answers.filter { !$0.boundary.isWellFormed }.map {
            .init(.wellFormed, "at \($0.mass.inMeV) MeV it answers \($0.boundary)")
        }
    }

    /// Inside its range a bound names couplings, finite and above zero wherever an interval has an edge.
    private func limitFindings(_ answers: Answers) -> [ConformanceFinding] {
        answers.compactMap { mass, boundary in
            let edges = boundary.edges
            let isNamed = edges.isEmpty || edges.contains { $0 > 0 && $0 < .infinity }
            return isNamed ? nil : .init(.finiteLimits, "at \(mass.inMeV) MeV its intervals have no edge")
        }
    }

    private func silenceFindings(_ answers: Answers) -> [ConformanceFinding] {
        var findings: [ConformanceFinding] = []
        let required = Set(speaks ?? [])
        let forbidden = Set(isSilent)
        for (mass, boundary) in answers {
            guard case .silent(let reason) = boundary else {
                if forbidden.contains(mass) { findings.append(.init(.silence, "it speaks at \(mass.inMeV) MeV")) }
                continue
            }
            if required.contains(mass) { findings.append(.init(.silence, "it is silent at \(mass.inMeV) MeV")) }
            if case .outsideRange(let lower, let upper) = reason,
                !(lower < upper) || (lower...upper).contains(mass.inMeV)
            {
                findings.append(
                    .init(.silence, "at \(mass.inMeV) MeV it is silent, as outside \(lower) to \(upper) MeV"))
            }
        }
        if answers.allSatisfy({ $0.boundary.isSilent }) {
            findings.append(.init(.silence, "it is silent at every mass from 10 eV to 10 PeV"))
        }
        return findings
    }

    private func rowFindings(_ row: MassRow, _ alone: [Boundary]) -> [ConformanceFinding] {
        do {
            let together = Array(try bound.boundaries(along: row))
            guard together.count == alone.count else {
                return [.init(.rows, "it answers \(together.count) times along a row of \(alone.count) masses")]
            }
            guard let other = row.indices.first(where: { together[$0] != alone[$0] }) else { return [] }
            return [
                .init(
                    .rows,
                    "at \(row[other].inMeV) MeV it answers \(together[other]) in a row and \(alone[other]) alone")
            ]
        } catch { return [.init(.rows, "along a row it fails: \(error)")] }
    }

    private func threadFindings(_ answers: Answers) -> [ConformanceFinding] {
        let finding = Mutex<ConformanceFinding?>(nil)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for (mass, alone) in answers {
                let answer = Result { try bound.boundary(at: mass) }
                guard case .success(alone) = answer else {
                    finding.withLock { $0 = .init(.threads, "at \(mass.inMeV) MeV threads disagree: \(answer)") }
                    return
                }
            }
        }
        return finding.withLock { $0.map { [$0] } ?? [] }
    }

    private func knownFindings(_ value: KnownLimit) -> [ConformanceFinding] {
        do {
            let edges = try bound.boundary(at: value.mass).edges.filter { $0 > 0 && $0 < .infinity }
            if edges.contains(where: { abs($0 / value.coupling - 1) <= value.tolerance }) { return [] }
            let found = edges.isEmpty ? "no limit" : edges.map(String.init(describing:)).joined(separator: ", ")
            return [
                .init(
                    .knownValues,
                    "at \(value.mass.inMeV) MeV it gives \(found), and should give \(value.coupling) "
                        + "to \(value.tolerance)")
            ]
        } catch { return [.init(.knownValues, "at \(value.mass.inMeV) MeV it fails: \(error)")] }
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
