import CurveArchive
import CurveFormats
import Files

// Words for what became of a refresh: how a version differs from the one before, and what speaks against it.

extension ErrorText {
    package static func of(_ error: RefreshError) -> String {
        switch error {
        case .tooManyStems(let count, let limit):
            "\(count) curves are more than the \(limit) that one refresh asks for: name those that you want"
        case .noDirectory: "no home directory is known to keep curves in: set HOME or XDG_DATA_HOME"
        case .notAStem(let text): "'\(clipped(text))' is no stem: letters, digits, - and _"
        case .mirror(let base, let problem): "'\(clipped(base))' can't be a mirror: \(of(problem))"
        case .catalogue(let error): of(error)
        case .lock(let error): of(error)
        case .busy(let path):
            "another mutau is changing the curves ('\(whole(path))' is held): try again when it is done"
        case .writing(let error): of(error)
        }
    }

    /// One line on one curve.
    /// - Parameter isDryRun: whether nothing was written.
    package static func of(_ outcome: RefreshOutcome, isDryRun: Bool) -> String {
        switch outcome {
        case .updated(let url, let change, _):
            "\(isDryRun ? "would be updated" : "updated") from \(clipped(url))" + changes(change)
        case .arrived(let url):
            "new: it is at \(clipped(url)), and no version of it is here; name it to take it"
        case .ignored: "the mirror names it, and nothing here knows it: name it to take it"
        case .unchanged: "unchanged"
        case .noAddress(let reason):
            "no public address of its numbers is known" + (reason.map { ": \(clipped($0, to: 200))" } ?? "")
        case .restored: isDryRun ? "would be the locked version again" : "the locked version again"
        case .dropped: isDryRun ? "would be the program's own again" : "the program's own again"
        case .notInLock: "the program carries it, and the lock file says nothing of it"
        case .notFound(let urls): "not found at \(list(urls.map(clipped)))"
        case .refused(let url, let reasons, _):
            "refused from \(clipped(url)): \(list(reasons.map(of))); insist with --insist"
        case .failed(let failures): "failed: \(failures.map(of).joined(separator: "; "))"
        }
    }

    /// One line on what became of a curve from one lock file to another.
    package static func of(_ difference: VersionDifference.Kind) -> String {
        switch difference {
        case .added: "new"
        case .removed: "gone"
        case .notAtHand: "another version, whose document is not on this machine"
        case .moved(let change): list(parts(change, withoutLimits: "no limit to compare"))
        }
    }

    /// What is other in a version that was taken, after the words that say so.
    private static func changes(_ change: CurveChange?) -> String {
        guard let change else { return "" }
        let parts = parts(change)
        return parts.isEmpty ? "" : ": \(list(parts))"
    }

    /// - Parameter withoutLimits: what stands first where a version has no limit to compare.
    private static func parts(_ change: CurveChange, withoutLimits: String? = nil) -> [String] {
        let first = change.shifts.isEmpty ? withoutLimits : shift(change)
        let bytes = change.isWithoutDifference ? ["no fact of its card is another"] : []
        return [first].compactMap(\.self) + otherChanges(change) + bytes
    }

    private static func otherChanges(_ change: CurveChange) -> [String] {
        (change.facts + change.told).map(of) + change.missing.map { "'\(clipped($0))' is gone" }
            + change.added.map { "'\(clipped($0))' is new" }
            + change.parameters.map { "'\(clipped($0.name))' went from \(digits($0.before)) to \(digits($0.after))" }
    }

    package static func shift(_ change: CurveChange?) -> String? {
        guard let greatest = change?.greatest else { return nil }
        return greatest.dex == 0
            ? "no limit moved where both versions have one"
            : greatest.dex == .infinity
                ? "an edge at \(digits(greatest.massInMeV)) MeV is in one version alone"
                : "moved by up to \(digits(greatest.dex)) dex, at \(digits(greatest.massInMeV)) MeV"
    }

    package static func of(_ failure: RefreshFailure) -> String {
        switch failure {
        case .fetch(let error): of(error)
        case .document(let url, let fault): "\(whole(url)): \(of(fault))"
        case .notLocked(let url, let expected, let found):
            "\(clipped(url)) is another file than the locked one (sha256 \(short(found)) instead of \(short(expected)))"
        case .otherConversion(let url, let expected, let found):
            "\(clipped(url)) is the locked file, but becomes another document in this version of mutau "
                + "(sha256 \(short(found)) instead of \(short(expected)))"
        case .table(let error): of(error)
        case .notAtHand(let sha256):
            "the locked version (sha256 \(short(sha256))) is not on this machine; name a place with --mirror"
        }
    }

    private static func short(_ sha256: SHA256) -> String { "\(sha256.hexadecimal.prefix(12))…" }

    /// One line on what speaks against a version.
    package static func of(_ refusal: RefreshRefusal) -> String {
        switch refusal {
        case .moved(let limit, .infinity, let mass):
            "an edge of '\(clipped(limit))' at \(digits(mass)) MeV is in one version alone"
        case .moved(let limit, let dex, let mass):
            "'\(clipped(limit))' moved by \(digits(dex)) dex at \(digits(mass)) MeV"
        case .coverageLost(let limit, let fraction):
            "'\(clipped(limit))' keeps only \(digits(100 * fraction)) % of its masses"
        case .missing(let name): "'\(clipped(name))' is gone"
        case .added(let name): "'\(clipped(name))' is new"
        case .otherFact(let fact): of(fact)
        case .cellsFlip(let flips): of(flips)
        case .noBound(let error): "no bound can be made from it" + (error.map { ": \(of($0))" } ?? "")
        case .notThePinned(let sha256):
            "the lock file names another document (sha256 \(short(sha256))), which can't be read to compare with"
        case .notTheTaken(let sha256):
            "it is another file than the one that was taken (sha256 \(short(sha256))), and the program carries none "
                + "to compare with"
        case .sinceTheFirst(let origin, let refusal):
            "\(of(refusal)) (against the version that \(origin == .bundled ? "the program carries" : "you added"))"
        case .parameterMoved(let name, let from, let to): "'\(clipped(name))' went from \(from) to \(to)"
        }
    }

    private static func of(_ fact: CurveChange.OtherFact) -> String {
        func words(_ text: String) -> String { text.isEmpty ? "nothing" : "'\(clipped(text))'" }
        let (before, after) = parted(list(fact.before), list(fact.after))
        let name = fact.key.replacing("_", with: " ")
        return (fact.limit.map { "the \(name) of '\(clipped($0))'" } ?? "the \(name)")
            + " turned from \(words(before)) into \(words(after))"
    }

    /// Two texts, from a little before where they part if what is shown of them would be the same.
    private static func parted(_ before: String, _ after: String) -> (String, String) {
        guard before != after, clipped(before) == clipped(after) else { return (before, after) }
        let same = max(zip(before, after).prefix { $0 == $1 }.count - 20, 0)
        return ("…" + before.dropFirst(same), "…" + after.dropFirst(same))
    }

    /// How many cells flip, and the first of them.
    package static func of(_ flips: FlippedCells) -> String {
        guard flips.count > 0 else { return "no cell of the plane flips" }
        let cells = flips.examples.prefix(3).map { cell in
            "\(digits(cell.massInMeV)) MeV and g′ \(digits(cell.coupling)) from \(cell.from.rawValue) to \(cell.to.rawValue)"
        }
        return "\(flips.count) of \(flips.total) cells flip: \(list(cells))" + (flips.count > cells.count ? ", …" : "")
    }
}
