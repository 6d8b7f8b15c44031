import ConstraintKit
import Files

/// Where each curve may be fetched from: what `catalogue.yaml` of a folder of curves says.
public struct AddressBook: Sendable, Hashable {
    /// The name of the file in its folder.
    public static let fileName = ArchiveFile.addressesName

    /// What is known of the addresses of one curve.
    public enum Entry: Sendable, Hashable {
        /// In order of preference: each is asked only if those before it failed.
        case addresses([CurveAddress])
        /// No public address of its numbers is known, and why.
        case noneKnown(String)
    }

    /// By stem.
    public var entries: [String: Entry] = [:]

    public init() {}

    /// The addresses of a curve; empty where none is known.
    public func addresses(of stem: String) -> [CurveAddress] {
        if case .addresses(let addresses)? = entries[stem] { addresses } else { [] }
    }

    /// The same, as the user's own.
    fileprivate var asOwn: AddressBook {
        var own = self
        for (stem, entry) in entries {
            guard case .addresses(let addresses) = entry else { continue }
            own.entries[stem] = .addresses(
                addresses.map { address in
                    var marked = address
                    marked.isOwn = true
                    return marked
                })
        }
        return own
    }

    /// Makes an address the first that a curve is fetched from. One of the same URL is replaced.
    mutating func prefer(_ address: CurveAddress, for stem: String) {
        entries[stem] = .addresses([address] + addresses(of: stem).filter { $0.url != address.url })
    }

    /// Takes what another catalogue says, which is asked after this one.
    mutating func append(_ other: AddressBook) {
        for (stem, entry) in other.entries {
            let joined = addresses(of: stem) + other.addresses(of: stem)
            entries[stem] = joined.isEmpty ? entries[stem] ?? entry : .addresses(joined)
        }
    }
}

extension AddressBook {
    /// The catalogues of the user's folders, the first of them asked first, and then the one the program carries.
    public init(paths: ArchivePaths, bundled: BundledFiles = .ofProgram) throws(AddressFileError) {
        self.init()
        for directory in paths.namedDirectories {
            let path = "\(directory)/\(Self.fileName)"
            // A catalogue names it as a problem.
            do throws(SystemError) {
                if try openPlace(onTheWayTo: path) != nil { continue }
            } catch {
                if error.isMissing { continue }
                throw .reading(.unreadable(path: path, error))
            }
            if let own = try Self.optional(
                path,
                { () throws(ReadingError) in
                    try readFile(path, limit: documentSizeLimit)
                })
            {
                append(own.asOwn)
            }
        }
        if let directory = paths.dataDirectory {
            let view: ArchiveView
            do { view = try Archive(directory: directory).view() } catch { throw .record(error) }
            if let own = try AddressBook(own: view) { append(own.asOwn) }
        }
        guard let file = bundled[Self.fileName] else { return }
        do throws(AddressBookError) { append(try AddressBook(yaml: file.contents())) } catch {
            throw .contents(path: Self.fileName, error)
        }
    }

    /// The user's own catalogue; nil where there is none.
    init?(own view: ArchiveView) throws(AddressFileError) {
        let path = view.archive.path(of: .addresses)
        let own = try Self.optional(path) { () throws(ReadingError) in
            try view.bytes(of: .addresses, limit: documentSizeLimit)
        }
        guard let own else { return nil }
        self = own
    }

    private static func optional(
        _ path: String, _ bytes: () throws(ReadingError) -> [UInt8]
    ) throws(AddressFileError) -> AddressBook? {
        let read: [UInt8]
        do { read = try bytes() } catch {
            if case .unreadable(_, let system) = error, system.isMissing { return nil }
            throw .reading(error)
        }
        do { return try AddressBook(yaml: read) } catch { throw .contents(path: path, error) }
    }
}
