/// The user's own catalogue of sources, beside their own documents.
///
/// It may be edited by hand. What this writes keeps every entry and no comment.
public struct OwnSources: Sendable {
    /// Where the file is, or would be.
    public let path: String
    private let directory: String

    /// - Throws: ``SourceFileError/noDirectory``
    public init(paths: ArchivePaths) throws(SourceFileError) {
        guard let directory = paths.ownDirectory else { throw .noDirectory }
        self.directory = directory
        path = "\(directory)/\(SourceCatalogue.fileName)"
    }

    /// What the file says; nothing where there is none.
    public func read() throws(SourceFileError) -> SourceCatalogue {
        try SourceCatalogue.optional(at: path) ?? SourceCatalogue()
    }

    /// Makes a location the first that a curve is fetched from. One of the same URL is replaced.
    public func record(_ location: SourceLocation, for stem: String) throws(SourceFileError) {
        var catalogue = try read()
        let others = catalogue.locations(of: stem).filter { $0.url != location.url }
        catalogue.entries[stem] = .sources([location] + others)
        try write(catalogue)
    }

    /// Forgets the user's sources of a curve; those that the program carries stay.
    /// - Returns: whether there were any.
    @discardableResult
    public func remove(_ stem: String) throws(SourceFileError) -> Bool {
        var catalogue = try read()
        guard catalogue.entries.removeValue(forKey: stem) != nil else { return false }
        try write(catalogue)
        return true
    }

    private func write(_ catalogue: SourceCatalogue) throws(SourceFileError) {
        let bytes: [UInt8]
        do { bytes = try catalogue.serialized() } catch {
            throw .contents(path: path, .notYAML(reason: "\(error)"))
        }
        do throws(WritingError) {
            do throws(SystemError) { _ = try makeDirectories(directory) } catch {
                throw .cannotCreate(path: directory, error)
            }
            try replaceFile(at: path, with: bytes)
        } catch { throw .writing(error) }
    }
}
