import CMutau
import Foundation
import MutauC
import Testing

/// Bounds that are added for one scenario.
@Suite struct AdditionTests {
    /// An addition as C has it, for as long as the body runs.
    private func adding<Value>(
        _ card: [String: String?], masses: [Double] = [], couplings: [Double] = [],
        function: mutau_bound_function? = nil, _ body: (mutau_addition) throws -> Value
    ) rethrows -> Value {
        try Library.choices(card) { card in
            try masses.withUnsafeBufferPointer { masses in
                try couplings.withUnsafeBufferPointer { couplings in
                    try body(
                        mutau_addition(
                            card: card.baseAddress, card_count: card.count, masses: masses.baseAddress,
                            couplings: couplings.baseAddress, count: masses.count, function: function, context: nil))
                }
            }
        }
    }

    private let card = ["name": "Mine", "kind": "observed", "confidence-level": "0.9"]

    @Test func aCurveDecides() throws {
        let points = [(10.0, 1e-7), (10.0, 1e-5)]
        #expect(try Library("paper").standings(points) == [0, 0])
        try adding(
            card.merging(["side": "above"]) { $1 }, masses: [1, 100], couplings: [1e-6, 1e-6]
        ) { addition in
            let library = try Library("paper", [:], adding: [addition])
            #expect(try library.standings(points) == [0, 1])
            #expect(try library.object("check", "10", "1e-5")["scenario"] as? String == "paper (changed in bounds)")
        }
    }

    @Test func aFunctionIsAskedByRows() throws {
        // Excludes couplings above 1e-6 from 5 MeV on, and says nothing below.
        let function: mutau_bound_function = { _, masses, count, lower, upper, _, _ in
            guard let masses, let lower, let upper else { return 1 }
            for index in 0..<count {
                lower[index] = masses[index] < 5 ? .nan : 1e-6
                upper[index] = .infinity
            }
            return 0
        }
        try adding(card, function: function) { addition in
            // Below 5 MeV N_eff would exclude the last point.
            let library = try Library("paper", ["without": "neff-5mev"], adding: [addition])
            #expect(try library.standings([(10, 1e-7), (10, 1e-5), (3, 1e-5)]) == [0, 1, 0])
            var (lower, upper, state, needed) = ([0.0, 0], [0.0, 0], [UInt8(9), 9], 0)
            try Library.calling {
                mutau_curve(library.scenario, "mine", [3, 10], 2, 1, &lower, &upper, &state, &needed, $0)
            }
            #expect(lower[0].isNaN && lower[1] == 1e-6 && upper[1] == .infinity && state == [0, 1] && needed == 1)
        }
    }

    @Test func aFunctionThatFailsCostsItselfAlone() throws {
        let function: mutau_bound_function = { _, _, _, _, _, message, capacity in
            if let message { strncpy(message, "out of range", capacity) }
            return 1
        }
        try adding(card, function: function) { addition in
            let library = try Library("paper", [:], adding: [addition])
            #expect(try library.standings([(10, 1e-5)]) == [0])
            #expect(try library.ask("check", "10", "1e-5").contains("out of range"))
        }
    }

    /// A function of a band that is preferred excludes nothing, and is told nothing of how to read numbers.
    @Test func aFunctionIsOfItsKind() throws {
        let function: mutau_bound_function = { _, _, count, lower, upper, _, _ in
            guard let lower, let upper else { return 1 }
            for index in 0..<count { (lower[index], upper[index]) = (1e-4, 2e-4) }
            return 0
        }
        try adding(card.merging(["kind": "preferred"]) { $1 }, function: function) { addition in
            let library = try Library("paper", [:], adding: [addition])
            #expect(try library.standings([(10, 1.5e-4)]) == [0])
            var (lower, upper, state, needed) = (0.0, 0.0, UInt8(9), 0)
            try Library.calling {
                mutau_curve(library.scenario, "mine", [10], 1, 1, &lower, &upper, &state, &needed, $0)
            }
            #expect((lower, upper) == (1e-4, 2e-4) && state == 2 && needed == 1)
        }
        adding(card.merging(["quantity": "coupling-squared"]) { $1 }, function: function) { addition in
            let failure = #expect(throws: Library.Failure.self) { _ = try Library("paper", [:], adding: [addition]) }
            #expect(failure?.code == 64 && failure?.text.contains("--quantity tells how to read a file") == true)
        }
    }

    @Test func aNameThatIsTakenIsRefused() throws {
        adding(
            ["stem": "white-dwarf", "kind": "observed", "side": "above"], masses: [1, 2], couplings: [1, 1]
        ) { addition in
            _ = #expect(throws: Library.Failure.self) { _ = try Library("paper", [:], adding: [addition]) }
        }
    }
}
