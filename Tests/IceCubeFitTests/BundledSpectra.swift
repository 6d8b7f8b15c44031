import Testing
import VOTable

@testable import IceCubeFit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The documents of Constraints/icecube, read from the package's own folder.
enum BundledSpectra {
    static let stems = [
        "cascades-6yr-2020", "combined-2024", "estes-2024", "hese-7.5yr-2021", "mese-2025", "tracks-9.5yr-2022",
    ]

    static func bytes(_ stem: String) throws -> [UInt8] {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        let package = parts.dropLast(3).joined(separator: "/")
        let file = try #require(fopen("\(package)/Constraints/icecube/\(stem).vot", "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    static func dataSet(_ stem: String) throws -> DataSet { try DataSet(VOTableDocument(bytes(stem))) }

    /// The paper's 16 points.
    static func ofThePaper() throws -> [DataSet] { try ["cascades-6yr-2020", "tracks-9.5yr-2022"].map(dataSet) }
}
