import Foundation
import Testing

@testable import PointTables

/// What NumPy itself reads of a map's arrays is looked at beside, in the tests of other readers.
@Suite struct NumPyArchiveTests {
    @Test func anArrayHasItsShape() throws {
        var archive = NumPyArchive()
        archive.add("x", [1, 2, 3, 4, 5, 6], shape: [2, 3])
        archive.add("word", texts: ["a", "μ", "long", ""], shape: [4])
        let bytes = archive.finished()
        for text in ["x.npy", "word.npy"] { #expect(Data(bytes).range(of: Data(text.utf8)) != nil) }
        let header = String(decoding: NumPyHeader.bytes("<f8", shape: [2, 3]), as: UTF8.self)
        #expect(header.contains("'shape': (2, 3,), "))
        #expect(NumPyHeader.bytes("<U4", shape: [4]).count % 64 == 0)
        #expect(NumPyHeader.bytes("<U4", count: 4) == NumPyHeader.bytes("<U4", shape: [4]))
    }

    /// Words beside numbers: the names of a table's columns, the unit of masses.
    @Test func namesAndUnitsBesideATableAreRead() throws {
        var chain = NumPyArchive()
        chain.add("chain", [4.5e-4, 6.5, 1e-3, 20], shape: [2, 2])
        chain.add("names", texts: ["g", "m_MeV"], shape: [2])
        let read = try Points.table(chain.finished()).all()
        #expect(read.masses == [6.5, 20] && read.couplings == [4.5e-4, 1e-3])

        var lists = NumPyArchive()
        lists.add("mass", [0.0065, 0.02], shape: [2])
        lists.add("coupling", [4.5e-4, 1e-3], shape: [2])
        lists.add("mass_unit", texts: ["GeV"], shape: [1])
        #expect(try Points.table(lists.finished()).all().masses == [6.5, 20])
        #expect(try Points.table(lists.finished()).names == ["mass [GeV]", "coupling"])
        lists.add("coupling_unit", texts: ["1e-3"], shape: [1])
        #expect(throws: PointTableError.numPy(.unitBeside("coupling_unit"), file: "points")) {
            try Points.table(lists.finished())
        }
    }

    /// Masses and couplings as the sides of a grid, and a mass beside a table: whichever were taken, points nobody meant would be answered.
    @Test func axesBesideATableAreRefused() {
        var grid = NumPyArchive()
        grid.add("mass_MeV", [1, 2], shape: [2])
        grid.add("coupling", [1e-4, 1e-3], shape: [2])
        grid.add("chi2", [1, 2, 3, 4], shape: [2, 2])
        var apart = NumPyArchive()
        apart.add("mass_MeV", [6.5, 20], shape: [2])
        apart.add("g", [1e-4, 6e-4, 1e-3, 1e-3], shape: [2, 2])
        for archive in [grid, apart] {
            #expect {
                try Points.table(archive.finished())
            } throws: { error in
                if case .numPy(.axesApart, _)? = error as? PointTableError { true } else { false }
            }
        }
    }

    /// Two lists and a table, none called as an axis: only who names them knows; and a name that stands twice names nothing.
    @Test func whatNobodyCanTellIsRefused() throws {
        var archive = NumPyArchive()
        archive.add("Mphi", [6.5, 20], shape: [2])
        archive.add("geff", [4.5e-4, 1e-3], shape: [2])
        archive.add("samples", [1, 2, 3, 4], shape: [2, 2])
        #expect(throws: PointTableError.numPy(.listsBesideTable(["Mphi", "geff", "samples"]), file: "points")) {
            try Points.table(archive.finished())
        }
        var options = ImportOptions()
        (options.massColumn, options.couplingColumn) = ("Mphi", "geff")
        #expect(try Points.table(archive.finished(), options).all().masses == [6.5, 20])
        archive.add("Mphi", [1, 2], shape: [2])
        #expect(throws: PointTableError.numPy(.badArchive, file: "points")) { try Points.table(archive.finished()) }
    }
}
