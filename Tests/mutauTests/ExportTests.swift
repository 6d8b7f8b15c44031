import Answers
import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation
import Testing

/// A curve for other programs: the same numbers in every form.
@Suite struct ExportTests {
    @Test func theFormsAgreeToTheLastDigit() throws {
        let program = try Program()
        defer { program.removeHome() }
        let csv = try program.run(["export", "coherent"]).output.split(separator: "\n")
        #expect(csv.first == "limit,kind,side,topology,confidence_level,confidence_level_basis,line,mass_MeV,coupling")
        let fromCSV = try csv.dropFirst().map { record in
            try record.split(separator: ",").suffix(2).map { try #require(Double($0)) }
        }
        let json = try program.run(["export", "coherent", "--format", "json"]).json()
        let limits = try #require(json["limits"] as? [[String: Any]])
        let fromJSON = limits.flatMap { ($0["lines"] as? [[[Double]]] ?? []).flatMap(\.self) }
        #expect(fromCSV == fromJSON && fromCSV.count > 2)
    }

    /// Out, in under another name, and out again.
    @Test func aDocumentComesBackAsItWas() throws {
        let program = try Program()
        defer { program.removeHome() }
        let out = program.home.appending(path: "out.vot").path
        #expect(try program.run(["export", "coherent", "--format", "votable", "-o", out]).status == 0)
        let again = try program.run(["export", "coherent", "--format", "votable", "-o", out])
        #expect(again.status == 73, "\(again.errors)")
        let added = try program.run(["add", out, "--stem", "again"])
        #expect(added.status == 0, "\(added.errors)")
        #expect(try program.run(["export", "again"]).output == program.run(["export", "coherent"]).output)
    }

    /// The CSV of every bound that is carried says all there is to say of its curves, but for limits on a mass.
    @Test func curvesComeBackFromCSV() throws {
        let catalogue = Catalogue(paths: ArchivePaths(environment: [:]))
        var kinds: Set<String> = []
        for stem in catalogue.stems {
            let entry = try catalogue.entry(for: stem)
            let limits = entry.document.limits
            guard !limits.isEmpty else { continue }
            if limits.contains(where: { if case .belowMass = $0.region { true } else { false } }) { continue }
            let bytes = try CurveExport(entry).bytes(as: .csv)
            var options = ImportOptions()
            (options.title, options.insists) = (stem, true)
            let read = try importCurves([CurveFile(name: "\(stem).csv", bytes: bytes)], options: options).document
                .limits
            // A level that was converted is one that is stated.
            #expect(read.map(\.name) == limits.map(\.name) && read.map(\.kind) == limits.map(\.kind), "\(stem)")
            #expect(read.map(\.region) == limits.map(\.region), "\(stem)")
            #expect(read.map(\.confidenceLevel.fraction) == limits.map(\.confidenceLevel.fraction), "\(stem)")
            kinds.formUnion(limits.map { "\($0.region)".prefix { $0 != "(" }.description })
        }
        #expect(kinds.isSuperset(of: ["above"]) && kinds.count > 1, "\(kinds)")
    }

    @Test func anEnvelopeComesBackFromCSV() throws {
        let program = try Program()
        defer { program.removeHome() }
        let csv = program.home.appending(path: "mine.csv").path
        let masses = ["--mass-range", "2MeV:50MeV", "--points", "9"]
        #expect(try program.run(["export", "envelope", "-o", csv] + masses).status == 0)
        let laid = try program.run(["check", "10", "1e-2", "--no-icecube", "--overlay", csv, "--format", "json"])
        #expect(laid.status == 0 && laid.output.contains("\"mine\""), "\(laid.errors)")
        let added = try program.run(["add", csv])
        #expect(added.status == 0, "\(added.errors)")
        // One bound sets all of its own points: the column that tells who does is that of an envelope.
        let written = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n").map {
            $0.prefix(upTo: $0.lastIndex(of: ",") ?? $0.endIndex)
        }
        #expect(try program.run(["export", "mine"]).output.split(separator: "\n") == written)
        // What is not carried is what can be removed.
        let other = try program.run(["remove", "min"])
        #expect(other.status == 66 && other.errors.contains("did you mean 'mine'"), "\(other.errors)")
        #expect(try !program.run(["remove", "na64"]).errors.contains("did you mean"))
    }

    @Test func whatIsComputedHasNoCurve() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["export", "z-decay-inclusive"])
        #expect(answer.status == 65 && answer.errors.contains("--mass-range"), "\(answer.errors)")
        #expect(try program.run(["export", "borexno"]).status == 66)
    }
}
