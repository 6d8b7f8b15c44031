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

/// A curve on its way through its addresses.
final class RefreshCandidate {
    let target: AddressedCurve
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
        target: AddressedCurve, current: CurrentVersion?, demand: LockDemand?, heldChange: LockChange = .none,
        heldReplaces: Bool = false, judge: VersionJudge, settled: RefreshJudgement? = nil
    ) {
        self.settled = settled
        self.target = target
        self.current = current
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
            settled = demand == nil ? .init(outcome: .unchanged(url: address.url)) : held(url: address.url)
        case .success(.document(let document)):
            do throws(RefreshFailure) {
                settled = try judge.judgement(on: document, from: address, self)
            } catch { failures.append(error) }
        }
    }

    var judgement: RefreshJudgement {
        if let settled { return settled }
        if let demand { return judgement(demand) }
        if target.addresses.isEmpty { return .init(outcome: .noAddress(reason: target.noneKnown)) }
        let isNowhere = failures.allSatisfy(\.isNotFound)
        return .init(
            outcome: isNowhere ? .notFound(urls: target.addresses.map(\.url)) : .failed(failures))
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
