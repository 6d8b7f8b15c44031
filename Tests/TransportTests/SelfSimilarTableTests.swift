import ConstraintKit
import Foundation
import Physics
import Testing
import Transport

@Suite("The self-similar table")
struct SelfSimilarTableTests {
    static let edges = logarithmicEnergies(from: 4.64e3, to: 1e8, count: 14)

    /// The largest difference in a bin, relative to its free flux.
    static func difference(
        _ table: SelfSimilarTable, _ solver: NarrowLineSolver, _ mediator: Mediator, _ gamma: Double
    ) throws -> Double {
        let bins = try zip(edges, edges.dropFirst()).map { try EnergyBin(lower: $0, upper: $1) }
        let free = bins.map { FreeFlux.integrated(index: gamma, bin: $0) }
        let read = try table.integratedFluxes(mediator, index: gamma, bins: bins)
        let solved = try solver.integratedFluxes(mediator, index: gamma, bins: bins)
        return largestDifference(zip(read, free).map { $0 / $1 }, zip(solved, free).map { $0 / $1 })
    }

    /// 1e-4 is what a fit needs; 4e-5 is what the steps leave at worst, near the ends in γ.
    @Test("It agrees with the solver to 1e-4 of a bin's free flux", arguments: Ordering.allCases)
    func accuracy(ordering: Ordering) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        let table = try SelfSimilarTable(solver)
        var worst = 0.0
        // A sequence without a pattern (the golden ratio's and two more) fills the box evenly.
        for point in 1...400 {
            let place = (0.618_034, 0.414_214, 0.732_051)
            let number = Double(point)
            let mass = pow(100, (number * place.0).truncatingRemainder(dividingBy: 1))
            let coupling = 1e-6 * pow(1e5, (number * place.1).truncatingRemainder(dividingBy: 1))
            let gamma = 1.8 + 1.7 * (number * place.2).truncatingRemainder(dividingBy: 1)
            let mediator = try mediator(mass, coupling, .paper)
            worst = max(worst, try Self.difference(table, solver, mediator, gamma))
        }
        #expect(worst < 1e-4)
        #expect(worst > 0)
    }

    @Test("It holds at its ends and beyond them in strength")
    func ends() throws {
        let solver = try NarrowLineSolver(TransportSetting())
        let table = try SelfSimilarTable(solver, indices: 2.0...2.2)
        for gamma in [2.0, 2.2] {
            for coupling in [1e-12, 1e-8, 1, 1e3] {
                // As above.
                #expect(try Self.difference(table, solver, mediator(6.5, coupling), gamma) < 1e-4)
            }
        }
        // Above the muons' threshold it solves.
        #expect(try Self.difference(table, solver, mediator(400, 0.1), 2.1) == 0)
        // Points of a spectrum are solved too.
        let energies = logarithmicEnergies(from: 1e4, to: 1e7, count: 30)
        let point = try mediator(6.5, 5e-4)
        #expect(
            try table.ratios(point, index: 2.1, energies: energies)
                == solver.ratios(point, index: 2.1, energies: energies))
    }

    @Test("It speaks of the indices it covers only")
    func indices() throws {
        let solver = try NarrowLineSolver(TransportSetting())
        let table = try SelfSimilarTable(solver, indices: 2.0...2.2)
        #expect(throws: TransportError.indexOutOfRange(2.3, lower: 2, upper: 2.2)) { try table.prepared(index: 2.3) }
        #expect(throws: TransportError.self) { try SelfSimilarTable(solver, indices: 0.5...2) }
        #expect(throws: TransportError.self) { try SelfSimilarTable(solver, indices: 2...11) }
    }

    @Test("It covers the solver's whole range at either end", arguments: [1.0...1.1, 9.9...10.0])
    func wholeRange(indices: ClosedRange<Double>) throws {
        let solver = try NarrowLineSolver(TransportSetting())
        let table = try SelfSimilarTable(solver, indices: indices)
        // As above.
        let point = try mediator(6.5, 5e-4)
        #expect(try Self.difference(table, solver, point, indices.lowerBound) < 1e-4)
        #expect(try Self.difference(table, solver, point, indices.upperBound) < 1e-4)
    }

    @Test("At a single index it has no error in γ", arguments: Ordering.allCases, [1.0, 2.5, 10])
    func singleIndex(ordering: Ordering, gamma: Double) throws {
        let solver = try NarrowLineSolver(TransportSetting(ordering: ordering))
        let table = try SelfSimilarTable(solver, index: gamma)
        for coupling in [1e-5, 1.3e-4, 5e-4, 2e-3] {
            for mass in [1.1, 6.5, 17] {
                // Half the steps leave a sixteenth of the 4e-5 above.
                #expect(try Self.difference(table, solver, mediator(mass, coupling), gamma) < 1e-5)
            }
        }
        #expect(throws: TransportError.indexOutOfRange(2.4, lower: gamma, upper: gamma)) {
            try table.prepared(index: 2.4)
        }
        #expect(throws: TransportError.self) { try SelfSimilarTable(solver, index: .nan) }
    }
}
