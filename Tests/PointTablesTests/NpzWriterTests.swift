import CurveFormats
import Files
import Foundation
import TestSupport
import Testing

@testable import PointTables

/// Archives of NumPy that are written, read by the reader of such. NumPy itself reads them in `make interop`.
@Suite struct NpzWriterTests {
    private static let names = ["standing", "excluded_by", "chi2", "speaking", "deciding", "reason"]

    private static func added(_ count: Int) -> [AddedColumn] {
        let rows = 0..<count
        let parities: [UInt8] = rows.map { UInt8($0 % 2) }
        let numbers: [Double] = rows.map { $0 == 0 ? .nan : Double($0) / 3 }
        let values: [AddedColumn.Values] = [
            .words(parities, among: ["allowed", "excluded"]),
            .lists(parities, ends: Array(rows), among: ["borexino", "na64"]), .numbers(numbers),
            .counts([UInt8](repeating: 7, count: count)), .count(9), .texts([0: "line 2: µ"]),
        ]
        return zip(names, values).map { AddedColumn($0, $1) }
    }

    private static func written(_ table: PointTable, to path: String) throws {
        let writer = try NpzWriter(path, table, names: table.names + names)
        while let block = try table.next(size: 1 << 12) { try writer.add(block, adding: added(block.count)) }
        try writer.finish()
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/a.npz"
        try Self.written(
            try Points.table("mass_MeV,coupling,../x,n\n6.5,4.5e-4,é,1\n20,1e-3,,-inf\n30,1,,\n"), to: path)
        let table = try PointTable(path, options: ImportOptions())
        #expect(table.names == ["mass_MeV", "coupling", "_._x", "n"] + Self.names && table.omitted.isEmpty)
        #expect(
            try table.all().csv == """
                6.5,0.00045,é,1,allowed,,nan,7,9,line 2: µ
                20,0.001,,-inf,excluded,borexino,0.3333333333333333,7,9,
                30,1,,nan,allowed,na64,0.6666666666666666,7,9,

                """)
        #expect(try directory.names() == ["a.npz"])
    }

    /// One word among masses makes no text of all of them.
    @Test func massesAndCouplingsAreNumbers() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/a.npz"
        try Self.written(try Points.table("mass_MeV,coupling,x\n6.5,abc,1\n,1e-3,y\n"), to: path)
        let csv = try PointTable(path, options: ImportOptions()).all().csv
        #expect(csv.hasPrefix("6.5,nan,1,") && csv.contains("\nnan,0.001,y,"), "\(csv)")
    }

    /// Columns of a file of NumPy keep their types and bits.
    @Test func columnsOfNumPyStayWhatTheyAre() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/a.npz"
        let source = try PointTable(Points.seed("npy/records.npy"), options: ImportOptions())
        try Self.written(source, to: path)
        let bytes = try Data(contentsOf: URL(filePath: path))
        let columns = try NumPyColumns(ZipArchive(InputFile(path)), options: ImportOptions(), file: "a")
        #expect(columns.columns.prefix(5).map(\.type.descriptor) == ["<U6", ">f8", "<f4", "<i2", "|b1"])
        // The same answer is the same file.
        try Self.written(try PointTable(Points.seed("npy/records.npy"), options: ImportOptions()), to: path)
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }

    @Test func anArchiveThatIsNotFinishedIsNotThere() throws {
        let directory = try TemporaryDirectory()
        let table = try Points.table("6.5,4.5e-4\n")
        do {
            let writer = try NpzWriter(directory.path + "/a.npz", table, names: table.names + Self.names)
            let block = try #require(try table.next(size: 1 << 12))
            try writer.add(block, adding: Self.added(block.count))
        }
        #expect(try directory.names().isEmpty)
    }

    @Test func namesThatAreTakenAreLeftToTheTable() {
        #expect(
            AddedColumn.names(["standing", "chi2"], beside: ["m", "standing", "mutau_standing"])
                == ["mutau_standing_2", "chi2"])
    }

    /// NumPy gives every row the room of the longest text: one long cell may not make an archive of gigabytes.
    @Test func longTextsAreCut() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/a.npz"
        let long = String(repeating: "x", count: 60_000)
        let table = try Points.table("m_MeV,g,n\n6.5,4.5e-4,\(long)\n20,1e-3,y\n")
        let writer = try NpzWriter(path, table, names: table.names)
        while let block = try table.next(size: 1 << 12) { try writer.add(block, adding: []) }
        #expect(writer.cutColumns == ["n"])
        try writer.finish()
        let csv = try PointTable(path, options: ImportOptions()).all().csv
        #expect(
            csv == "6.5,0.00045,\(long.prefix(1000))\n20.0,0.001,y\n"
                || csv == "6.5,0.00045,\(long.prefix(1000))\n20,0.001,y\n")
    }
}
