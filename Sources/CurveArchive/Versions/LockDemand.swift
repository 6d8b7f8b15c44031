import ConstraintKit
import Files

/// What a lock file demands of one curve.
struct LockDemand {
    var stem: String
    /// Of the native document that must count.
    var document: SHA256
    /// What the lock file says of its address; nil for a curve that the program carried.
    var curve: CurvesLock.Curve?

    /// Of the file that an address must send.
    var original: SHA256 { curve?.sha256 ?? document }

    /// - Returns: nil where the lock file does not name the curve.
    init?(_ stem: String, _ lock: CurvesLock) {
        guard let document = lock.document(of: stem) else { return nil }
        self.stem = stem
        self.document = document
        curve = lock.curves[stem]
    }

    /// The demanded document where it is at hand: in the store, in the program, or beside the lock file.
    func version(
        _ store: RefreshedStore, _ bundled: BundledFiles, beside directory: String?, _ read: @escaping DocumentReader
    ) -> CurrentVersion? {
        version(among: places(store, bundled, beside: directory), read)
    }

    /// The demanded document where one of some places has it.
    func version(among places: [StoredDocument], _ read: @escaping DocumentReader) -> CurrentVersion? {
        for place in places {
            do throws(DocumentFault) {
                let version = try CurrentVersion(place, stem, curve, read)
                if version.sha256 == document { return version }
            } catch {
                // A missing or damaged document: the next place is looked at, and then the network.
                continue
            }
        }
        return nil
    }

    /// Where it may lie.
    func places(
        _ store: RefreshedStore, _ bundled: BundledFiles, beside directory: String?
    ) -> [StoredDocument] {
        let stores = [store] + (directory.map { [RefreshedStore(directory: $0)] } ?? [])
        let kept = stores.map { StoredDocument(kept: $0.path(of: stem, document), url: curve?.url, document) }
        let plain = directory.map { StoredDocument(kept: "\($0)/\(stem).vot", url: curve?.url, document) }
        return kept + [plain].compactMap(\.self) + (bundled["\(stem).vot"].map { [StoredDocument(bundled: $0)] } ?? [])
    }
}
