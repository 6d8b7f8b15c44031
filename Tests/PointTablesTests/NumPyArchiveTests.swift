import CurveFormats
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
}

extension NumPyArchiveTests {
    /// Two of one name, as Python's zipfile writes them with no more than a warning: of one shape or of two.
    @Test(arguments: [[2], [2, 2]]) func aNameThatStandsTwiceIsRefused(shape: [Int]) {
        var archive = NumPyArchive()
        archive.add("mass", [1, 2], shape: [2])
        archive.add("coupling", [1e-3, 1e-3], shape: [2])
        archive.add("mass", [Double](repeating: 1, count: shape.reduce(1, *)), shape: shape)
        #expect(throws: PointTableError.numPy(.nameTwice("mass"), file: "points")) {
            try Points.table(archive.finished())
        }
    }

    /// Rows of a covariance are no points, whatever the lists beside it are called.
    @Test func listsBesideATableAreTakenWhereTheyAreNamed() throws {
        var archive = NumPyArchive()
        archive.add("x", [6.5, 20, 30], shape: [3])
        archive.add("y", [4.5e-4, 1e-3, 1e-3], shape: [3])
        archive.add("cov", [1, 0.1, 0.1, 2], shape: [2, 2])
        let bytes = archive.finished()
        #expect(throws: PointTableError.numPy(.listsBesideTable(["x", "y"], table: "cov"), file: "points")) {
            try Points.table(bytes)
        }
        var options = ImportOptions()
        (options.massColumn, options.couplingColumn) = ("x", "y")
        #expect(try Points.table(bytes, options).all().masses == [6.5, 20, 30])
        // The table's own columns have numbers.
        (options.massColumn, options.couplingColumn) = ("1", "2")
        #expect(try Points.table(bytes, options).all().couplings == [0.1, 2])
    }

    /// A correlation of three points is no grid of three masses and three couplings, where these are asked for as lists.
    @Test func listsThatAreAskedForAreNoSidesOfAGrid() throws {
        var archive = NumPyArchive()
        archive.add("mass_MeV", [6.5, 20, 30], shape: [3])
        archive.add("coupling", [4.5e-4, 1e-3, 1e-3], shape: [3])
        archive.add("corr", [Double](repeating: 0, count: 9), shape: [3, 3])
        var options = ImportOptions()
        (options.massColumn, options.couplingColumn) = ("mass_MeV", "coupling")
        #expect(try Points.table(archive.finished(), options).all().masses == [6.5, 20, 30])
    }

    /// In CSV beside the answers, too: what is written is to be read as what was.
    @Test func theUnitOfMassesIsInTheNameThatIsWritten() throws {
        var archive = NumPyArchive()
        archive.add("mass", [0.0065], shape: [1])
        archive.add("coupling", [4.5e-4], shape: [1])
        archive.add("mass_unit", texts: ["GeV"], shape: [1])
        let table = try Points.table(archive.finished())
        #expect(table.names == ["mass [GeV]", "coupling"])
        let csv = table.names.joined(separator: ",") + "\n" + (try table.all().csv)
        #expect(try Points.table(csv).all().masses == [6.5])
    }

    @Test func aUnitOfMassesIsOneWord() {
        var archive = NumPyArchive()
        archive.add("mass", [6.5, 20], shape: [2])
        archive.add("coupling", [4.5e-4, 1e-3], shape: [2])
        archive.add("mass_unit", texts: ["MeV", "GeV"], shape: [2])
        #expect(throws: PointTableError.numPy(.severalMassUnits("mass_unit"), file: "points")) {
            try Points.table(archive.finished())
        }
    }

    /// A spreadsheet is a ZIP archive, and an archive of arrays is no spreadsheet.
    @Test func anArchiveWithoutArraysIsToldFromOneWithoutPoints() {
        var one = NumPyArchive()
        one.add("mass", [6.5], shape: [1])
        #expect(throws: PointTableError.numPy(.noArrays, file: "points")) { try Points.table(one.finished()) }
        #expect(throws: PointTableError.numPy(.noArchiveOfArrays, file: "points")) {
            try Points.table(NumPyArchive().finished())
        }
    }
}
