import Files
import Testing
import VOTable

@testable import CurveArchive

@Suite struct BundledFilesTests {
    private let files = BundledFiles([
        .init(path: "w-decay.vot") { Array("w".utf8) },
        .init(path: "icecube/hese.vot") { Array("h".utf8) },
        .init(path: "scenarios/paper.yaml") { Array("p".utf8) },
        .init(path: "borexino.vot") { Array("b".utf8) },
    ])

    @Test func findsByPathAndDirectory() throws {
        #expect(files["icecube/hese.vot"]?.contents() == Array("h".utf8))
        #expect(files["hese.vot"] == nil)
        #expect(files.stems == ["borexino", "w-decay"])
        #expect(files.files(in: "scenarios", withExtension: "yaml").map(\.path) == ["scenarios/paper.yaml"])
    }

    /// By `sha256sum borexino.vot icecube/hese.vot scenarios/paper.yaml w-decay.vot | sha256sum` on such files.
    @Test func digestIsThatOfTheListing() {
        #expect(files.digest.hexadecimal == "a140da47c5dce528c3e195bf2ea168f444e113321363fc0abe6f6c6520ccbc00")
        #expect(BundledFiles([]).digest == SHA256(of: []))
    }

    @Test func digestSeesNamesAndContents() {
        let renamed = BundledFiles([.init(path: "a.vot") { [1] }])
        let changed = BundledFiles([.init(path: "b.vot") { [2] }])
        let original = BundledFiles([.init(path: "b.vot") { [1] }])
        #expect(Set([renamed.digest, changed.digest, original.digest]).count == 3)
    }

    /// What is read without libxml2 at each start is what libxml2 reads.
    @Test func programsOwnDocumentsAreReadAlikeWithoutLibxml2() throws {
        let documents = BundledFiles.ofProgram.files.filter { $0.path.hasSuffix(".vot") }
        #expect(!documents.isEmpty)
        for file in documents {
            let bytes = file.contents()
            let carried = try VOTableDocument(bytes, keepsFaults: true, isCarried: true)
            #expect(try carried == VOTableDocument(bytes, keepsFaults: true), "\(file.path)")
            #expect(BundledFiles.ofProgram.carries(bytes, as: file.path))
            #expect(!BundledFiles.ofProgram.carries(Array(bytes.dropLast()), as: file.path))
            #expect(!BundledFiles.ofProgram.carries(bytes.dropLast() + [0], as: file.path))
        }
    }

    @Test func programsOwnFilesHaveDistinctPaths() {
        let paths = BundledFiles.ofProgram.files.map(\.path)
        #expect(Set(paths).count == paths.count)
        #expect(paths.allSatisfy { !$0.hasPrefix("/") && !$0.contains("..") })
    }
}
