import ConstraintKit
import CurveFormats
import Files

/// What a refresh decided about one curve.
struct RefreshJudgement {
    var outcome: RefreshOutcome
    var lockChange = LockChange.none
    /// What a version that is not taken would mean for the lock file, had the user asked for it.
    var proposal = LockChange.none
    /// The cells that the version flips, where there was reason to look.
    var flips: FlippedCells?
}

/// The document that a lock file is to name and that the store does not have yet.
enum NewDocument {
    case bytes([UInt8])
    /// It lies elsewhere on this machine.
    case held(CurrentVersion)

    func contents() throws(DocumentFault) -> [UInt8] {
        switch self {
        case .bytes(let bytes): bytes
        case .held(let version): try version.load().contents
        }
    }
}

/// What a judgement means for the lock file.
enum LockChange {
    case none
    /// A version that passed every check. Its document is to be written, unless it is there already.
    case set(CurvesLock.Curve, NewDocument?)
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

/// A curve on its way through its addresses.
final class RefreshCandidate {
    let target: AddressedCurve
    let current: CurrentVersion?
    /// The document that the lock file names, which may be missing or damaged.
    let pinned: SHA256?
    /// Reads what all its versions began with, where that is at hand.
    let anchor: () throws(DocumentFault) -> CurrentVersion?
    /// What the lock file demands; nil where any version may come.
    let demand: LockDemand?
    /// What it takes for the version at hand to be what the lock file demands.
    private let heldChange: LockChange
    /// Whether another version counts until then.
    private let heldReplaces: Bool
    private let judge: VersionJudge
    private var tried = 0
    private var failures: [RefreshFailure] = []
    var settled: RefreshJudgement?

    init(
        target: AddressedCurve, current: CurrentVersion?, pinned: SHA256? = nil,
        anchor: @escaping () throws(DocumentFault) -> CurrentVersion? = { () throws(DocumentFault) in nil },
        demand: LockDemand?, heldChange: LockChange = .none, heldReplaces: Bool = false, judge: VersionJudge,
        settled: RefreshJudgement? = nil
    ) {
        self.settled = settled
        self.target = target
        failures = target.failures
        self.current = current
        self.pinned = pinned
        self.anchor = anchor
        self.demand = demand
        self.heldChange = heldChange
        self.heldReplaces = heldReplaces
        self.judge = judge
    }

    /// The address to ask next; nil once there is a judgement.
    private var nextAddress: CurveAddress? {
        settled == nil && tried < target.addresses.count ? target.addresses[tried] : nil
    }

    var nextRequest: FetchRequest? {
        nextAddress.map { .init(url: $0.url, validators: judge.validators(for: $0, current)) }
    }

    /// Takes the answer to ``nextRequest``.
    func take(_ answer: Result<FetchResponse, FetchError>) {
        guard let address = nextAddress else { return }
        tried += 1
        switch answer {
        case .failure(let error): failures.append(.fetch(error))
        case .success(.notModified):
            settled = demand == nil ? .init(outcome: .unchanged(url: address.shown)) : held(url: address.shown)
        case .success(.document(let document)):
            do throws(RefreshFailure) {
                settled = try judge.judgement(on: document, from: address, self)
            } catch { failures.append(error) }
        }
    }

    var judgement: RefreshJudgement {
        if let settled { return settled }
        if let demand { return judgement(demand) }
        if target.addresses.isEmpty, failures.isEmpty { return .init(outcome: .noAddress(reason: target.noneKnown)) }
        let isNowhere = failures.allSatisfy(\.isNotFound)
        return .init(
            outcome: isNowhere ? .notFound(urls: target.addresses.map(\.shown)) : .failed(failures))
    }

    /// What the lock file demands is here: then it does not matter that its address is gone, but it does that there
    /// is something else now.
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
