import ConstraintKit
import Files

/// Where each curve may be fetched from: what `catalogue.yaml` of a folder of curves says.
public struct AddressBook: Sendable, Hashable {
    /// The name of the file in its folder.
    public static let fileName = "catalogue.yaml"

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
        for directory in paths.userDirectories {
            if let own = try Self.optional(at: "\(directory)/\(Self.fileName)") { append(own.asOwn) }
        }
        guard let file = bundled[Self.fileName] else { return }
        do throws(AddressBookError) { append(try AddressBook(yaml: file.contents())) } catch {
            throw .contents(path: Self.fileName, error)
        }
    }

    /// The catalogue in a file; nil where there is none.
    static func optional(at path: String) throws(AddressFileError) -> AddressBook? {
        let bytes: [UInt8]
        do { bytes = try readFile(path, limit: documentSizeLimit) } catch {
            if case .unreadable(_, let system) = error, system.isMissing { return nil }
            throw .reading(error)
        }
        do { return try AddressBook(yaml: bytes) } catch { throw .contents(path: path, error) }
    }
}
