import Testing

@testable import CurveFormats

/// What is in an archive is read as if it had been given.
@Suite struct UnpackingTests {
    /// A tar archive as POSIX writes it.
    private func archive(_ members: [(path: String, bytes: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        for member in members {
            var header = [UInt8](repeating: 0, count: 512)
            func write(_ text: String, at offset: Int) {
                for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
            }
            write(member.path, at: 0)
            let octal = String(member.bytes.count, radix: 8)
            write(String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
            write("0", at: 156)
            write("ustar\u{0}00", at: 257)
            bytes += header + member.bytes
            bytes += [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
        }
        return bytes + [UInt8](repeating: 0, count: 1024)
    }

    private func options(curve: String?) -> ImportOptions {
        var options = ImportOptions()
        (options.massUnit, options.quantity, options.confidenceLevel) = (.megaelectronvolt, .coupling, .stated(0.9))
        options.curves = curve.map { [$0] } ?? []
        return options
    }

    @Test func aProjectOfWebPlotDigitizerIsTakenOutOfItsArchive() throws {
        let project = try FormatTests.file("wpd-4.json")
        let packed = archive([("p/info.json", Array("{\"version\": [4, 2]}".utf8)), ("p/wpd.json", project.bytes)])
        let found = inspect(packed, name: "wpd-4.json", options: options(curve: nil))
        #expect(found.lines.first == "format: WebPlotDigitizer, in p/wpd.json of a tar archive")
        #expect(found.isUsable)
        #expect(found.document == inspect(project.bytes, name: project.name, options: options(curve: nil)).document)
        // An archive that breaks off is none that is read.
        #expect(!inspect(Array(packed.prefix(1200)), name: "a.tar", options: options(curve: nil)).isUsable)
    }

    /// Of a file that an archive holds twice, programs take the first or the last.
    @Test func anArchiveWithAFileTwiceIsRefused() throws {
        let file = try FormatTests.file("hepdata.csv")
        let once = inspect(archive([("a.csv", file.bytes)]), name: "a.tar", options: options(curve: nil))
        #expect(once.lines.first == "format: HEPData CSV, in a.csv of a tar archive")
        let twice = archive([("a.csv", file.bytes), ("a.csv", file.bytes)])
        #expect(throws: CurveFormatError.foreign(.tar, file: "a.tar")) {
            try importCurves([CurveFile(name: "a.tar", bytes: twice)], options: options(curve: nil))
        }
    }

    @Test func aTableOfASubmissionIsChosenByItsName() throws {
        let table = try FormatTests.file("hepdata.yaml")
        let index = """
            ---
            comment: a submission
            ---
            name: Table 1
            data_file: one.yaml
            ---
            name: Table 2
            data_file: two.yaml
            """
        let packed = archive([
            ("s/submission.yaml", Array(index.utf8)), ("s/one.yaml", Array("independent_variables: []".utf8)),
            ("s/two.yaml", table.bytes),
        ])
        let file = CurveFile(name: "s.tar", bytes: packed)
        for given in [nil, "Table 3"] {
            var options = ImportOptions()
            options.table = given
            let known = ["Table 1 (one.yaml)", "Table 2 (two.yaml)"]
            #expect(throws: CurveFormatError.tableUnsettled(given: given, known: known, file: file.name)) {
                try importCurves([file], options: options)
            }
        }
        var options = ImportOptions()
        options.table = "table 2"
        let plain = try importCurves([table]).document
        #expect(try importCurves([file], options: options).document.limits == plain.limits)
    }
}
