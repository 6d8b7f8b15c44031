import CurveFormats
import Files
import Testing

@testable import CurveArchive

@Suite struct PreparedFilesTests {
    private let files = BundledFiles.ofProgram

    @Test func eachDocumentIsAsItsFileSays() throws {
        let bytes = PreparedFiles.bytes(of: try files.prepared())
        for file in files.files(withExtension: "vot") {
            let read = try readDocument(file.contents(), name: file.path)
            let prepared = document(in: bytes, file.path, source: file.contents())
            #expect(prepared == read, "\(file.path)")
        }
    }

    @Test func theListOfWhatIsMissingIsAsItsFileSays() throws {
        let bytes = PreparedFiles.bytes(of: try files.prepared())
        let prepared = bytes.withUnsafeBytes {
            PreparedFiles($0).value(of: MissingBounds.fileName, source: files.sourceOfMissing) {
                reader throws(PreparedReader.Fault) in try MissingBounds(&reader)
            }
        }
        #expect(try prepared == MissingBounds(bundled: files))
        #expect(prepared?.all.isEmpty == false)
    }

    @Test func nothingIsTakenForOtherBytes() throws {
        let bytes = PreparedFiles.bytes(of: try files.prepared())
        let file = try #require(files["borexino.vot"])
        var changed = file.contents()
        changed[changed.count / 2] ^= 1
        #expect(document(in: bytes, file.path, source: file.contents()) != nil)
        #expect(document(in: bytes, file.path, source: changed) == nil)
        #expect(document(in: bytes, file.path, source: file.contents() + [0]) == nil)
        #expect(document(in: bytes, "another.vot", source: file.contents()) == nil)
        #expect(document(in: [], file.path, source: file.contents()) == nil)
    }

    /// Of one's own folder, or refreshed: two digits of the bundled one are others, of which one makes up for the other in sums
    /// over words that are not folded.
    @Test func aUsersDocumentOfTheSameNameIsReadItself() throws {
        let prepared = PreparedFiles.bytes(of: try files.prepared())
        let file = try #require(files["na64mu-2024.vot"])
        let bundled = try readDocument(file.contents(), name: file.path)
        let digits = file.contents().indices.filter {
            $0 % 8 == 7 && (UInt8(ascii: "1")...UInt8(ascii: "8")).contains(file.contents()[$0])
        }
        prepared.withUnsafeBytes { prepared in
            for (one, other) in zip(digits, digits.dropFirst(3)) {
                var changed = file.contents()
                changed[one] += 1
                changed[other] -= 1
                let read = try? files.read(changed, file.path, PreparedFiles(prepared))
                let expected = try? readDocument(changed, name: file.path)
                #expect(read == expected)
            }
            let own = try? files.read(file.contents(), file.path, PreparedFiles(prepared))
            #expect(own == bundled)
        }
    }

    /// Whatever is cut off or changed, nothing is read beyond the end.
    @Test func damagedBytesEndInNothing() throws {
        let file = try #require(files["na64mu-2024.vot"])
        var writer = PreparedWriter()
        let isPut = try readDocument(file.contents(), name: file.path).put(into: &writer)
        #expect(isPut)
        for count in 0..<writer.bytes.count {
            let entry = PreparedFiles.Entry(
                path: file.path, source: file.contents(), contents: Array(writer.bytes[..<count]))
            #expect(document(in: PreparedFiles.bytes(of: [entry]), file.path, source: file.contents()) == nil)
            var changed = writer.bytes
            changed[count] ^= 0xFF
            let other = PreparedFiles.Entry(path: file.path, source: file.contents(), contents: changed)
            _ = document(in: PreparedFiles.bytes(of: [other]), file.path, source: file.contents())
        }
        let whole = PreparedFiles.bytes(of: try files.prepared())
        _ = document(in: Array(whole.dropLast(whole.count / 2)), "z-decay-inclusive.vot", source: file.contents())
    }

    private func document(in bytes: [UInt8], _ path: String, source: [UInt8]) -> ReadDocument? {
        bytes.withUnsafeBytes {
            PreparedFiles($0).value(of: path, source: source) {
                reader throws(PreparedReader.Fault) in try ReadDocument(&reader)
            }
        }
    }
}
