import ConstraintKit
import CurveFormats
import IceCubeFit
import Scenarios
import VOTable

@testable import CurveArchive
@testable import PluginLoading
@testable import PointTables

/// Something that reads bytes from outside. It may refuse what it likes; what it accepts must be sound, or it traps.
struct Parser: Sendable {
    let name: String
    /// Samples to begin with, from the root of the project: files, or directories of them.
    let seeds: [String]
    private let accepts: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

    private init(_ name: String, _ seeds: [String], _ accepts: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool)
    {
        (self.name, self.seeds, self.accepts) = (name, seeds, accepts)
    }

    /// Whether the bytes are accepted.
    func callAsFunction(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { accepts(bytes) }

    static let all: [Parser] = [
        Parser("votable", votables, votable), Parser("curve-votable", votables, curve),
        Parser("text", ["Tests/CurveFormatsTests/Limits", "Tests/Fuzz/Seeds/text"], curve),
        Parser("hepdata-yaml", ["\(formats)/hepdata.yaml"], curve),
        Parser("hepdata-json", ["\(formats)/hepdata.json"], curve),
        Parser("hepdata-csv", ["\(formats)/hepdata.csv"], curve),
        Parser("aida", ["\(formats)/aida.xml"], curve), Parser("dmtools", ["\(formats)/dmtools.xml"], curve),
        Parser("webplotdigitizer", ["\(formats)/wpd-3.json", "\(formats)/wpd-4.json"], curve),
        Parser("real-files", ["Tests/CurveFormatsTests/Corpus/real-files"], curve),
        Parser("yaml", ["\(formats)/hepdata.yaml", "Tests/Fuzz/Seeds/catalogue"], yaml),
        Parser("hepdata-record", ["Tests/Fuzz/Seeds/hepdata-record"], record),
        Parser("lock", ["Tests/Fuzz/Seeds/lock"], lock),
        Parser("catalogue", ["Constraints/catalogue.yaml", "Tests/Fuzz/Seeds/catalogue"], catalogue),
        Parser("scenario", ["Constraints/scenarios"], scenario),
        Parser("data-set", ["Tests/Fuzz/Seeds/data-set", "Constraints/icecube"], dataSet),
        Parser("points-csv", ["Tests/Fuzz/Seeds/points-csv", "Tests/Fuzz/Seeds/text"], points),
        Parser("npy", ["Tests/Fuzz/Seeds/npy"], points), Parser("npz", ["Tests/Fuzz/Seeds/npz"], points),
        Parser("shared-object", [], sharedObject), Parser("printed", ["Tests/Fuzz/Seeds/printed"], printed),
    ]

    private static let formats = "Tests/CurveFormatsTests/Corpus/formats"
    private static let votables = ["valid", "semantic", "invalid", "hostile"].map {
        "Tests/CurveFormatsTests/Corpus/\($0)"
    }

    /// A document that was read has columns of one length, and can be written and read again.
    @Sendable private static func votable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let document = accepted({ try VOTableDocument(Array(bytes)) }) else { return false }
        for table in document.tables { precondition(table.columns.allSatisfy { $0.count == table.rowCount }) }
        precondition(accepted { try VOTableDocument(document.serialized()) } != nil)
        return true
    }

    /// Whatever the format turns out to be: a curve that was read is the same when written and read again.
    @Sendable private static func curve(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let inspection = inspect(Array(bytes), name: "a.dat", options: facts)
        precondition(!inspection.lines.isEmpty)
        guard let document = inspection.document else { return false }
        var options = ImportOptions()
        options.insists = true
        let again = inspect(nativeVOTable(of: document).serialized(), name: "a.dat", options: options)
        precondition(again.document?.limits == document.limits)
        return true
    }

    /// What a file need not say itself, so that more of what is read comes to its end.
    private static let facts: ImportOptions = {
        var options = ImportOptions()
        (options.kind, options.confidenceLevel, options.side) = (.observed, .notStated, .above)
        (options.massUnit, options.quantity, options.mixing) = (.megaelectronvolt, .coupling, .natural)
        options.insists = true
        return options
    }()

    /// Whether a text may be composed: it has few values, and none that stands for another. In one pass it is what Yams makes of it.
    @Sendable private static func yaml(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard accepted({ try BoundedYAML.check(Array(bytes)) }) != nil else { return false }
        let composed = accepted { try BoundedYAML.root(of: Array(bytes)) }
        precondition(composed == accepted { try BoundedYAML.rootWithPlaces(of: Array(bytes)) })
        return true
    }

    /// Each table of a record is found by its own name.
    @Sendable private static func record(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let record = accepted({ try HEPDataRecord(json: Array(bytes)) }) else { return false }
        for table in record.tables { precondition(record.table(named: table.name)?.name == table.name) }
        precondition(record.tablesByPromise.count == record.tables.count)
        return true
    }

    @Sendable private static func lock(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        accepted { try CurvesLock(Array(bytes), path: "curves.lock") } != nil
    }

    /// A catalogue that was read is the same when written and read again.
    @Sendable private static func catalogue(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let catalogue = accepted({ try AddressBook(yaml: Array(bytes)) }) else { return false }
        precondition(accepted { try AddressBook(yaml: catalogue.serialized()) } == catalogue)
        return true
    }

    @Sendable private static func sharedObject(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        accepted { try ELFImage(Array(bytes)) } != nil
    }

    /// Every format shows a text as it is, and nothing more.
    @Sendable private static func printed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        precondition(Escapers.faults(of: text).isEmpty)
        return true
    }

    /// Blocks of any size have the same points, and rows that are none say why; each row is a line of CSV.
    @Sendable private static func points(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func read(_ size: Int) -> [UInt64]? {
            accepted {
                let table = try PointTable(contents: Array(bytes), options: facts)
                var points: [UInt64] = []
                while let block = try table.next(size: size), points.count < 10_000 {
                    for (mass, coupling) in zip(block.masses, block.couplings) {
                        precondition(mass.isNaN ? coupling.isNaN : mass > 0 && mass < .infinity)
                        precondition(coupling.isNaN ? mass.isNaN : coupling > 0 && coupling < .infinity)
                        points += [mass.bitPattern, coupling.bitPattern]
                    }
                    for row in block.faulty { precondition(block.fault(of: row) != nil) }
                    let lines = block.csv(adding: []).flatMap(\.bytes)
                    precondition(lines.count { $0 == 0x0A } == block.count)
                }
                return Array(points.prefix(10_000))
            }
        }
        let whole = read(1 << 16)
        precondition(whole == read(1 << 10) || whole == nil)
        return whole != nil
    }

    @Sendable private static func scenario(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        accepted { try Scenario(yaml: String(decoding: bytes, as: UTF8.self)) } != nil
    }

    @Sendable private static func dataSet(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let table = accepted { try DataSet(csv: String(decoding: bytes, as: UTF8.self), stem: "a") }
        let document = accepted { try DataSet(VOTableDocument(Array(bytes)), stem: "a") }
        return table != nil || document != nil
    }

    /// The value; nil where the parser refuses, which is always an answer.
    private static func accepted<Value>(_ parse: () throws -> Value) -> Value? {
        do { return try parse() } catch { return nil }
    }
}
