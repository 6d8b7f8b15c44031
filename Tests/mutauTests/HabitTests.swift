import Foundation
import Testing

/// What is mistyped, swapped or in another unit is answered with what was understood and what may be meant.
@Suite struct HabitTests {
    @Test(arguments: [
        (["chek", "6.5MeV", "4.5e-4"], "did you mean 'check'?", "Usage: mutau <subcommand>"),
        (["help", "chek"], "did you mean 'check'?", "Usage: mutau <subcommand>"),
        (["chek", "--help"], "did you mean 'check'?", "Usage: mutau <subcommand>"),
        (["plugin", "lst"], "did you mean 'list'?", "'mutau plugin --help'"),
        (["scenario", "shwo", "paper"], "did you mean 'show'?", "'mutau scenario --help'"),
        (["check", "6.5MeV", "4.5e-4", "--scenaro", "paper"], "did you mean '--scenario'?", "'mutau check --help'"),
        // Nothing else that is then wrong comes before it.
        (["limit", "--scenaro", "paper", "6.5MeV"], "did you mean '--scenario'?", "'mutau limit --help'"),
        (["check", "--foo"], "'mutau check' has no option '--foo'", "'mutau check --help'"),
        (["map", "--no-projektions"], "did you mean '--no-projections'?", "'mutau map --help'"),
        (["plugin", "check", "--frmat=json"], "did you mean '--format'?", "'mutau plugin check --help'"),
        // Found wrong only when the command runs.
        (["map", "--mass-range", "foo"], "is no mass range", "Usage: mutau map"),
        (["fit", "--coupling-range", "2"], "is no coupling range", "Usage: mutau fit"),
        (["table", "--masses", "1,foo"], "'foo' is no mass", "Usage: mutau table"),
        (["map", "--grid", "1x1"], "has no area", "'mutau map --help'"),
        (["check", "4.5e-4", "6.5MeV"], "the mass comes first", "Usage: mutau check"),
        // Of options given twice the last would count without a word.
        (
            ["check", "6.5MeV", "4.5e-4", "--without", "z-decay-inclusive", "--without=na64mu-2024"],
            "--without is given twice: give its values in one list",
            "'mutau check --help'"
        ),
        (
            ["map", "--grid", "9x9", "-o", "a", "--output", "b"], "--output is given twice: only one can count",
            "'mutau map --help'"
        ),
    ])
    func whatIsMistypedIsAskedBack(arguments: [String], question: String, usage: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(arguments)
        #expect(answer.status == 64 && answer.output.isEmpty)
        #expect(answer.errors.contains(question), "\(answer.errors)")
        #expect(answer.errors.contains(usage), "\(answer.errors)")
    }

    /// A name that is nothing like any is told with what there is.
    @Test func whatIsNearToNothingIsNotGuessed() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["xylophone"])
        #expect(answer.status == 64 && !answer.errors.contains("did you mean") && answer.errors.contains("check"))
        #expect(try program.run(["help", "check"]).status == 0)
    }

    /// Commands that take a stem, each with the beginning of some.
    @Test(arguments: [
        ["show", "na64"], ["export", "na64"], ["table", "--only", "na64"], ["map", "--without", "na64"],
        ["limit", "6.5", "--count", "na64"], ["fit", "--below", "na64"],
    ])
    func stemsThatBeginSoAreListed(arguments: [String]) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(arguments)
        #expect(answer.status == 66, "\(answer.errors)")
        for stem in ["na64e-2024", "na64mu-2024", "na64mu-1e11-mot"] {
            #expect(answer.errors.contains("'\(stem)'"), "\(answer.errors)")
        }
        #expect(!answer.errors.contains("coherent"))
    }

    /// A bound that is known and not in here begins so too.
    @Test func showKnowsWhatIsMissing() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["show", "belle2-2022"])
        #expect(answer.status == 66 && answer.errors.contains("belle2-2022-invisible"), "\(answer.errors)")
    }

    @Test(arguments: [
        (["check", "0.0065", "1e-4"], "6.5 keV", "'0.0065GeV'"),
        (["check", "4.5e-4", "6.5"], "450 eV, and 6.5 for the coupling", "'6.5MeV 4.5e-4'"),
        (["chi2", "0.0065", "5e-4"], "6.5 keV", "'0.0065GeV'"), (["spectrum", "0.0065", "5e-4"], "6.5 keV", "GeV"),
        (["limit", "0.0065"], "6.5 keV", "'0.0065GeV'"), (["limit", "6.5e6"], "6.5 TeV", "'6.5e6eV'"),
    ])
    func whatLooksLikeAnotherUnitIsSaid(arguments: [String], taken: String, way: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(arguments)
        #expect(answer.status == 0 && !answer.output.isEmpty)
        #expect(answer.errors.contains("taken for \(taken)") && answer.errors.contains(way), "\(answer.errors)")
    }

    /// Who writes a unit, an ordinary mass, or a coupling as small as bounds of the early universe reach, meant it.
    @Test(arguments: [
        ["limit", "6.5keV"], ["limit", "0.0065MeV"], ["limit", "0.5"], ["limit", "91187"], ["check", "0.0065", "1e-8"],
        ["check", "6.5", "4.5e-4"],
    ])
    func whatIsPlainIsNotQuestioned(arguments: [String]) throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(arguments)
        #expect(answer.status == 0 && !answer.errors.contains("taken for"), "\(answer.errors)")
    }
}
