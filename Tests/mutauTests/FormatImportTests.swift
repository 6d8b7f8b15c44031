import Foundation
import Testing

/// Files of other formats through the program, and the traps of quantities and units.
@Suite struct FormatImportTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../CurveFormatsTests/Corpus/formats")

    private func inspect(_ name: String, _ options: [String] = []) throws -> Program.Answer {
        let program = try Program()
        defer { program.removeHome() }
        return try program.run(["inspect", Self.corpus.appending(path: name).path] + options)
    }

    @Test func inspectSaysWhatADownloadHolds() throws {
        let answer = try inspect("hepdata.csv")
        #expect(answer.status == 0, "\(answer.errors)")
        for line in [
            "format: HEPData CSV", "title: Table 3", "doi:10.17182/hepdata.999999.v1/t3",
            "curve Observed upper limit on g': observed, above, 90 % CL, 5 points, mass 1.0–100.0 MeV, g′ 0.0005–0.0021",
            "note: Expected upper limit on g': the errors of its values were left out",
        ] { #expect(answer.output.contains(line), "\(line) is not in\n\(answer.output)") }
    }

    @Test func inspectNamesEveryOptionThatIsMissing() throws {
        let answer = try inspect("wpd-4.json")
        #expect(answer.status == 65)
        for option in ["--mass-unit", "--quantity", "--confidence-level"] {
            #expect(answer.output.contains(option), "\(answer.output)")
        }
        let told = try inspect(
            "wpd-4.json",
            [
                "--mass-unit", "MeV", "--quantity", "coupling", "--confidence-level", "not stated", "--side", "above",
            ])
        #expect(told.status == 0 && told.output.contains("may be off by 0.00637"), "\(told.output)")
    }

    /// What is read is what an import writes, and a bound from then on.
    @Test func anImportedDownloadCounts() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = Self.corpus.appending(path: "hepdata.yaml").path
        let written = try program.run(
            ["import", file, "-o", "na64mu-2024.vot", "--curve", "Observed upper limit on g'"])
        #expect(written.status == 0, "\(written.errors)")
        let answer = try program.run(
            ["limit", "10MeV", "--format", "json"], environment: ["MUTAU_CURVE_PATH": program.home.path])
        #expect(answer.status == 0, "\(answer.errors)")
        let allowed = try #require(try answer.json()["allowed"] as? [[Double]])
        #expect(try #require(allowed.first?.last) == 5.6e-4)
    }

    /// g′, g′², ε, ε², α′ and α′/α differ by decades: what does not say is refused, with the option that settles it.
    @Test(arguments: [
        ("mass_MeV,y", "--coupling-column"), ("mass_MeV,limit", "coupling"), ("mass_MeV,epsilon", "ε, not g′"),
        ("mass_MeV,epsilon^2", "ε², not g′"), ("mass_MeV,alpha'", "α′, not g′"),
        ("mass_MeV,alpha'/alpha", "α′/α, not g′"),
        ("mass_MeV,g'^2", "g′², not g′"), ("mass_MeV,upper limit on epsilon", "ε, not g′"),
        ("mass,g'", "--mass-unit"), ("energy,g'", "--mass-column"),
    ]) func aQuantityIsNotGuessed(_ header: String, _ mention: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("\(header)\n1,1e-4\n10,2e-4\n", to: "a.csv")
        let answer = try program.run(
            ["import", file, "-o", "a.vot", "--kind", "observed", "--confidence-level", "0.9", "--side", "above"])
        #expect(answer.status == 65 && answer.errors.contains(mention), "\(answer.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.home.appending(path: "a.vot").path))
    }

    /// More often a mistake than a result: refused, and taken with a warning if the user insists.
    @Test(arguments: [
        ("mass_MeV,g'\n1,1\n10,10\n", "a column overwritten", true),
        ("mass_meV,g'\n1,1e-4\n10,2e-4\n", "is the unit right", true),
        ("# confidence_level: 0.9%\nmass_MeV,g'\n1,1e-4\n10,2e-4\n", "percentage", true),
        ("mass_MeV,g'\n1,1e-4\n10,2e-1\n", "decades", false),
        ("mass_MeV,g'\n1,1e-4\n1000,2e-4\n", "decades", false),
        ("mass_GeV,g'\n1e-7,1e-4\n1e-5,2e-4\n", "some masses", false),
    ]) func theImplausibleIsNeverSilent(_ text: String, _ mention: String, _ isRefused: Bool) throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write(text, to: "a.csv")
        var arguments = ["import", file, "-o", "a.vot", "--kind", "observed", "--side", "above"]
        if !text.hasPrefix("#") { arguments += ["--confidence-level", "0.9"] }
        let answer = try program.run(arguments)
        #expect(answer.status == (isRefused ? 65 : 0), "\(answer.errors)")
        #expect(answer.errors.contains(mention), "\(answer.errors)")
        guard isRefused else { return }
        #expect(answer.errors.contains("--insist"))
        let insisted = try program.run(arguments + ["--insist"])
        #expect(insisted.status == 0 && insisted.errors.contains(mention), "\(insisted.errors)")
    }

    /// A percentage for a fraction on the command line is a wrong option.
    @Test func aPercentageForAFractionIsAnError() throws {
        let program = try Program()
        defer { program.removeHome() }
        let file = try program.write("# confidence_level: 90\nmass_MeV,g'\n1,1e-4\n10,2e-4\n", to: "a.csv")
        let facts = ["--kind", "observed", "--side", "above"]
        let stated = try program.run(["import", file, "-o", "a.vot"] + facts)
        #expect(stated.status == 65 && stated.errors.contains("no fraction"), "\(stated.errors)")
        let option = try program.run(["import", file, "-o", "a.vot", "--confidence-level", "90"] + facts)
        #expect(option.status == 64, "\(option.errors)")
    }
}
