import CurveFormats
import Files

/// What a refresh did, curve by curve.
public struct RefreshReport: Sendable, Hashable {
    public struct Curve: Sendable, Hashable {
        public var stem: String
        public var outcome: RefreshOutcome
        /// The cells that its new version flips by more than its edges may move, where there was reason to look.
        public var flips: FlippedCells?

        public init(stem: String, outcome: RefreshOutcome, flips: FlippedCells? = nil) {
            (self.stem, self.outcome, self.flips) = (stem, outcome, flips)
        }
    }

    /// In the order in which they were asked for.
    public var curves: [Curve]
    /// Whether nothing was written, by request.
    public var isDryRun: Bool
    /// Where the lock file is.
    public var lockPath: String
    /// What would count, where nothing was written.
    public var plan: RefreshPlan?
    /// What would count beside, had the user asked for what was not taken; nil where there is nothing, or too much to keep.
    public var proposal: RefreshPlan?

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
            case .updated, .arrived, .ignored, .unchanged, .noAddress, .restored, .dropped, .notInLock: false
            }
        }
    }
}

/// Why a refresh as a whole did not take place; everything is as it was before.
public enum RefreshError: Error, Sendable, Hashable {
    /// More curves than a refresh asks for.
    case tooManyStems(Int, limit: Int)
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
