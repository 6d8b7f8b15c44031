import ConstraintKit
import CurveFormats

/// What a refresh decided about one curve.
struct RefreshJudgement {
    var outcome: RefreshOutcome
    var lockChange = LockChange.none
}

/// What a judgement means for the lock file.
enum LockChange {
    case none
    /// A version that passed every check. The bytes of its document are to be written, unless they are there already.
    case set(CurvesLock.Curve, bytes: [UInt8]?)
    /// The curve of the program counts again.
    case drop

    func apply(to lock: inout CurvesLock, _ stem: String) {
        switch self {
        case .none: break
        case .drop: lock.curves[stem] = nil
        case .set(let curve, _): lock.curves[stem] = curve
        }
    }
}

/// A curve on its way through its sources.
struct RefreshCandidate {
    let source: CurveSource
    let current: CurrentVersion?
    /// What the lock file demands; nil where any version may come.
    let demand: LockDemand?
    /// What it takes for the version at hand to be what the lock file demands.
    private let heldChange: LockChange
    /// Whether another version counts until then.
    private let heldReplaces: Bool
    private let judge: VersionJudge
    private var tried = 0
    private var failures: [RefreshFailure] = []
    private var settled: RefreshJudgement?

    init(
        source: CurveSource, current: CurrentVersion?, demand: LockDemand?, heldChange: LockChange = .none,
        heldReplaces: Bool = false, judge: VersionJudge, settled: RefreshJudgement? = nil
    ) {
        self.settled = settled
        self.source = source
        self.current = current
        self.demand = demand
        self.heldChange = heldChange
        self.heldReplaces = heldReplaces
        self.judge = judge
    }

    /// The source to ask next; nil once there is a judgement.
    private var nextLocation: SourceLocation? {
        settled == nil && tried < source.locations.count ? source.locations[tried] : nil
    }

    var nextRequest: FetchRequest? {
        nextLocation.map { .init(url: $0.url, validators: judge.validators(for: $0, current)) }
    }

    /// Takes the answer to ``nextRequest``.
    mutating func take(_ answer: Result<FetchResponse, FetchError>) {
        guard let location = nextLocation else { return }
        tried += 1
        switch answer {
        case .failure(let error): failures.append(.fetch(error))
        case .success(.notModified):
            settled = demand == nil ? .init(outcome: .unchanged(url: location.url)) : held(url: location.url)
        case .success(.document(let document)):
            do throws(RefreshFailure) {
                settled = try judge.judgement(on: document, from: location, self)
            } catch { failures.append(error) }
        }
    }

    var judgement: RefreshJudgement {
        if let settled { return settled }
        if let demand { return judgement(demand) }
        if source.locations.isEmpty { return .init(outcome: .noSource(reason: source.noneKnown)) }
        let isNowhere = failures.allSatisfy(\.isNotFound)
        return .init(
            outcome: isNowhere ? .notFound(urls: source.locations.map(\.url)) : .failed(failures))
    }

    /// What the lock file demands is here: then it does not matter that its source is gone, but it does that the source
    /// has something else now.
    private func judgement(_ demand: LockDemand) -> RefreshJudgement {
        guard let current, current.sha256 == demand.document else {
            return .init(outcome: .failed(failures + [.notAtHand(demand.document)]))
        }
        guard !failures.contains(where: \.isOtherVersion) else { return .init(outcome: .failed(failures)) }
        return held(url: demand.curve?.url)
    }

    /// The version at hand is the one that the lock file demands.
    func held(url: String?) -> RefreshJudgement {
        .init(outcome: heldReplaces ? heldOutcome : .unchanged(url: url), lockChange: heldChange)
    }

    private var heldOutcome: RefreshOutcome { if case .drop = heldChange { .dropped } else { .restored } }
}
