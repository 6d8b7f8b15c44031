import CurveFormats
import Foundation

@testable import PointTables

/// Tables of points as tests make and read them.
enum Points {
    /// The root of the project.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Real files, which other programs wrote.
    static func seed(_ name: String) -> String { root.appending(path: "Tests/Fuzz/Seeds/\(name)").path }

    static func table(_ bytes: [UInt8], _ options: ImportOptions = ImportOptions()) throws -> PointTable {
        try PointTable(contents: bytes, options: options)
    }

    static func table(_ text: String, _ options: ImportOptions = ImportOptions()) throws -> PointTable {
        try table(Array(text.utf8), options)
    }
}

extension PointTable {
    /// All rows, read in blocks of a size.
    func all(size: Int = 1 << 16) throws -> (masses: [Double], couplings: [Double], csv: String) {
        var (masses, couplings, csv): ([Double], [Double], String) = ([], [], "")
        while let block = try next(size: size) {
            masses += block.masses
            couplings += block.couplings
            for part in block.csv(adding: []) { csv += String(decoding: part.bytes, as: UTF8.self) }
        }
        return (masses, couplings, csv)
    }

    /// Why rows are no points, each with its place.
    func faults() throws -> [String] {
        var faults: [String] = []
        while let block = try next(size: 1 << 16) {
            for row in block.faulty {
                faults.append("\(block.place(of: row)) \(block.fault(of: row).map { "\($0)" } ?? "")")
            }
        }
        return faults
    }
}
