import CMutau
import Foundation
import MutauC
import Testing

@Suite struct LibraryTests {
    @Test func saysWhatItIs() throws {
        #expect(mutau_interface() == MUTAU_INTERFACE)
        #expect(try #require(Library.text(mutau_version())).hasPrefix("mutau "))
        let choices = try #require(Library.text(mutau_choices()))
        for name in ["ordering", "without", "muons-on-target"] { #expect(choices.contains("\"\(name)\"")) }
        mutau_release(nil)
        mutau_scenario_free(nil)
    }

    @Test func choicesMakeTheScenario() throws {
        let library = try Library("consistent", ["ordering": "inverted", "without": "white-dwarf"])
        let shown = try library.object("scenario")
        #expect((shown["neutrinos"] as? [String: Any])?["ordering"] as? String == "inverted")
        let stems = try #require(shown["bounds"] as? [String])
        #expect(!stems.contains("white-dwarf") && stems.count > 3)
        #expect(Library.text(mutau_warnings(library.scenario))?.contains("your own folders are left out") == true)
        #expect(Library.text(mutau_warnings(library.scenario)) == nil, "warned of once")
    }

    /// The standing of single numbers and that of the whole answer are the same.
    @Test func pointsAnswerAsChecksDo() throws {
        let library = try Library("consistent")
        let points = [(6.5, 4.5e-4), (6.5, 5e-4), (20, 1e-3), (0.5, 1e-6), (1e9, 1e-3)]
        let words = ["allowed", "excluded", "unconstrained"]
        for (point, standing) in zip(points, try library.standings(points)) {
            let check = try library.object("check", "\(point.0)", "\(point.1)")
            #expect(check["standing"] as? String == words[Int(standing)], "\(point)")
        }
        #expect(try library.standings([(-1, 1e-3), (.nan, 1e-3), (1, 0)]) == [3, 3, 3])
    }

    /// Foundation reads numbers of JSON to some fifteen digits; Tests/Python compares them to the last.
    private static func agree(_ told: Any?, _ number: Double) -> Bool {
        guard let told = told as? Double else { return false }
        return abs(told - number) <= 2e-15 * abs(number)
    }

    @Test func marginsAndChi2AreThoseOfAnswers() throws {
        let library = try Library("paper")
        var count = 0
        try Library.calling { mutau_bound_count(library.scenario, &count, $0) }
        var margins = [Double](repeating: 0, count: count)
        try Library.calling { mutau_margins(library.scenario, [6.5], [4.5e-4], 1, &margins, nil, $0) }
        let verdicts = try #require(try library.object("check", "6.5", "4.5e-4")["verdicts"] as? [[String: Any]])
        #expect(verdicts.count == count)
        for (verdict, margin) in zip(verdicts, margins) {
            #expect(Self.agree(verdict["margin_dex"], margin) || margin.isNaN, "\(verdict["stem"] ?? "")")
        }
        var (amplitude, gamma, chi2) = ([Double.nan], [Double.nan], [0.0])
        try Library.calling {
            mutau_chi2(library.scenario, [6.5], [4.5e-4], 1, &amplitude, &gamma, &chi2, nil, $0)
        }
        let told = try library.object("chi2", "6.5", "4.5e-4")
        #expect(Self.agree(told["chi2"], chi2[0]))
        #expect(Self.agree(told["amplitude"], amplitude[0]) && Self.agree(told["gamma"], gamma[0]))
        // What is given is kept, and fits no better than what is sought.
        (amplitude, gamma) = ([1.0], [2.5])
        var given = [0.0]
        try Library.calling {
            mutau_chi2(library.scenario, [6.5], [4.5e-4], 1, &amplitude, &gamma, &given, nil, $0)
        }
        #expect(amplitude == [1] && gamma == [2.5] && given[0] > chi2[0])
        var likelihood = [0.0, 0]
        try Library.calling {
            mutau_log_likelihood(
                library.scenario, [6.5, 4.5e-4, 1, 2.5, 6.5, -1, 1, 2.5], 2, Int32(MUTAU_WITHOUT_BOUNDS), &likelihood,
                nil, $0)
        }
        #expect(likelihood == [-given[0] / 2, -.infinity])
    }

    /// Of many masses as of each.
    @Test func limitsAreThoseOfTheirMasses() throws {
        for choices in [[:], ["combination": "most-sensitive"]] {
            let library = try Library("consistent", choices)
            let text = try library.ask("limits", "1", "6.5", "1e6")
            let all = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [NSDictionary])
            #expect(all.count == 3)
            for (mass, limit) in zip(["1", "6.5", "1e6"], all) {
                #expect(limit == NSDictionary(dictionary: try library.object("limit", mass)), "\(mass)")
            }
        }
    }

    @Test func whatTakesLongIsStopped() throws {
        let library = try Library("paper")
        var (stop, answer): (Int32, UnsafeMutablePointer<CChar>?) = (1, nil)
        let failure = #expect(throws: Library.Failure.self) {
            try Library.calling { mutau_ask_at_length(library.scenario, "fit", nil, 0, &answer, &stop, $0) }
        }
        #expect(failure?.code == 130 && answer == nil)
        stop = 0
        try Library.calling { mutau_ask_at_length(library.scenario, "bounds", nil, 0, &answer, &stop, $0) }
        #expect(try Library.text(answer) == library.ask("bounds"))
    }

    @Test func errorsAreValuesInTheProgramsWords() throws {
        func failure(_ body: () throws -> Void) -> Library.Failure? {
            do {
                try body()
                return nil
            } catch { return error as? Library.Failure }
        }
        let unknown = failure { _ = try Library("nonesuch") }
        #expect(unknown?.code == 66 && unknown?.text.contains("nonesuch") == true)
        #expect(failure { _ = try Library("paper", ["orderin": "normal"]) }?.text.contains("orderin") == true)
        let word = failure { _ = try Library("paper", ["ordering": "sideways"]) }
        #expect(word?.code == 64 && word?.text.contains("normal or inverted") == true)
        #expect(failure { _ = try Library("paper", ["help": nil]) }?.code == 64)
        #expect(failure { _ = try Library("paper", ["points file": "x"]) }?.code == 64)
        let library = try Library("paper")
        #expect(failure { _ = try library.ask("check", "6.5Mev?", "1e-3") }?.code == 64)
        #expect(failure { _ = try library.ask("guess") }?.code == 64)
        var stop: Int32 = 1
        #expect(failure { _ = try library.standings([(6.5, 1e-3)], stop: &stop) }?.code == 130)
    }

    /// Many threads, one scenario.
    @Test func manyThreadsGetOneAnswer() async throws {
        let library = try Library("paper")
        nonisolated(unsafe) let scenario = library.scenario
        let answers = await withTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var standings = [UInt8](repeating: 9, count: 3)
                    _ = mutau_standings(scenario, [6.5, 6.5, 6.5], [1e-5, 4.5e-4, 1e-1], 3, &standings, nil, nil)
                    return standings
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(answers).count == 1 && answers[0].last == 1)
    }
}
