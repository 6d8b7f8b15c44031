import Foundation
import Testing

/// Commands that draw, where there is no gnuplot and where nothing is to be drawn.
@Suite struct FigureChoiceTests {
    private static let commands: [(words: [String], directory: String, numbers: String)] = [
        (["map", "--grid", "4x4", "--only", "na64mu-2024", "--mass-range", "3MeV:30MeV"], "mutau-map", "summary.json"),
        (["spectrum", "6.5MeV", "5e-4", "-o", "spectrum"], "spectrum", "spectrum.csv"),
        (
            [
                "fit", "--grid", "5x5x5x5", "--profile", "mass", "-o", "fit", "--mass-range", "3MeV:12MeV", "--solver",
                "narrow-line",
            ], "fit", "fit.json"
        ),
    ]

    /// All else is written and told, and the exit code says what is missing.
    @Test(arguments: commands.indices)
    func withoutGnuplotAllElseIsThere(index: Int) throws {
        let program = try Program()
        defer { program.removeHome() }
        let command = Self.commands[index]
        let answer = try program.run(command.words, environment: ["PATH": "/nowhere"])
        #expect(answer.status == 72, "\(answer.errors)")
        #expect(answer.errors.contains("gnuplot is not installed") && answer.errors.contains("--figures none"))
        #expect(!answer.output.isEmpty)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: program.home.appending(path: command.directory).path)
        #expect(files.contains(command.numbers) && !files.contains { $0.hasSuffix(".svg") }, "\(files)")
    }

    /// Whether gnuplot is there or not.
    @Test(arguments: commands.indices, [["PATH": "/nowhere"], [:]])
    func whatIsNotWantedIsNotMissing(index: Int, environment: [String: String]) throws {
        let program = try Program()
        defer { program.removeHome() }
        let command = Self.commands[index]
        let answer = try program.run(command.words + ["--figures", "none"], environment: environment)
        #expect(answer.status == 0 && !answer.errors.contains("gnuplot"), "\(answer.errors)")
        let files = try FileManager.default.contentsOfDirectory(
            atPath: program.home.appending(path: command.directory).path)
        #expect(files.contains(command.numbers) && !files.contains { $0.hasSuffix(".svg") }, "\(files)")
    }

    /// A group shares its style, so a stem that is not known here is no error, and a slip of the pen is not passed over.
    @Test func aStyleOfNoBoundIsNamed() throws {
        let program = try Program()
        defer { program.removeHome() }
        let style = try program.write(
            "colours: {na64mu-2042: '#112233', na64mu-2024: '#112233'}\nlabels: {zzz: Z}\n", to: "style.yaml")
        let map = ["map", "--grid", "3x3", "--only", "na64mu-2024", "--figures", "none", "--style", style]
        let errors = try program.run(map).errors
        #expect(
            errors.contains("'na64mu-2042', as which no bound is known here; did you mean 'na64mu-2024'?"), "\(errors)")
        #expect(errors.contains("'zzz'") && !errors.contains("'na64mu-2024', as"), "\(errors)")
    }

    /// The best fit of all the data lies beyond bounds of the scenario, which the answer says whoever excludes it; below all of
    /// them none does.
    @Test func aFitSaysWhoExcludesItsBest() throws {
        let program = try Program()
        defer { program.removeHome() }
        let fit = ["fit", "--grid", "5x5x5x5", "--mass-range", "3MeV:12MeV", "--solver", "narrow-line"]
        let json = try program.run(fit + ["--format", "json", "--profile", "mass"]).json()
        let best = try #require(json["best"] as? [String: Any])
        let (mass, coupling) = (try #require(best["mass_MeV"] as? Double), try #require(best["coupling"] as? Double))
        let stems = try #require(json["best_excluded_by"] as? [String])
        let check = try program.run(["check", "\(mass)", "\(coupling)", "--format", "json"]).json()
        #expect(stems == check["excluded_by"] as? [String])
        let text = try program.run(fit).output
        #expect(text.contains("This best fit is excluded in the scenario, by ") == !stems.isEmpty, "\(text)")
        let alone = try program.run(fit + ["--only", "z-decay-inclusive"]).output
        #expect(alone.contains("No bound of the scenario excludes this best fit."), "\(alone)")
    }
}
