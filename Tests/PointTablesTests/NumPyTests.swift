import CurveFormats
import Foundation
import Testing

@testable import PointTables

/// Files that NumPy 1 and 2 wrote, and damaged ones.
@Suite struct NumPyTests {
    private static let masses = [1.5, 6.5, 20]
    private static let couplings = [1e-4, 4.5e-4, 1e-3]

    @Test(arguments: ["npy/table.npy", "npy/fortran.npy", "npz/stored.npz"])
    func doublesAreReadToTheLastBit(name: String) throws {
        for size in [1, 1 << 16] {
            let read = try PointTable(Points.seed(name), options: ImportOptions()).all(size: size)
            #expect(read.masses == Self.masses && read.couplings == Self.couplings)
        }
    }

    @Test(arguments: ["npy/single-big-endian.npy", "npz/deflated.npz", "npy/records.npy"])
    func singlesAreReadToTheirLastBit(name: String) throws {
        let read = try PointTable(Points.seed(name), options: ImportOptions()).all()
        #expect(read.masses == Self.masses && read.couplings == Self.couplings.map { Double(Float($0)) })
    }

    @Test func everyColumnIsPassedOn() throws {
        let records = try PointTable(Points.seed("npy/records.npy"), options: ImportOptions())
        #expect(records.names == ["name", "mass_GeV", "g", "n", "ok"] && records.omitted == ["pair"])
        #expect(try records.all().csv == "a,0.0015,0.0001,-1,True\nb,0.0065,0.00045,2,False\nµ,0.02,0.001,3,True\n")
        let archive = try PointTable(Points.seed("npz/deflated.npz"), options: ImportOptions())
        #expect(archive.names == ["coupling", "mass", "label"] && archive.omitted == ["chain"])
    }

    /// What is no point says so; whole numbers are numbers.
    @Test func rowsThatAreNoPointsSayWhy() throws {
        var bytes = NumPyHeader.bytes("<i4", count: 0)
        let shape = Data(bytes).range(of: Data("(0,)".utf8))
        bytes.replaceSubrange(try #require(shape), with: Array("(2,2)".utf8))
        bytes.remove(at: bytes.count - 2)
        for number in [6, 1, -3, 1] as [Int32] { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
        let table = try Points.table(bytes)
        #expect(try table.faults() == ["2 notPositive(PointTables.RowFault.PointPart.mass, text: \"-3\")"])
        #expect(throws: PointTableError.brokenOff(file: "points")) {
            _ = try Points.table(Array(bytes.dropLast())).all()
        }
    }

    @Test func everyDamageIsRefused() throws {
        for name in ["npy/records.npy", "npz/stored.npz", "npz/deflated.npz"] {
            let bytes = Array(try Data(contentsOf: URL(filePath: Points.seed(name))))
            for length in stride(from: 0, to: bytes.count, by: 7) {
                #expect(throws: (any Error).self, "\(name) \(length)") {
                    _ = try Points.table(Array(bytes[..<length])).all()
                }
            }
        }
        // A bit of a value: the checksum tells.
        var bytes = Array(try Data(contentsOf: URL(filePath: Points.seed("npz/stored.npz"))))
        let place = try #require(Data(bytes).range(of: withUnsafeBytes(of: 6.5) { Data($0) })?.lowerBound)
        bytes[place] ^= 1
        #expect(throws: PointTableError.badCompression(file: "points: mass.npy")) { _ = try Points.table(bytes).all() }
    }

    @Test(arguments: [
        ("'descr': '<c16', 'fortran_order': False, 'shape': (3, 2)", NumPyFault.type("<c16")),
        ("'descr': '|O', 'fortran_order': False, 'shape': (3, 2)", .type("|O")),
        ("'descr': '<f8', 'fortran_order': False, 'shape': ()", .shape([])),
        ("'descr': '<f8', 'fortran_order': False, 'shape': (3,)", .shape([3])),
        ("'descr': '<f8', 'fortran_order': False, 'shape': (2, 100)", .transposed(rows: 2, columns: 100)),
        ("'descr': '<f8', 'fortran_order': False, 'shape': (3, 2", .badHeader),
        ("'descr': [('m', '<f8', (0,))], 'fortran_order': False, 'shape': (3,)", .badHeader),
        ("'descr': __import__('os'), 'fortran_order': False, 'shape': (3, 2)", .badHeader),
    ])
    func whatIsNoTableIsSaid(header: String, fault: NumPyFault) throws {
        let text = "{\(header)}\n"
        let bytes = NumPyHeader.magic + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8)
        #expect(throws: PointTableError.numPy(fault, file: "points")) { try Points.table(bytes) }
    }

    @Test func literalsOfPythonAreRead() {
        func read(_ text: String) -> NumPyLiteral? { NumPyLiteral(Array(text.utf8)[...]) }
        #expect(read("[('a', \"<f8\"), (('t', 'b'), '<i4', (2,)), ]") != nil)
        #expect(read("{'a': 1L, 'b': True}") == .dictionary(["a": .integer(1), "b": .boolean(true)]))
        for text in [
            "", "{", "{'a'}", "(1", "1 2", "'a", "{'a': 99999999999999999999}", String(repeating: "(", count: 99),
        ] {
            #expect(read(text) == nil, "\(text)")
        }
    }
}
