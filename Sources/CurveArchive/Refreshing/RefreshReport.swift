import CurveFormats
import Files

/// What a refresh did, curve by curve.
public struct RefreshReport: Sendable, Hashable {
    public struct Curve: Sendable, Hashable {
        public var stem: String
        public var outcome: RefreshOutcome
    }

    /// In the order in which they were asked for.
    public var curves: [Curve]
    /// Whether nothing was written, by request.
    public var isDryRun: Bool
    /// Where the lock file is.
    public var lockPath: String
    /// What would count, where nothing was written.
    public var plan: RefreshPlan?

    /// Whether any curve was, or would be, replaced.
    public var hasUpdates: Bool {
        curves.contains {
            switch $0.outcome {
            case .updated, .restored, .dropped: true
            default: false
            }
        }
    }
    /// Whether any curve could not be brought up to date.
    public var hasFailures: Bool {
        curves.contains {
            switch $0.outcome {
            case .refused, .failed, .notFound: true
            case .updated, .unchanged, .noAddress, .restored, .dropped, .notInLock: false
            }
        }
    }
}

/// What became of one curve.
public enum RefreshOutcome: Sendable, Hashable {
    /// A new version counts now; nil where there was none before to compare with.
    case updated(url: String, CurveChange?, warnings: [CurveWarning])
    /// What is here is still the version of the address, or of the lock file; nil where none was asked.
    case unchanged(url: String?)
    /// No public address of its numbers is known, and why, where the catalogue says so.
    case noAddress(reason: String?)
    /// The version that the lock file wants was at hand, and another one counted.
    case restored
    /// It was fetched before; the lock file wants it no more.
    case dropped
    /// The program carries it, and the lock file says nothing of it.
    case notInLock
    /// None of its addresses has the document.
    case notFound(urls: [String])
    /// A new version was fetched and not taken.
    case refused(url: String, [RefreshRefusal], CurveChange?)
    /// No version was to be had; one failure for each address tried.
    case failed([RefreshFailure])
}

/// Why an address gave nothing that could be used.
public enum RefreshFailure: Error, Sendable, Hashable {
    case fetch(FetchError)
    case document(url: String, DocumentFault)
    /// The address has another file than the lock file demands.
    case notLocked(url: String, expected: SHA256, found: SHA256)
    /// The address has the file, and this program makes another document of it than the one that was locked.
    case otherConversion(url: String, expected: SHA256, found: SHA256)
    /// The document that the lock file demands is nowhere on this machine.
    case notAtHand(SHA256)

    /// Whether the address is there and has something other than the lock file demands.
    var isOtherVersion: Bool {
        switch self {
        case .notLocked, .otherConversion, .document: true
        case .fetch, .notAtHand: false
        }
    }

    /// Whether the server is in order and simply has no such document.
    var isNotFound: Bool { if case .fetch(let error) = self { error.isNotFound } else { false } }
}

/// Why a new version is not taken, unless the user insists.
public enum RefreshRefusal: Sendable, Hashable {
    /// A limit moved by more than is credible.
    case moved(limit: String, dex: Double, massInMeV: Double)
    /// A limit no longer speaks about most of the masses it spoke about; `fraction` is what is left.
    case coverageLost(limit: String, fraction: Double)
    /// A limit, table or parameter of the version before is gone.
    case missing(String)
    /// An observed limit turned into a projection, say.
    case kindChanged(limit: String, from: String, to: String)
    /// A parameter changed by more than is credible.
    case parameterMoved(String, from: Double, to: Double)
}

/// Why a refresh as a whole did not take place; everything is as it was before.
public enum RefreshError: Error, Sendable, Hashable {
    /// No home directory is known, so there is nowhere to keep anything.
    case noDirectory
    case notAStem(String)
    case mirror(String, URLProblem)
    case catalogue(AddressFileError)
    case lock(LockFileError)
    /// Another program has been changing the archive for too long.
    case busy(path: String)
    case writing(WritingError)

    init(_ error: ArchiveError) {
        self =
            switch error {
            case .busy(let path): .busy(path: path)
            case .record(let error): .lock(error)
            case .writing(let error): .writing(error)
            }
    }
}
