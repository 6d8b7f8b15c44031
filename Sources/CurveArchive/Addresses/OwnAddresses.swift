import Files

/// The user's own catalogue of addresses, beside their own documents.
///
/// It may be edited by hand. What this writes keeps every entry and no comment.
public struct OwnAddresses: Sendable {
    /// Where the file is, or would be.
    public let path: String
    private let directory: String

    /// - Throws: ``AddressFileError/noDirectory``
    public init(paths: ArchivePaths) throws(AddressFileError) {
        guard let directory = paths.ownDirectory else { throw .noDirectory }
        self.directory = directory
        path = "\(directory)/\(AddressBook.fileName)"
    }

    /// What the file says; nothing where there is none.
    public func read() throws(AddressFileError) -> AddressBook {
        try AddressBook.optional(at: path) ?? AddressBook()
    }

    /// Makes an address the first that a curve is fetched from. One of the same URL is replaced.
    public func record(_ address: CurveAddress, for stem: String) throws(AddressFileError) {
        var catalogue = try read()
        let others = catalogue.addresses(of: stem).filter { $0.url != address.url }
        catalogue.entries[stem] = .addresses([address] + others)
        try write(catalogue)
    }

    /// Forgets the user's addresses of a curve; those that the program carries stay.
    /// - Returns: whether there were any.
    @discardableResult
    public func remove(_ stem: String) throws(AddressFileError) -> Bool {
        var catalogue = try read()
        guard catalogue.entries.removeValue(forKey: stem) != nil else { return false }
        try write(catalogue)
        return true
    }

    private func write(_ catalogue: AddressBook) throws(AddressFileError) {
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
