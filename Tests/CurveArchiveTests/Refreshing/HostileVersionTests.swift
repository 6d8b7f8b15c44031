import ConstraintKit
import CurveFormats
import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

/// Versions that look like the curve they take the place of, and are not: what may come in without anyone looking.
@Suite struct HostileVersionTests {
    private let home: TemporaryDirectory
    private let stem = "na64mu-2024"
    private let original: String

    init() throws {
        home = try TemporaryDirectory()
        original = String(decoding: try #require(BundledFiles.ofProgram["na64mu-2024.vot"]).contents(), as: UTF8.self)
    }

    private func refresh(_ stems: [String]? = nil, from folder: String, insists: Bool = false) throws -> RefreshReport {
        var options = RefreshOptions()
        options.insists = insists
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": "\(home.path)/data"])
        let refresh = try Refresh(paths: paths, client: .init(version: "9.9"), options: options)
        return try refresh.run(stems: stems ?? [stem], mirror: "file://\(folder)")
    }

    /// What speaks against the original with one text in place of another.
    private func refusals(_ text: String, _ other: String) throws -> [RefreshRefusal] {
        try #require(original.contains(text))
        try home.write(original.replacing(text, with: other), to: "mirror/\(stem).vot")
        let curve = try refresh(from: "\(home.path)/mirror").curves[0]
        guard case .refused(_, let refusals, _) = curve.outcome else {
            Issue.record("\(curve)")
            return []
        }
        return refusals
    }

    private static let mirrors = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Mirrors").path

    @Test(arguments: ["addtable", "mix"]) func aMirrorThatLies(name: String) throws {
        let folder = "\(Self.mirrors)/\(name)"
        let curve = try refresh(from: folder).curves[0]
        guard case .refused(_, let refusals, _) = curve.outcome else {
            Issue.record("\(curve)")
            return
        }
        let flips = try #require(curve.flips)
        #expect(refusals.contains(.cellsFlip(flips)) && flips.count > 0)
        let facts = refusals.compactMap { if case .otherFact(let fact) = $0 { fact } else { nil } }
        if name == "addtable" {
            #expect(refusals.contains(.added("extra")))
            #expect(flips.examples.contains { $0.from == .allowed && $0.to == .excluded && $0.coupling < 1e-4 })
        } else {
            #expect(facts.contains { $0.key == "kinetic_mixing" && $0.before == ["none"] && $0.after == ["natural"] })
            #expect(flips.examples.allSatisfy { $0.from == .excluded && $0.to == .silent })
        }
        #expect(facts.contains { $0.key == "exposure" && $0.after.isEmpty })
        guard case .updated = try refresh(from: folder, insists: true).curves[0].outcome else {
            Issue.record("the user insisted")
            return
        }
    }

    /// Each fact of the card that decides, by itself.
    @Test(arguments: [
        (
            "value=\"observed\"/>\n    <PARAM name=\"confidence_level\"",
            "value=\"projected\"/>\n    <PARAM name=\"confidence_level\"", "kind"
        ),
        (
            "value=\"0.9\"/>\n    <PARAM name=\"confidence_level_basis\"",
            "value=\"0.95\"/>\n    <PARAM name=\"confidence_level_basis\"", "confidence_level"
        ),
        ("value=\"reconstructed\"", "value=\"published\"", "method"),
        ("value=\"unvalidated\"", "value=\"validated\"", "status"),
        (
            "value=\"muons_on_target\"/>",
            "value=\"muons_on_target\"/><PARAM name=\"alternatives\" datatype=\"char\" arraysize=\"*\" utype=\"limit:Limit.alternatives\" value=\"muons\"/>",
            "alternatives"
        ),
        ("muons are open to it as well", "nothing else is open to it", "assumptions"),
        ("value=\"above\"", "value=\"below\"", "excluded_side"),
    ])
    func aFactThatDecides(text: String, other: String, key: String) throws {
        let found = try refusals(text, other)
        #expect(found.contains { if case .otherFact(let fact) = $0 { fact.key == key } else { false } }, "\(found)")
    }

    /// Words alone decide nothing.
    @Test(arguments: [
        ("not the published curve", "not the curve"), ("NA64μ 2024", "NA64μ"), ("2401.01708", "2401.01709"),
    ])
    func aFactThatOnlyTells(text: String, other: String) throws {
        try home.write(original.replacing(text, with: other), to: "mirror/\(stem).vot")
        guard case .updated(_, let change?, _) = try refresh(from: "\(home.path)/mirror").curves[0].outcome else {
            Issue.record("a card in other words must pass")
            return
        }
        #expect(change.facts.isEmpty && change.greatest?.dex == 0)
    }

    /// The points end at 3 GeV; one more, farther out, excludes where nothing was said.
    @Test func aPointMore() throws {
        let last = "<TR><TD>3000.0</TD><TD>0.0616</TD></TR>"
        try #require(original.contains(last))
        let longer = original.replacing(last, with: last + "<TR><TD>4000.0</TD><TD>0.07</TD></TR>")
        try serve(stem, longer.replacing("nrows=\"20\"", with: "nrows=\"21\""))
        guard case .refused(_, let found, _) = try refresh(from: "\(home.path)/mirror").curves[0].outcome else {
            Issue.record("it excludes where it did not")
            return
        }
        #expect(found.count == 1)
        guard case .cellsFlip(let flips)? = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(flips.examples.allSatisfy { $0.massInMeV > 3000 && $0.from == .silent && $0.to == .excluded })
    }

    private func serve(_ stem: String, _ text: String? = nil) throws {
        let text = (text ?? original).replacing("value=\"na64mu-2024\"", with: "value=\"\(stem)\"")
        try home.write(text, to: "mirror/\(stem).vot")
    }

    /// Nobody asked for it by name, and nothing of it is here: it is told, and not taken.
    @Test func aMirrorNamesWhatNobodyKnows() throws {
        try serve("ours")
        try home.write("curves: {ours: {none_known: x}, na64mu-2024: {none_known: x}}", to: "mirror/catalogue.yaml")
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": "\(home.path)/data"])
        let refresh = try Refresh(paths: paths, client: .init(version: "9.9"), bundled: .of(.init()))
        let report = try refresh.run(mirror: "file://\(home.path)/mirror")
        #expect(report.curves.map(\.stem) == ["na64mu-2024", "ours"] && report.curves[1].outcome == .ignored)
        #expect(!Catalogue(paths: paths).stems.contains("ours"))
        guard case .updated(_, nil, _) = try self.refresh(["ours"], from: "\(home.path)/mirror").curves[0].outcome
        else {
            Issue.record("the user asked for it")
            return
        }
        // From now on it is known, and its document is pinned: another at the same address is another version.
        try serve("ours", original.replacing("value=\"none\"", with: "value=\"natural\""))
        guard case .refused? = try refresh.run(mirror: "file://\(home.path)/mirror").curves.last?.outcome else {
            Issue.record("another mixing must be refused")
            return
        }
    }

    /// The catalogue of the user's own has its address; a refresh of all says that it is there, and what it would flip.
    @Test func aFirstArrivalWantsItsName() throws {
        try serve("ours")
        try home.write(
            "curves: {ours: {sources: [{url: \"file://\(home.path)/mirror/ours.vot\"}]}}",
            to: "data/mutau/constraints/catalogue.yaml")
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": "\(home.path)/data"])
        let refresh = try Refresh(paths: paths, client: .init(version: "9.9"), bundled: .init([]))
        let all = try refresh.run()
        #expect(all.curves.map(\.outcome) == [.arrived(url: "file://\(home.path)/mirror/ours.vot")])
        #expect(try #require(all.curves[0].flips).count > 0)
        #expect(!all.hasUpdates && !all.hasFailures)
        #expect(all.proposal != nil && Catalogue(paths: paths, bundled: .init([])).stems.isEmpty)
        let named = try refresh.run(stems: ["ours"])
        #expect(named.hasUpdates)
        #expect(try #require(named.curves[0].flips).count > 0)
        #expect(try refresh.run().curves.map(\.outcome) == [.unchanged(url: "file://\(home.path)/mirror/ours.vot")])
    }

    /// A copy that is damaged is replaced by the document that the lock file names, and by no other.
    @Test func aDamagedCopyIsNoWayIn() throws {
        try serve("ours")
        #expect(try refresh(["ours"], from: "\(home.path)/mirror").hasUpdates)
        let kept = try #require(try home.names(in: "data/mutau/refreshed").first { $0.hasPrefix("ours.") })
        try home.write("damaged", to: "data/mutau/refreshed/\(kept)")
        try serve("ours", original.replacing("0.0616", with: "0.0617"))
        guard
            case .refused(_, let refusals, nil) = try refresh(["ours"], from: "\(home.path)/mirror").curves[0].outcome,
            case .notThePinned? = refusals.first
        else {
            Issue.record("another document than the pinned one must be refused")
            return
        }
        try serve("ours")
        #expect(try refresh(["ours"], from: "\(home.path)/mirror").hasUpdates)
    }
}
