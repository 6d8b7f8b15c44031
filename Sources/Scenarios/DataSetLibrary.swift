import CurveArchive
import Files
import IceCubeFit
import VOTable

/// The data sets of IceCube: those that the program carries, by name, and a user's own, by file.
public struct DataSetLibrary: Sendable {
    private let bundled: BundledFiles

    public init(bundled: BundledFiles = .ofProgram) { self.bundled = bundled }

    /// The names of all data sets that the program carries.
    public var names: [String] {
        bundled.files(in: "icecube", withExtension: "vot").map {
            String($0.path.dropFirst("icecube/".count).dropLast(".vot".count))
        }
    }

    /// - Parameter name: that of a data set, or a path: whatever holds a `/` or ends in `.vot`, `.xml`, `.vot.gz`, `.csv`.
    ///   The data set of a file is named like the file.
    /// - Throws: ``DataSetLibraryError``, `ReadingError` where a file can't be read.
    public func dataSet(_ name: String) throws -> DataSet {
        if Self.isPath(name) { return try Self.dataSet(at: name) }
        guard let file = bundled["icecube/\(name).vot"] else {
            throw DataSetLibraryError.unknown(name: name, known: names)
        }
        return try Self.dataSet(votable: file.contents(), stem: name, name: name)
    }

    /// The data that a scenario compares with.
    /// - Throws: as ``dataSet(_:)``
    public func dataSets(of scenario: Scenario) throws -> [DataSet] {
        try scenario.iceCube.dataSets.map { try dataSet($0) }
    }

    /// The most bytes a file may have: fifty times what a thousand segments take.
    private static let greatestSize = 8 << 20
    private static let documentEnds = [".vot.gz", ".vot", ".xml"]
    private static let textEnd = ".csv"

    private static func isPath(_ name: String) -> Bool {
        name.contains("/") || (documentEnds + [textEnd]).contains { name.hasSuffix($0) }
    }

    private static func dataSet(at path: String) throws -> DataSet {
        let bytes = try readFile(path, limit: greatestSize, allowsPipe: true)
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let end = (documentEnds + [textEnd]).first { file.hasSuffix($0) } ?? ""
        let stem = String(file.dropLast(end.count))
        guard end == textEnd else { return try dataSet(votable: bytes, stem: stem, name: path) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw DataSetLibraryError.notText(path: path) }
        do throws(DataSetError) {
            return try DataSet(csv: text, stem: stem)
        } catch {
            throw DataSetLibraryError.unusable(name: path, error)
        }
    }

    private static func dataSet(votable bytes: [UInt8], stem: String, name: String) throws -> DataSet {
        let document: VOTableDocument
        do throws(VOTableError) { document = try VOTableDocument(bytes) } catch {
            throw DataSetLibraryError.notVOTable(name: name, error)
        }
        do throws(DataSetError) { return try DataSet(document, stem: stem) } catch {
            throw DataSetLibraryError.unusable(name: name, error)
        }
    }
}

/// Why there is no such data set.
public enum DataSetLibraryError: Error, Sendable, Hashable {
    /// No data set has this name; `known` are those there are.
    case unknown(name: String, known: [String])
    /// A file that is no text in UTF-8.
    case notText(path: String)
    case notVOTable(name: String, VOTableError)
    /// A document or text that holds no usable data set.
    case unusable(name: String, DataSetError)
}
