import ConstraintKit
import Testing

/// What every bound must do, whatever it computes.
struct ConstraintConformance {
    let stem: String
    let constraint: any Constraint
    /// Masses [MeV] at which the bound speaks.
    let speaks: [Double]
    /// Masses [MeV] at which it must be silent.
    let isSilent: [Double]

    /// Runs all checks.
    func check() async throws {
        try boundariesAreWellFormed()
        try limitsAreCouplings()
        try silenceHasAReason()
        try rowsEqualSingleAnswers()
        try await threadsAgree()
    }

    private var masses: [Mass] {
        get throws { try (speaks + isSilent).sorted().map { try Mass(inMeV: $0) } }
    }

    private func boundariesAreWellFormed() throws {
        for mass in try masses {
            let boundary = try constraint.boundary(at: mass)
            #expect(boundary.isWellFormed, "\(stem) at \(mass.inMeV) MeV: \(boundary)")
        }
    }

    /// Inside its range a bound names couplings, finite and above zero wherever an interval has an edge.
    private func limitsAreCouplings() throws {
        for mass in try speaks.map({ try Mass(inMeV: $0) }) {
            let edges: [Double]
            switch try constraint.boundary(at: mass) {
            case .excludes(let intervals): edges = intervals.flatMap { [$0.lower, $0.upper] }
            case .prefers(let bands): edges = bands.flatMap { [$0.couplings.lower, $0.couplings.upper] }
            case .silent(let reason):
                Issue.record("\(stem) is silent at \(mass.inMeV) MeV: \(reason)")
                continue
            }
            let finite = edges.filter { $0 > 0 && $0 < .infinity }
            #expect(edges.isEmpty || !finite.isEmpty, "\(stem) at \(mass.inMeV) MeV has the edges \(edges)")
        }
    }

    private func silenceHasAReason() throws {
        for mass in try isSilent.map({ try Mass(inMeV: $0) }) {
            guard case .silent(let reason) = try constraint.boundary(at: mass) else {
                Issue.record("\(stem) speaks at \(mass.inMeV) MeV, outside its range")
                continue
            }
            if case .outsideRange(let lower, let upper) = reason {
                #expect(lower < upper && !(lower...upper).contains(mass.inMeV))
            }
        }
    }

    private func rowsEqualSingleAnswers() throws {
        let row = try MassRow(try masses)
        let together = try constraint.boundaries(along: row)
        #expect(Array(together) == (try row.map { try constraint.boundary(at: $0) }))
    }

    private func threadsAgree() async throws {
        let masses = try masses
        let alone = try masses.map { try constraint.boundary(at: $0) }
        try await withThrowingTaskGroup(of: [Boundary].self) { group in
            for _ in 0..<8 {
                group.addTask { [constraint] in try masses.map { try constraint.boundary(at: $0) } }
            }
            for try await answer in group { #expect(answer == alone) }
        }
    }
}

extension Constraint {
    /// Where the excluded couplings begin at a mass; nil where none is excluded or the bound is silent.
    func limit(at mass: Double) throws -> Double? {
        guard case .excludes(let intervals) = try boundary(at: try Mass(inMeV: mass)) else { return nil }
        return intervals.first?.lower
    }
}
