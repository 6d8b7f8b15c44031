import CurveFormats
import Files
import TestSupport
import Testing

@testable import CurveArchive

@Suite struct CatalogueTests {
    private let home: TemporaryDirectory
    private let paths: ArchivePaths
    private let bundled = BundledFiles.of(.init(), .init(stem: "borexino"))

    init() throws {
        home = try TemporaryDirectory()
        paths = ArchivePaths(
            environment: ["MUTAU_CURVE_PATH": "\(home.path)/named", "XDG_DATA_HOME": "\(home.path)/data"])
        try home.write("", to: "named/README")
    }

    private var catalogue: Catalogue { .init(paths: paths, bundled: bundled, read: PlainDocument.read) }

    /// Puts a refreshed document where a refresh would.
    private func putRefreshed(_ document: PlainDocument, contents: String? = nil) throws {
        let digest = SHA256(of: document.bytes)
        var lock = CurvesLock()
        lock.curves[document.stem] = .init(
            url: "https://example.org/x.vot", sha256: digest, size: document.bytes.count, validators: .init(),
            time: "2026-01-01T00:00:00Z", parser: "mutau/1")
        let name = "\(document.stem).\(digest.hexadecimal.prefix(16)).vot"
        try home.write(contents ?? document.text, to: "data/mutau/refreshed/\(name)")
        try home.write(
            String(decoding: lock.serialized(), as: UTF8.self), to: "data/mutau/refreshed/curves.lock")
    }

    @Test func bundledAlone() throws {
        let entry = try catalogue.entry(for: "borexino")
        #expect(entry.origin == .bundled)
        #expect(entry.shadows.isEmpty)
        #expect(entry.document.card.stem == "borexino")
        #expect(entry.sha256 == SHA256(of: PlainDocument(stem: "borexino").bytes))
        #expect(catalogue.stems == ["borexino", "na64mu-2024"])
        #expect(catalogue.problems.isEmpty)
    }

    @Test func firstMatchWinsAndShadowsAreNamed() throws {
        try putRefreshed(PlainDocument().scaled(by: 1.1))
        try home.write(PlainDocument().scaled(by: 2).text, to: "data/mutau/constraints/na64mu-2024.vot")
        try home.write(PlainDocument().scaled(by: 3).text, to: "named/na64mu-2024.vot")
        let entry = try catalogue.entry(for: "na64mu-2024")
        #expect(entry.origin == .user(path: "\(home.path)/named/na64mu-2024.vot"))
        try #require(entry.shadows.count == 3)
        #expect(entry.shadows[0] == .user(path: "\(home.path)/data/mutau/constraints/na64mu-2024.vot"))
        guard case .refreshed(_, "https://example.org/x.vot") = entry.shadows[1] else {
            Issue.record("refreshed comes before bundled: \(entry.shadows)")
            return
        }
        #expect(entry.shadows[2] == .bundled)
        #expect(entry.sha256 == SHA256(of: PlainDocument().scaled(by: 3).bytes))
    }

    @Test func usersNewStemIsListed() throws {
        try home.write(PlainDocument(stem: "mine").text, to: "named/mine.vot")
        #expect(catalogue.stems == ["borexino", "mine", "na64mu-2024"])
        #expect(try catalogue.entry(for: "mine").document.card.stem == "mine")
    }

    @Test func unknownStemSuggestsTheNearest() {
        #expect(throws: CatalogueError.unknownStem("borexno", meant: ["borexino"])) {
            try catalogue.entry(for: "borexno")
        }
    }

    /// The bundled one must not step in for it: the user would get other numbers than they asked for.
    @Test func damagedDocumentIsAnErrorForItsStemAndAProblemOtherwise() throws {
        try home.write("<html>", to: "named/borexino.vot")
        let origin = CurveOrigin.user(path: "\(home.path)/named/borexino.vot")
        let fault = DocumentFault.format(.unknownFormat(file: "borexino.vot"))
        #expect(throws: CatalogueError.unusable(stem: "borexino", origin, fault)) {
            try catalogue.entry(for: "borexino")
        }
        let all = catalogue.entries()
        #expect(all.entries.map(\.stem) == ["na64mu-2024"])
        #expect(all.problems == [.document(stem: "borexino", origin, fault)])
    }

    @Test func documentOfAnotherStemIsRefused() throws {
        try home.write(PlainDocument(stem: "charm-ii").text, to: "named/borexino.vot")
        let origin = CurveOrigin.user(path: "\(home.path)/named/borexino.vot")
        #expect(throws: CatalogueError.unusable(stem: "borexino", origin, .otherStem(found: "charm-ii"))) {
            try catalogue.entry(for: "borexino")
        }
    }

    @Test func directoryOrHugeFileInPlaceOfADocument() throws {
        try home.write("", to: "named/borexino.vot/inside")
        let path = "\(home.path)/named/borexino.vot"
        #expect(
            throws: CatalogueError.unusable(
                stem: "borexino", .user(path: path), .reading(.notAFile(path: path)))
        ) { try catalogue.entry(for: "borexino") }
    }

    @Test func missingNamedDirectoryIsAProblemAndAMissingOwnOneIsNot() throws {
        let paths = ArchivePaths(
            environment: ["MUTAU_CURVE_PATH": "\(home.path)/gone", "XDG_DATA_HOME": "\(home.path)/nowhere"])
        let catalogue = Catalogue(paths: paths, bundled: bundled, read: PlainDocument.read)
        #expect(catalogue.problems == [.directory(path: "\(home.path)/gone", .init(code: 2))])
        #expect(catalogue.stems == ["borexino", "na64mu-2024"])
    }

    @Test func fileNamesThatAreNoStemsAreProblems() throws {
        try home.write("", to: "named/my limit.vot")
        #expect(catalogue.problems == [.fileName(path: "\(home.path)/named/my limit.vot")])
    }

    @Test func refreshedDocumentIsUsedIfItsDigestIsTheLockedOne() throws {
        let newer = PlainDocument().scaled(by: 1.1)
        try putRefreshed(newer)
        #expect(try catalogue.entry(for: "na64mu-2024").sha256 == SHA256(of: newer.bytes))

        try putRefreshed(newer, contents: newer.text + "1000 1\n")
        #expect {
            try catalogue.entry(for: "na64mu-2024")
        } throws: { error in
            guard case CatalogueError.unusable("na64mu-2024", .refreshed, .otherContents(let expected, _)) = error
            else { return false }
            return expected == SHA256(of: newer.bytes)
        }
    }

    @Test func filesTheLockDoesNotNameDoNotCount() throws {
        try home.write(PlainDocument().scaled(by: 2).text, to: "data/mutau/refreshed/na64mu-2024.0123456789abcdef.vot")
        #expect(try catalogue.entry(for: "na64mu-2024").origin == .bundled)
    }

    @Test func damagedLockIsAProblemAndLeavesTheBundled() throws {
        try home.write("{", to: "data/mutau/refreshed/curves.lock")
        let catalogue = catalogue
        #expect(try catalogue.entry(for: "borexino").origin == .bundled)
        try #require(catalogue.problems.count == 1)
        guard case .lock(.damaged) = catalogue.problems[0] else {
            Issue.record("\(catalogue.problems)")
            return
        }
    }
}
