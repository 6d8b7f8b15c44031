import CurveFormats
import Files
import Testing

@testable import CurveArchive

@Suite struct CurvesLockTests {
    private let digest = SHA256(of: [1, 2, 3])

    @Test func writtenAndReadAgain() throws {
        var lock = CurvesLock()
        var reading = FileDescription()
        reading.said.massUnit = .gigaelectronvolt
        lock.curves["borexino"] = .init(
            url: "https://example.org/\"a\"/b.vot", sha256: digest, size: 3, validators: .init(etag: "W/\"1\""),
            time: "2026-01-01T00:00:00Z", parser: "mutau/1")
        lock.curves["charm-ii"] = .init(
            url: "https://example.org/c.vot", sha256: digest, size: 0,
            validators: .init(lastModified: "Tue, 06 Jan 2026 10:00:00 GMT"), time: "", parser: "",
            conversion: .init(reading: reading, document: SHA256(of: [4])))
        lock.bundled["na64mu-2024"] = digest
        #expect(lock.stems == ["borexino", "charm-ii", "na64mu-2024"])
        #expect(lock.document(of: "charm-ii") == SHA256(of: [4]) && lock.document(of: "na64mu-2024") == digest)
        #expect(try CurvesLock(lock.serialized(), path: "x") == lock)
        #expect(try CurvesLock(CurvesLock().serialized(), path: "x") == CurvesLock())
    }

    private func curve(stem: String = "borexino", sha256: String? = nil, size: String = "3") -> String {
        """
        {"version": 1, "curves": {"\(stem)": {"url": "https://example.org/", "sha256":
        "\(sha256 ?? digest.hexadecimal)", "size": \(size), "time": "", "parser": ""}}}
        """
    }

    @Test func plainOneIsRead() throws {
        #expect(try CurvesLock(Array(curve().utf8), path: "x").curves["borexino"]?.sha256 == digest)
    }

    @Test func damagedOnesAreRefused() {
        let whole = curve()
        let texts = [
            "", "{}", "[]", "null", "{\"version\": 1}", "{\"version\": \"1\", \"curves\": {}}",
            curve(stem: "../../etc/passwd"), curve(sha256: "../x"), curve(size: "-1"), curve(size: "1e400"),
            String(curve().dropLast()), String(repeating: "[", count: 100_000),
            whole.replacing("\"time\"", with: "\"read_as\": {}, \"time\""),
            whole.replacing("\"time\"", with: "\"document\": \"\(digest)\", \"time\""),
            whole.replacing("\"version\"", with: "\"bundled\": {\"../x\": \"\(digest)\"}, \"version\""),
            whole.replacing("\"version\"", with: "\"bundled\": {\"a\": \"1\"}, \"version\""),
        ]
        for text in texts {
            #expect {
                try CurvesLock(Array(text.utf8), path: "x")
            } throws: {
                if case LockFileError.damaged("x", _) = $0 { true } else { false }
            }
        }
    }

    @Test(arguments: [
        ("\"size\"", "\"etagg\": \"a\", \"size\"", "'curves.borexino.etagg' is no key of it; 'etag' is"),
        (
            "\"size\"", "\"read_as\": {\"mass_unitt\": \"GeV\"}, \"size\"",
            "'curves.borexino.read_as.mass_unitt' is no key of it; 'mass_unit' is"
        ),
        ("\"version\"", "\"bundle\": {}, \"version\"", "'bundle' is no key of it; 'bundled' is"),
        ("\"version\"", "\"zzzzzz\": {}, \"version\"", "'zzzzzz' is no key of it"),
    ])
    func unknownKeysAreRefused(_ key: String, _ with: String, _ detail: String) {
        #expect(throws: LockFileError.damaged(path: "x", detail: detail)) {
            try CurvesLock(Array(curve().replacing(key, with: with).utf8), path: "x")
        }
    }

    @Test func newerVersionIsNamed() {
        #expect(throws: LockFileError.otherVersion(path: "x", found: 2)) {
            try CurvesLock(Array("{\"version\": 2, \"curves\": []}".utf8), path: "x")
        }
    }
}
