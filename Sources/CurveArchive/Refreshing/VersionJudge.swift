import ConstraintKit
import CurveFormats
import Files

/// Decides what a fetched file is worth beside the version at hand.
struct VersionJudge {
    var options: RefreshOptions
    /// The program's name and version, whose parser accepts a file or does not.
    var parser: String
    /// When the refresh takes place, ISO 8601 in UTC.
    var time: String
    var read: DocumentReader
    var bound: BoundMaker

    /// The validators to send: only where "not modified" would mean that the version at hand is right. Another address may
    /// give another meaning to the same validator, and another parser, or other words on a file, might make another
    /// document of it.
    func validators(for address: CurveAddress, _ current: CurrentVersion?) -> Validators? {
        guard let locked = current?.locked, locked.url == address.shown, isReadAlike(locked, address) else {
            return nil
        }
        return locked.validators
    }

    /// Whether the same file from a address would become the same document as before.
    private func isReadAlike(_ locked: CurvesLock.Curve?, _ address: CurveAddress) -> Bool {
        guard let reading = address.reading else { return locked?.conversion == nil }
        return locked?.conversion?.reading == reading && locked?.parser == parser
    }

    func judgement(
        on file: FetchedDocument, from address: CurveAddress, _ candidate: RefreshCandidate
    ) throws(RefreshFailure) -> RefreshJudgement {
        let url = address.shown
        let sha256 = SHA256(of: file.bytes)
        let current = candidate.current
        var entry = CurvesLock.Curve(
            url: url, sha256: sha256, size: file.bytes.count, validators: file.validators, time: time, parser: parser,
            isOwn: address.isOwn)
        if let demand = candidate.demand {
            // A mirror may have the native document of a curve that was made from another file.
            guard sha256 == demand.original || sha256 == demand.document else {
                throw .notLocked(url: url, expected: demand.original, found: sha256)
            }
            if current?.sha256 == demand.document { return candidate.held(url: url) }
        } else if let current, current.originalSHA256 == sha256, isReadAlike(current.locked, address) {
            // The same bytes, read alike, become the same document.
            entry.conversion = current.locked?.conversion
            return unchanged(current, entry)
        }
        let (native, found) = try document(in: file, address, candidate.target.stem, &entry)
        if let demand = candidate.demand {
            guard entry.document == demand.document else {
                throw .otherConversion(url: url, expected: demand.document, found: entry.document)
            }
            return .init(
                outcome: .updated(url: url, nil, warnings: found.warnings),
                lockChange: .set(demand.curve ?? entry, .bytes(native)))
        }
        if let current, current.sha256 == entry.document { return unchanged(current, entry) }
        return try judgement(on: found, LockChange.set(entry, .bytes(native)), entry, candidate)
    }

    /// Holds a new version against the one at hand, where there is one.
    private func judgement(
        on found: ReadDocument, _ change: LockChange, _ entry: CurvesLock.Curve, _ candidate: RefreshCandidate
    ) throws(RefreshFailure) -> RefreshJudgement {
        let url = entry.url
        var old: Document?
        do throws(DocumentFault) { old = try candidate.current?.load().document } catch {
            throw .document(url: candidate.target.stem, error)
        }
        let moved = old.map { CurveChange(from: $0, to: found.document) }
        var refusals: [RefreshRefusal] = []
        var flips = FlippedCells()
        do {
            flips = try FlippedCells(from: old, to: found.document, options.plausibility.tolerance, bound)
        } catch { refusals.append(.noBound(error as? DocumentError)) }
        if let moved {
            refusals += options.plausibility.refusals(of: moved, flips)
            if refusals.isEmpty, !options.insists {
                refusals = try refusalsOfSteps(to: found.document, entry, candidate)
            }
        } else if let pinned = candidate.pinned {
            // The same again, in place of a damaged copy, is nothing new.
            if pinned == entry.document {
                return .init(outcome: .updated(url: url, nil, warnings: found.warnings), lockChange: change)
            }
            refusals.append(.notThePinned(pinned))
        }
        guard refusals.isEmpty || options.insists else {
            return .init(outcome: .refused(url: url, refusals, moved), proposal: change, flips: flips)
        }
        guard moved != nil || candidate.target.isNamed else {
            return .init(outcome: .arrived(url: url), proposal: change, flips: flips)
        }
        return .init(
            outcome: .updated(url: url, moved, warnings: found.warnings), lockChange: change,
            flips: moved == nil || flips.count > 0 ? flips : nil)
    }

    /// The same bytes as the bundled ones need no copy; a new validator of a refreshed one is worth keeping.
    private func unchanged(_ current: CurrentVersion, _ entry: CurvesLock.Curve) -> RefreshJudgement {
        let outcome = RefreshOutcome.unchanged(url: entry.url)
        guard let locked = current.locked,
            locked.url != entry.url || locked.validators != entry.validators || locked.sha256 != entry.sha256
                || locked.conversion != entry.conversion || locked.isOwn != entry.isOwn
        else { return .init(outcome: outcome) }
        return .init(outcome: outcome, lockChange: .set(entry, nil))
    }

    /// The native document that a file is or becomes; in the latter case the entry says how.
    private func document(
        in file: FetchedDocument, _ address: CurveAddress, _ stem: String, _ entry: inout CurvesLock.Curve
    ) throws(RefreshFailure) -> (native: [UInt8], ReadDocument) {
        do throws(DocumentFault) {
            guard let reading = address.reading else {
                return (file.bytes, try interpret(file.bytes, stem: stem, read))
            }
            let converted = try convert(file.bytes, address, reading, stem)
            // What is written must be what is read again.
            var found = try interpret(converted.bytes, stem: stem, read)
            found.warnings += converted.warnings
            entry.conversion = .init(reading: reading, document: SHA256(of: converted.bytes))
            return (converted.bytes, found)
        } catch { throw .document(url: address.shown, error) }
    }

    private func convert(
        _ bytes: [UInt8], _ address: CurveAddress, _ reading: FileDescription, _ stem: String
    ) throws(DocumentFault) -> (bytes: [UInt8], warnings: [CurveWarning]) {
        var options = reading.options(stem: stem)
        options.insists = self.options.insists
        let path = address.url.prefix { $0 != "?" && $0 != "#" }
        let name = path.split(separator: "/").last.map(String.init) ?? address.url
        do throws(CurveFormatError) {
            var found = try importCurves([CurveFile(name: name, bytes: bytes)], options: options)
            found.document.fetchedFrom = address.shown
            return (nativeVOTable(of: found.document).serialized(), found.warnings)
        } catch { throw .format(error) }
    }
}
