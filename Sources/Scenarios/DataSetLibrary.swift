import CurveArchive
import CurveFormats
import Files
import IceCubeFit
import VOTable

/// The data sets of IceCube: those that the program carries, by name, and a user's own, by file.
public struct DataSetLibrary: Sendable {
    private let bundled: BundledFiles
    private let recorded: RunInputs?

    /// - Parameter recorded: what an earlier run had, which the data have to be too.
    public init(bundled: BundledFiles = .ofProgram, as recorded: RunInputs? = nil) {
        self.bundled = bundled
        self.recorded = recorded
    }

    /// The names of all data sets that the program carries.
    public var names: [String] {
        bundled.files(in: "icecube", withExtension: "vot").map {
            String($0.path.dropFirst("icecube/".count).dropLast(".vot".count))
        }
    }

    /// - Parameter name: that of a data set, or a path: whatever holds a `/` or ends in `.vot`, `.xml`, `.vot.gz`, `.csv`.
    ///   The data set of a file is named like the file, with dashes for blanks and the like.
    /// - Throws: ``DataSetLibraryError``, `ReadingError` where a file can't be read.
    public func dataSet(_ name: String) throws -> DataSet { try read(name).dataSet }

    /// The data that a scenario compares with, and the digests of their files by the names it has for them.
    /// - Throws: as ``dataSet(_:)``, and ``RecordedRunError`` where they are not those of the earlier run.
    public func dataSets(of scenario: Scenario) throws -> (dataSets: [DataSet], digests: [String: SHA256]) {
        var digests: [String: SHA256] = [:]
        let dataSets = try scenario.iceCube.dataSets.map { name in
            let (dataSet, digest) = try recorded?.files[name] == nil ? read(name) : readAgain(name)
            digests[name] = digest
            return dataSet
        }
        try recorded?.check(files: digests)
        return (dataSets, digests)
    }

    private func read(_ name: String) throws -> (dataSet: DataSet, digest: SHA256) {
        if Self.isPath(name) {
            let bytes = try readFile(name, limit: Self.greatestSize, allowsPipe: true)
            return (try Self.dataSet(bytes, of: name), SHA256(of: bytes))
        }
        guard let file = bundled[Self.path(of: name)] else {
            throw DataSetLibraryError.unknown(name: name, known: names)
        }
        let bytes = file.contents()
        let ready = PreparedFiles(PreparedBytes.ofProgram).value(of: file.path, source: bytes) {
            reader throws(PreparedReader.Fault) in try DataSet(&reader)
        }
        return (
            try ready ?? Self.dataSet(votable: bytes, stem: name, name: name, isCarried: true), SHA256(of: bytes)
        )
    }

    /// The data sets that the program carries, made ready for one that carries the same.
    /// - Throws: ``DataSetLibraryError``
    public func prepared() throws -> [PreparedFiles.Entry] {
        try names.compactMap { name in
            try bundled[Self.path(of: name)].map { file in
                let source = file.contents()
                let dataSet = try Self.dataSet(votable: source, stem: name, name: name, isCarried: true)
                return .init(path: file.path, source: source, contents: dataSet.prepared())
            }
        }
    }

    /// Below `Constraints/`.
    private static func path(of name: String) -> String { "icecube/\(name).vot" }

    /// What an earlier run had.
    private func readAgain(_ name: String) throws -> (dataSet: DataSet, digest: SHA256) {
        do { return try read(name) } catch ReadingError.unreadable(_, let cause) where cause.isMissing {
            throw RecordedRunError.missingFile(name: name)
        } catch DataSetLibraryError.unknown {
            throw RecordedRunError.missingFile(name: name)
        }
    }

    /// The most bytes a file may have: fifty times what a thousand segments take.
    private static let greatestSize = 8 << 20
    private static let documentEnds = [".vot.gz", ".vot", ".xml"]
    private static let textEnd = ".csv"

    private static func isPath(_ name: String) -> Bool {
        name.contains("/") || (documentEnds + [textEnd]).contains { name.hasSuffix($0) }
    }

    /// What a data set goes by in answers: its file's name, with dashes for what a stem can't hold, a blank for instance.
    private static func stem(_ name: String) -> String {
        let parts = name.split(separator: ".").compactMap { stemOfFile(named: String($0)) }
        let stem = parts.joined(separator: ".").prefix(64)
        return stem.isEmpty ? "data-set" : String(stem)
    }

    private static func dataSet(_ bytes: [UInt8], of path: String) throws -> DataSet {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let end = (documentEnds + [textEnd]).first { file.hasSuffix($0) } ?? ""
        let stem = Self.stem(String(file.dropLast(end.count)))
        guard end == textEnd else { return try dataSet(votable: bytes, stem: stem, name: path) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw DataSetLibraryError.notText(path: path) }
        do throws(DataSetError) {
            return try DataSet(csv: text, stem: stem)
        } catch {
            throw DataSetLibraryError.unusable(name: path, error)
        }
    }

    private static func dataSet(votable bytes: [UInt8], stem: String, name: String, isCarried: Bool = false) throws
        -> DataSet
    {
        let document: VOTableDocument
        do throws(VOTableError) { document = try VOTableDocument(bytes, isCarried: isCarried) } catch {
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
