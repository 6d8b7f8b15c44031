import CurveArchive
import CurveFormats
import Files

// Words for what became of a refresh.

extension ErrorText {
    static func of(_ error: RefreshError) -> String {
        switch error {
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

    static func of(_ problem: URLProblem) -> String {
        switch problem {
        case .malformed: "it is no URL"
        case .scheme(let scheme): "'\(clipped(scheme))' is not https or http, and a file must be named by the user"
        case .plainHTTP(let host):
            "http to '\(clipped(host))' can be tampered with: use https, or insist with --allow-http"
        case .otherScheme(let from, let to): "it leads from \(clipped(from)) to \(clipped(to))"
        case .credentials: "it holds a user name or password, which would be kept in the lock file"
        case .baseWithQuery: "it has a query or fragment, to which no name can be appended"
        }
    }

    static func of(_ error: FetchError) -> String {
        switch error {
        case .refusedURL(let url, let problem): "\(clipped(url)): \(of(problem))"
        case .refusedRedirect(let from, let to, let problem):
            "\(clipped(from)) redirects to \(clipped(to)): \(of(problem))"
        case .tooManyRedirects(let url, let limit): "\(clipped(url)) redirects more than \(limit) times"
        case .notFound(let url, let status): "\(clipped(url)) does not exist (status \(status))"
        case .status(let url, let status, let attempts, let wait):
            "\(clipped(url)) answers with status \(status) (\(count(attempts)))"
                + (wait.map { "; it asks to wait \($0.components.seconds) s" } ?? "")
        case .limit(let url, let limit): "\(clipped(url)): \(of(limit))"
        case .transport(let url, let code, let text, let attempts):
            "\(clipped(url)): \(clipped(text, to: 160)) (libcurl \(code), \(count(attempts)))"
        case .file(let url, let error): "\(clipped(url)): \(of(error))"
        case .library(let code, let text): "libcurl could not be started: \(clipped(text)) (\(code))"
        }
    }

    private static func count(_ attempts: Int) -> String { attempts == 1 ? "1 attempt" : "\(attempts) attempts" }

    private static func of(_ limit: FetchLimit) -> String {
        switch limit {
        case .bytesReceived(let bytes): "more than \(bytes) bytes came"
        case .bytesDecoded(let bytes): "it inflates to more than \(bytes) bytes"
        case .connecting(let time): "no connection within \(time.components.seconds) s"
        case .silence(let time): "nothing came for \(time.components.seconds) s"
        case .total(let time): "not finished within \(time.components.seconds) s"
        }
    }

    /// One line on one curve.
    /// - Parameter isDryRun: whether nothing was written.
    static func of(_ outcome: RefreshOutcome, isDryRun: Bool) -> String {
        switch outcome {
        case .updated(let url, let change, _):
            "\(isDryRun ? "would be updated" : "updated") from \(clipped(url))"
                + (shift(change).map { ": \($0)" } ?? "")
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
    static func of(_ difference: VersionDifference.Kind) -> String {
        switch difference {
        case .added: "new"
        case .removed: "gone"
        case .notAtHand: "another version, whose document is not on this machine"
        case .moved(let change): list([shift(change) ?? "no limit to compare"] + otherChanges(change))
        }
    }

    private static func otherChanges(_ change: CurveChange) -> [String] {
        change.otherKinds.map { "'\(clipped($0.limit))' turned from \($0.before.rawValue) into \($0.after.rawValue)" }
            + change.missing.map { "'\(clipped($0))' is gone" }
            + change.parameters.map { "'\(clipped($0.name))' went from \(digits($0.before)) to \(digits($0.after))" }
    }

    private static func shift(_ change: CurveChange?) -> String? {
        guard let greatest = change?.greatest else { return nil }
        return greatest.dex == 0
            ? "no limit moved" : "moved by up to \(digits(greatest.dex)) dex, at \(digits(greatest.massInMeV)) MeV"
    }

    private static func of(_ failure: RefreshFailure) -> String {
        switch failure {
        case .fetch(let error): of(error)
        case .document(let url, let fault): "\(whole(url)): \(of(fault))"
        case .notLocked(let url, let expected, let found):
            "\(clipped(url)) is another file than the locked one (sha256 \(short(found)) instead of \(short(expected)))"
        case .otherConversion(let url, let expected, let found):
            "\(clipped(url)) is the locked file, but becomes another document in this version of mutau "
                + "(sha256 \(short(found)) instead of \(short(expected)))"
        case .notAtHand(let sha256):
            "the locked version (sha256 \(short(sha256))) is not on this machine; name a place with --mirror"
        }
    }

    private static func short(_ sha256: SHA256) -> String { "\(sha256.hexadecimal.prefix(12))…" }

    private static func of(_ refusal: RefreshRefusal) -> String {
        switch refusal {
        case .moved(let limit, let dex, let mass):
            "'\(clipped(limit))' moved by \(digits(dex)) dex at \(digits(mass)) MeV"
        case .coverageLost(let limit, let fraction):
            "'\(clipped(limit))' keeps only \(digits(100 * fraction)) % of its masses"
        case .missing(let name): "'\(clipped(name))' is gone"
        case .kindChanged(let limit, let from, let to): "'\(clipped(limit))' turned from \(from) into \(to)"
        case .parameterMoved(let name, let from, let to): "'\(clipped(name))' went from \(from) to \(to)"
        }
    }
}
