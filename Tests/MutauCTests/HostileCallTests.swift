import CMutau
import Foundation
import MutauC
import Testing

/// Calls that a C program should not make, and may: each is an error, and nothing is read or written.
@Suite struct HostileCallTests {
    /// What a call that is refused says; nil where it is not.
    private func message(_ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32) -> String? {
        do {
            try Library.calling(call)
            return nil
        } catch {
            #expect((error as? Library.Failure)?.code == 64)
            return (error as? Library.Failure)?.text
        }
    }

    @Test func whatIsNULLIsNamed() throws {
        let library = try Library("paper")
        let s = library.scenario
        var (number, count, answer) = (0.0, 0, UnsafeMutablePointer<CChar>?.none)
        let one = [1.0]
        #expect(message { mutau_standings(nil, one, one, 1, nil, nil, $0) } == "no scenario was given")
        #expect(message { mutau_standings(s, nil, one, 1, nil, nil, $0) } == "masses is NULL")
        #expect(message { mutau_standings(s, one, nil, 1, nil, nil, $0) } == "couplings is NULL")
        #expect(message { mutau_standings(s, one, one, 1, nil, nil, $0) } == "standings is NULL")
        #expect(message { mutau_margins(s, one, one, 1, nil, nil, $0) } == "margins is NULL")
        #expect(message { mutau_chi2(s, one, one, 1, nil, nil, nil, nil, $0) } == "amplitudes is NULL")
        #expect(message { mutau_spectrum(s, 1, 1e-4, nil, 1, 1, 2, &number, $0) } == "energies is NULL")
        #expect(message { mutau_spectrum(s, 1, 1e-4, [1e5], 1, 1, 2, nil, $0) } == "fluxes is NULL")
        #expect(message { mutau_log_likelihood(s, nil, 1, 0, &number, nil, $0) } == "models is NULL")
        #expect(message { mutau_log_likelihood(s, one, 1, 0, nil, nil, $0) } == "values is NULL")
        #expect(message { mutau_curve(s, "na64mu-2024", one, 1, 1, nil, nil, nil, &count, $0) } == "state is NULL")
        #expect(message { mutau_bound_count(s, nil, $0) } == "count is NULL")
        #expect(message { mutau_ask(s, "bounds", nil, 0, nil, $0) } == "answer is NULL")
        #expect(message { mutau_ask(s, nil, nil, 0, &answer, $0) } == "text is NULL")
        #expect(message { mutau_ask(s, "bounds", nil, 1, &answer, $0) } == "words is NULL")
        #expect(message { mutau_ask(s, "check", [nil], 1, &answer, $0) } == "text is NULL")
        #expect(message { mutau_mass(nil, &number, $0) } == "text is NULL")
        #expect(message { mutau_mass("6.5", nil, $0) } == "mass is NULL")
        #expect(message { mutau_coupling(nil, &number, $0) } == "text is NULL")
        #expect(message { mutau_scenario_make("paper", nil, 0, nil, 0, nil, $0) } == "scenario is NULL")
        var made: OpaquePointer?
        #expect(message { mutau_scenario_make("paper", nil, 2, nil, 0, &made, $0) } == "choices is NULL")
        #expect(message { mutau_scenario_make("paper", nil, 0, nil, 2, &made, $0) } == "additions is NULL")
        let ofMap = message {
            mutau_map(s, 1, 10, 1e-5, 1e-3, 2, 2, nil, nil, nil, nil, nil, nil, nil, nil, nil, $0)
        }
        #expect(ofMap == "masses is NULL")
        #expect(made == nil && answer == nil && mutau_mass(nil, nil, nil) == 64)
    }

    /// Nothing is asked, and nothing needs room.
    @Test func ofNothingNothingIsSaid() throws {
        let library = try Library("paper")
        let s = library.scenario
        #expect(message { mutau_standings(s, nil, nil, 0, nil, nil, $0) } == nil)
        #expect(message { mutau_margins(s, nil, nil, 0, nil, nil, $0) } == nil)
        #expect(message { mutau_chi2(s, nil, nil, 0, nil, nil, nil, nil, $0) } == nil)
        #expect(message { mutau_spectrum(s, 1, 1e-4, nil, 0, 1, 2, nil, $0) } == nil)
        #expect(message { mutau_log_likelihood(s, nil, 0, 0, nil, nil, $0) } == nil)
        var needed = 7
        #expect(message { mutau_curve(s, "na64mu-2024", nil, 0, 1, nil, nil, nil, &needed, $0) } == nil)
        #expect(needed == 0)
    }

    /// A size_t that no memory has room for is a number below zero in Swift.
    @Test(arguments: [-1, Int.min]) func countsBeyondAllMemoryAreRefused(count: Int) throws {
        let library = try Library("paper")
        let s = library.scenario
        var (lower, upper, state, needed) = (0.0, 0.0, UInt8(0), 0)
        let one = [1.0]
        let said = [
            message { mutau_standings(s, one, one, count, &state, nil, $0) },
            message { mutau_margins(s, one, one, count, &lower, nil, $0) },
            message { mutau_log_likelihood(s, one, count, 0, &lower, nil, $0) },
            message { mutau_spectrum(s, 1, 1e-4, one, count, 1, 2, &lower, $0) },
            message { mutau_curve(s, "na64mu-2024", one, 1, count, &lower, &upper, &state, &needed, $0) },
            message { mutau_curve(s, "na64mu-2024", [1, 2], 2, Int.max, &lower, &upper, &state, &needed, $0) },
        ]
        for text in said { #expect(text?.contains("out of range") == true) }
    }

    @Test func whatIsNoUTF8IsRefused() throws {
        var (number, made) = (0.0, OpaquePointer?.none)
        let broken = [CChar(bitPattern: 0x36), CChar(bitPattern: 0xFF), 0]
        #expect(message { mutau_mass(broken, &number, $0) }?.contains("is no UTF-8") == true)
        #expect(message { mutau_scenario_make(broken, nil, 0, nil, 0, &made, $0) }?.contains("is no UTF-8") == true)
        "data".withCString { name in
            broken.withUnsafeBufferPointer { broken in
                let choice = [mutau_choice(name: name, value: broken.baseAddress)]
                let said = message { mutau_scenario_make("paper", choice, 1, nil, 0, &made, $0) }
                #expect(said?.contains("is no UTF-8") == true)
            }
        }
        #expect(made == nil)
    }

    /// What is no number has no answer, or is refused.
    @Test func whatIsNoNumberIsNoPoint() throws {
        let library = try Library("paper")
        let s = library.scenario
        #expect(try library.standings([(.nan, 1e-4), (.infinity, 1e-4), (-1, 1e-4), (0, 1e-4)]) == [3, 3, 3, 3])
        var values = [Double](repeating: 9, count: 4)
        let models: [Double] = [.nan, 1e-4, 1, 2.5, 6.5, .infinity, 1, 2.5, 6.5, 1e-4, .nan, 2.5, 6.5, 1e-4, 1, .nan]
        #expect(message { mutau_log_likelihood(s, models, 4, 1, &values, nil, $0) } == nil)
        #expect(values.allSatisfy { $0 == -Double.infinity })
        #expect(message { mutau_log_likelihood(s, models, 1, 7, &values, nil, $0) }?.contains("no way 7") == true)
    }
}
