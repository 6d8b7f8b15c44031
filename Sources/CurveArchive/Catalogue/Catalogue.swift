import ConstraintKit
import CurveFormats
import Files

/// The documents of curves at hand, by stem: the user's own, then refreshed ones, then those the program carries.
///
/// Making a catalogue lists directories; documents are read only when asked for.
public struct Catalogue: Sendable {
    /// The stems of all documents, sorted.
    public private(set) var stems: [String]
    /// What was found wrong without reading a document.
    public let problems: [CatalogueProblem]

    private var places: [String: [StoredDocument]]
    /// The plugins' code, by the stems they serve.
    private var code: [String: PluginCode] = [:]
    private let read: DocumentReader
    /// What the program that carries the documents knows to be missing.
    private let missing: @Sendable () throws(AddressFileError) -> MissingBounds

    /// - Parameters:
    ///   - paths: where to look beside the program itself.
    ///   - bundled: what the program carries.
    ///   - missing: the list of what the program fetches and does not carry.
    ///   - read: the reader of documents.
    public init(
        paths: ArchivePaths, bundled: BundledFiles = .ofProgram,
        missing: @escaping @Sendable () throws(AddressFileError) -> MissingBounds = {
            () throws(AddressFileError) in try MissingBounds.ofProgram
        },
        read: @escaping DocumentReader = BundledFiles.reader
    ) {
        var search = DocumentSearch()
        for directory in paths.namedDirectories { search.addUserDirectory(directory, mustExist: true) }
        search.addOwnDirectories(paths.ownDirectory, refreshed: paths.refreshedDirectory)
        search.addBundled(bundled)
        self.init(search, missing: missing, read: read)
    }

    init(
        _ search: DocumentSearch, missing: @escaping @Sendable () throws(AddressFileError) -> MissingBounds,
        read: @escaping DocumentReader
    ) {
        stems = search.places.keys.sorted()
        problems = search.problems
        places = search.places
        self.missing = missing
        self.read = read
    }

    /// The stems that the program has no document for: bounds that the user added, sorted. What it fetches from addresses of
    /// its own is none of these: a scenario says whether it takes part.
    ///
    /// Each command asks this. The list of what is fetched is read only where something fetched is there.
    /// - Throws: ``AddressFileError`` where it is, and the list can't be read.
    public var ownStems: [String] {
        get throws(AddressFileError) {
            let added = stems.filter { stem in
                places[stem].map { documents in !documents.contains { $0.origin == .bundled } } ?? false
            }
            let fetched = Set(added.filter { places[$0]?.allSatisfy { $0.origin.isFetched } ?? false })
            guard !fetched.isEmpty else { return added }
            let listed = try missing().fetchable
            return added.filter { !fetched.contains($0) || !listed.contains($0) }
        }
    }

    /// Where the documents of a stem are, the one that counts first.
    public func origins(of stem: String) -> [CurveOrigin] { places[stem]?.map(\.origin) ?? [] }

    /// The document of a stem.
    public func entry(for stem: String) throws(CatalogueError) -> CatalogueEntry {
        guard let candidates = places[stem], let first = candidates.first else {
            throw .unknownStem(stem, meant: namesMeant(by: stem, among: stems))
        }
        do {
            let (found, contents) = try first.load(stem: stem, read)
            return CatalogueEntry(
                stem: stem, document: found.document, warnings: found.warnings, origin: first.origin,
                shadows: candidates.dropFirst().map(\.origin), contents: contents, code: code[stem])
        } catch { throw .unusable(stem: stem, first.origin, error) }
    }

    /// What a bound is to others, by key: ``Card/facts`` of the document that counts, completed by those it takes
    /// precedence over, since a curve of one's own in place of ours need not repeat them.
    ///
    /// A document that can't be read declares nothing here: what is wrong with it is told where it is used.
    public func facts(of stem: String) -> [String: String] {
        var facts: [String: String] = [:]
        for document in places[stem] ?? [] {
            do throws(DocumentFault) {
                facts.merge(try document.load(stem: stem, read).0.document.card.facts) { first, _ in first }
            } catch { continue }
        }
        return facts
    }

    /// Where the document that counts is the user's own: its path.
    public func userPath(of stem: String) -> String? {
        if case .user(let path)? = places[stem]?.first?.origin { path } else { nil }
    }

    /// This catalogue with the documents of plugins. A refreshed document of the same stem takes precedence; others
    /// there are none, since a plugin with a stem that is taken is refused.
    public func including(_ documents: [PluginDocument]) -> Catalogue {
        guard !documents.isEmpty else { return self }
        var result = self
        for document in documents {
            result.places[document.stem, default: []].append(.init(plugin: document))
            result.code[document.stem] = document.code
        }
        result.stems = result.places.keys.sorted()
        return result
    }

    /// This catalogue as if it had never heard of some stems.
    public func excluding(_ stems: Set<String>) -> Catalogue {
        guard !stems.isEmpty else { return self }
        var result = self
        for stem in stems { result.places[stem] = nil }
        result.stems = result.places.keys.sorted()
        return result
    }

    /// This catalogue without some stems in its list. What is wrong with one of them is still told whoever asks for it.
    public func unlisting(_ stems: Set<String>) -> Catalogue {
        var result = self
        result.stems.removeAll(where: stems.contains)
        return result
    }

    /// All documents in order of their stems, and every problem, with those that only reading shows.
    public func entries() -> (entries: [CatalogueEntry], problems: [CatalogueProblem]) {
        var entries: [CatalogueEntry] = []
        var problems = problems
        for stem in stems {
            do { entries.append(try entry(for: stem)) } catch {
                guard case .unusable(let stem, let origin, let fault) = error else { continue }
                problems.append(.document(stem: stem, origin, fault))
            }
        }
        return (entries, problems)
    }
}
