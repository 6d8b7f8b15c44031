import ConstraintKit
import CurveFormats
import Files

/// The curves that a lock file names, with their documents as far as they are at hand.
public struct LockedCurves: Sendable {
    public let lock: CurvesLock
    private let store: RefreshedStore
    private let directory: String?
    private let bundled: BundledFiles
    /// Documents that are yet to be written.
    private var planned: [SHA256: [UInt8]] = [:]
    private let read: DocumentReader

    private init(
        _ lock: CurvesLock, _ paths: ArchivePaths, directory: String?, _ bundled: BundledFiles,
        _ read: @escaping DocumentReader
    ) throws(RefreshError) {
        guard let refreshed = paths.refreshedDirectory else { throw .noDirectory }
        store = RefreshedStore(directory: refreshed)
        // What a lock file does not name is as the program carries it.
        var lock = lock
        lock.bundled.merge(bundled.digests) { locked, _ in locked }
        self.lock = lock
        self.directory = directory
        self.bundled = bundled
        self.read = read
    }

    /// Which lock file.
    public enum Version: Sendable, Hashable {
        /// That of the refreshed curves.
        case current
        /// The one before the last change of a curve; the program's own curves where there was none.
        case previous
        /// Nothing but what the program carries.
        case bundled
        /// A file; documents may lie in its directory.
        case file(path: String, directory: String)
        /// What a refresh would bring.
        case planned(RefreshPlan)
    }

    public init(
        _ version: Version, paths: ArchivePaths, bundled: BundledFiles = .ofProgram,
        read: @escaping DocumentReader = { (bytes, name) throws(CurveFormatError) in
            try readDocument(bytes, name: name)
        }
    ) throws(RefreshError) {
        try self.init(CurvesLock(), paths, directory: nil, bundled, read)
        let lock: CurvesLock
        do throws(LockFileError) {
            switch version {
            case .current: lock = try store.readLock()
            case .previous: lock = try store.previousLock() ?? CurvesLock()
            case .bundled: return
            case .file(let path, _): lock = try CurvesLock(path: path)
            case .planned(let plan): lock = plan.lock
            }
        } catch { throw .lock(error) }
        let beside: String? = if case .file(_, let directory) = version { directory } else { nil }
        try self.init(lock, paths, directory: beside, bundled, read)
        if case .planned(let plan) = version { planned = plan.documents }
    }

    private func places(of demand: LockDemand) -> [StoredDocument] {
        let plan = planned[demand.document].map { bytes in
            StoredDocument(
                planned: bytes, for: store.path(of: demand.stem, demand.document), url: demand.curve?.url,
                demand.document)
        }
        return [plan].compactMap(\.self) + demand.places(store, bundled, beside: directory)
    }

    /// The document of a stem; nil where it is not at hand.
    func version(of stem: String) -> CurrentVersion? {
        LockDemand(stem, lock).flatMap { $0.version(among: places(of: $0), read) }
    }

    /// The places where the document of a stem is; none where it is not at hand.
    func place(of stem: String) -> StoredDocument? {
        guard let demand = LockDemand(stem, lock), let version = version(of: stem) else { return nil }
        return places(of: demand).first { $0.origin == version.origin }
    }
}

extension Catalogue {
    /// The documents as a lock file has them, beside the user's own. What it names and is not at hand is as the program
    /// carries it.
    public init(
        paths: ArchivePaths, locked: LockedCurves, bundled: BundledFiles = .ofProgram,
        read: @escaping DocumentReader = { (bytes, name) throws(CurveFormatError) in
            try readDocument(bytes, name: name)
        }
    ) {
        var search = DocumentSearch()
        for directory in paths.namedDirectories { search.addUserDirectory(directory, mustExist: false) }
        for isOwn in [true, false] {
            for stem in locked.lock.stems where (locked.lock.curves[stem]?.isOwn ?? false) == isOwn {
                if let place = locked.place(of: stem) { search.add(place, stem: stem) }
            }
            if isOwn, let own = paths.ownDirectory { search.addOwnDirectory(own) }
        }
        search.addBundled(bundled)
        self.init(search, missing: { () throws(AddressFileError) in try MissingBounds.ofProgram }, read: read)
    }
}
