import ConstraintKit

/// Where each curve may be fetched from: what `catalogue.yaml` of a folder of curves says.
public struct SourceCatalogue: Sendable, Hashable {
    /// The name of the file in its folder.
    public static let fileName = "catalogue.yaml"

    /// What is known of the sources of one curve.
    public enum Entry: Sendable, Hashable {
        /// In order of preference: each is asked only if those before it failed.
        case sources([SourceLocation])
        /// No public numeric source is known, and why.
        case noneKnown(String)
    }

    /// By stem.
    public var entries: [String: Entry] = [:]

    public init() {}

    /// The sources of a curve; empty where none is known.
    public func locations(of stem: String) -> [SourceLocation] {
        if case .sources(let locations)? = entries[stem] { locations } else { [] }
    }

    /// The same, as the user's own.
    fileprivate var asOwn: SourceCatalogue {
        var own = self
        for (stem, entry) in entries {
            guard case .sources(let locations) = entry else { continue }
            own.entries[stem] = .sources(
                locations.map { location in
                    var marked = location
                    marked.isOwn = true
                    return marked
                })
        }
        return own
    }

    /// Takes what another catalogue says, which is asked after this one.
    mutating func append(_ other: SourceCatalogue) {
        for (stem, entry) in other.entries {
            let joined = locations(of: stem) + other.locations(of: stem)
            entries[stem] = joined.isEmpty ? entries[stem] ?? entry : .sources(joined)
        }
    }
}

extension SourceCatalogue {
    /// The catalogues of the user's folders, the first of them asked first, and then the one the program carries.
    public init(paths: ArchivePaths, bundled: BundledFiles = .ofProgram) throws(SourceFileError) {
        self.init()
        for directory in paths.userDirectories {
            if let own = try Self.optional(at: "\(directory)/\(Self.fileName)") { append(own.asOwn) }
        }
        guard let file = bundled[Self.fileName] else { return }
        do throws(SourceCatalogueError) { append(try SourceCatalogue(yaml: file.contents())) } catch {
            throw .contents(path: Self.fileName, error)
        }
    }

    /// The catalogue in a file; nil where there is none.
    static func optional(at path: String) throws(SourceFileError) -> SourceCatalogue? {
        let bytes: [UInt8]
        do { bytes = try readFile(path, limit: documentSizeLimit) } catch {
            if case .unreadable(_, let system) = error, system.isMissing { return nil }
            throw .reading(error)
        }
        do { return try SourceCatalogue(yaml: bytes) } catch { throw .contents(path: path, error) }
    }
}
