import Foundation
import Testing

/// A look at a curve beside the bounds, of which nothing stays.
@Suite struct OverlayTests {
    /// A limit that any bound can be compared with.
    static let curve = """
        # title: Mine 2025
        # stem: mine-2025
        # kind: observed
        # excluded_side: above
        # confidence_level: 90%
        # arxiv: 2412.01234
        mass_MeV,coupling
        1,1e-4
        100,1e-4

        """

    @Test func itCountsForOneAnswer() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write(Self.curve, to: "limit.csv")
        let overlaid = try program.run(["check", "6.5MeV", "4.5e-4", "--overlay", file])
        #expect(overlaid.status == 0 && overlaid.output.contains("excluded by Mine 2025"), "\(overlaid.errors)")
        #expect(overlaid.output.contains("(overlay)") && overlaid.output.contains("Laid over this answer alone"))
        #expect(try program.run(["check", "6.5MeV", "4.5e-4"]).output.contains("is allowed"))
        let list = try program.run(["list"]).output
        #expect(!list.contains("mine-2025"))
        for command in [["limit", "6.5MeV"], ["table"]] {
            #expect(try program.run(command + ["--overlay", file]).output.contains("mine-2025"))
        }
    }

    @Test func theMapShowsWhatItIs() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write(Self.curve, to: "limit.csv")
        let answer = try program.run(["map", "--grid", "9x9", "--figures", "none", "--overlay", file])
        #expect(answer.status == 0 && answer.output.contains("Laid over this answer alone"), "\(answer.errors)")
        let page = try String(contentsOf: program.home.appending(path: "mutau-map/map.html"), encoding: .utf8)
        #expect(page.contains("overlay: "))
    }

    /// One that takes the place of a bound of the program's own says so.
    @Test func itSaysWhosePlaceItTakes() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write(
            Self.curve.replacing("mine-2025", with: "na64mu-2024").replacing("1e-4", with: "1e-2"), to: "looser.csv")
        let answer = try program.run(["check", "6.5MeV", "5.1e-4", "--no-icecube", "--overlay", file])
        #expect(answer.errors.contains("in place of the bundled bound"), "\(answer.errors)")
        #expect(answer.output.contains("In place of the bundled document: na64mu-2024"), "\(answer.output)")
    }

    @Test func whatItLacksIsNamedWithTheWayToGiveIt() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("mass_MeV,coupling\n1,1e-4\n100,1e-4\n", to: "limit.csv")
        let answer = try program.run(["check", "6.5MeV", "4.5e-4", "--overlay", file])
        #expect(answer.status == 65 && answer.errors.contains("--kind"), "\(answer.errors)")
        #expect(answer.errors.contains("mutau import limit.csv -o limit.vot"), "\(answer.errors)")
        let twice = try program.write(Self.curve, to: "twice.csv")
        let both = try program.run(["check", "6.5MeV", "4.5e-4", "--overlay", twice, "--overlay", twice])
        #expect(both.status == 64 && both.errors.contains("mine-2025"), "\(both.errors)")
    }
}
