import ConstraintKit
import HostileFiles
import Testing
import VOTable

@testable import CurveFormats

/// Damaged files are read or refused, and never anything else: a trap would end the whole test run.
@Suite struct DamageTests {
    private static let votables = [
        TestInput.votable(), nativeVOTable(of: band()).serialized(),
        TestInput.votable(rows: "<TR><TD>1</TD><TD>1e-4</TD></TR><TR><TD/><TD/></TR><TR><TD>3</TD><TD>2e-4</TD></TR>"),
    ]
    private static let texts = [
        "# kind: observed\n# confidence_level: 90% (inferred)\n# excluded_side: above\nmass_MeV,coupling\n1,1e-4\n,\n2,2e-4\n",
        "# kinetic_mixing: natural\n# method: computed; how\n# parameter x: 1e-3\nm_GeV eps^2\n1 1e-4\n2 1e-5\n",
    ].map { Array($0.utf8) }

    private static func band() -> Document {
        var options = ImportOptions()
        (options.kind, options.confidenceLevel, options.side) = (.hint, .stated(0.9), .inside)
        options.parameters = ["x": 1]
        let (lower, upper) = ("mass_MeV,coupling\n1,1e-4\n2,1e-3\n", "mass_MeV,coupling\n1,3e-4\n2,3e-3\n")
        do {
            return try importCurves([TestInput.text(lower), TestInput.text(upper)], options: options).document
        } catch {
            Issue.record(error)
            return Document(
                card: Card(stem: "x", title: "x", kind: .hint, confidenceLevel: .notStated, method: .computed))
        }
    }

    @Test(arguments: 0..<5) func isSurvived(_ index: Int) {
        let original = (Self.votables + Self.texts)[index]
        var generator = Mutations(seed: 20_260_115)
        var usable = 0
        for _ in 0..<2_000 {
            let mutant = generator.mutant(of: original)
            let inspection = inspect(mutant, name: "a.dat", options: ImportOptions())
            #expect(!inspection.lines.isEmpty)
            guard let document = inspection.document else { continue }
            usable += 1
            // What was read is a document like any other: it can be written, and is the same when read again.
            var options = ImportOptions()
            options.insists = true
            let again = inspect(nativeVOTable(of: document).serialized(), name: "a.dat", options: options)
            #expect(again.document?.limits == document.limits)
        }
        #expect(usable < 2_000)
    }
}
