import CurveArchive
import IceCubeFit
import VOTable

/// The data sets of IceCube that the program carries, by name.
public struct DataSetLibrary: Sendable {
    private let bundled: BundledFiles

    public init(bundled: BundledFiles = .ofProgram) { self.bundled = bundled }

    /// The names of all data sets.
    public var names: [String] {
        bundled.files(in: "icecube", withExtension: "vot").map {
            String($0.path.dropFirst("icecube/".count).dropLast(".vot".count))
        }
    }

    /// - Throws: ``DataSetLibraryError/unknown(name:known:)``, and what is wrong with the document.
    public func dataSet(_ name: String) throws -> DataSet {
        guard let file = bundled["icecube/\(name).vot"] else {
            throw DataSetLibraryError.unknown(name: name, known: names)
        }
        return try DataSet(try VOTableDocument(file.contents()), stem: name)
    }
}

/// Why a data set is not to be had.
public enum DataSetLibraryError: Error, Sendable, Hashable {
    /// No data set has this name; `known` are those there are.
    case unknown(name: String, known: [String])
}
