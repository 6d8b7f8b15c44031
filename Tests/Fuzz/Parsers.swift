import ConstraintKit
import CurveFormats
import IceCubeFit
import Scenarios
import VOTable

@testable import CurveArchive
@testable import PluginLoading

/// Everything that reads bytes from outside. A parser may refuse what it likes; what it accepts must be sound.
enum Parsers {
    static let byName: [String: @Sendable (UnsafeBufferPointer<UInt8>) -> Void] = [
        "votable": votable, "curve-votable": curve, "text": curve, "hepdata-yaml": curve, "hepdata-json": curve,
        "hepdata-csv": curve, "aida": curve, "dmtools": curve, "webplotdigitizer": curve, "lock": lock,
        "catalogue": catalogue, "scenario": scenario, "data-set": dataSet, "shared-object": sharedObject,
    ]

    /// A document that was read has columns of one length, and can be written and read again.
    @Sendable private static func votable(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let document = accepted({ try VOTableDocument(Array(bytes)) }) else { return }
        for table in document.tables { precondition(table.columns.allSatisfy { $0.count == table.rowCount }) }
        precondition(accepted { try VOTableDocument(document.serialized()) } != nil)
    }

    /// Whatever the format turns out to be: a curve that was read is the same when written and read again.
    @Sendable private static func curve(_ bytes: UnsafeBufferPointer<UInt8>) {
        let inspection = inspect(Array(bytes), name: "a.dat", options: facts)
        precondition(!inspection.lines.isEmpty)
        guard let document = inspection.document else { return }
        var options = ImportOptions()
        options.insists = true
        let again = inspect(nativeVOTable(of: document).serialized(), name: "a.dat", options: options)
        precondition(again.document?.limits == document.limits)
    }

    /// What a file need not say itself, so that more of what is read comes to its end.
    private static let facts: ImportOptions = {
        var options = ImportOptions()
        (options.kind, options.confidenceLevel, options.side) = (.observed, .notStated, .above)
        (options.massUnit, options.quantity, options.mixing) = (.megaelectronvolt, .coupling, .natural)
        options.insists = true
        return options
    }()

    @Sendable private static func lock(_ bytes: UnsafeBufferPointer<UInt8>) {
        _ = accepted { try CurvesLock(Array(bytes), path: "curves.lock") }
    }

    /// A catalogue that was read is the same when written and read again.
    @Sendable private static func catalogue(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let catalogue = accepted({ try AddressBook(yaml: Array(bytes)) }) else { return }
        precondition(accepted { try AddressBook(yaml: catalogue.serialized()) } == catalogue)
    }

    @Sendable private static func sharedObject(_ bytes: UnsafeBufferPointer<UInt8>) {
        _ = accepted { try ELFImage(Array(bytes)) }
    }

    @Sendable private static func scenario(_ bytes: UnsafeBufferPointer<UInt8>) {
        _ = accepted { try Scenario(yaml: String(decoding: bytes, as: UTF8.self)) }
    }

    @Sendable private static func dataSet(_ bytes: UnsafeBufferPointer<UInt8>) {
        _ = accepted { try DataSet(csv: String(decoding: bytes, as: UTF8.self), stem: "a") }
        _ = accepted { try DataSet(VOTableDocument(Array(bytes)), stem: "a") }
    }

    /// The value; nil where the parser refuses, which is always an answer.
    private static func accepted<Value>(_ parse: () throws -> Value) -> Value? {
        do { return try parse() } catch { return nil }
    }
}
