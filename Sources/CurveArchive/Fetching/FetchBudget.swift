import Synchronization

/// What many fetches may cost together. Those that are at work when it is spent end, and no other begins.
public final class FetchBudget: Sendable {
    let limits: RefreshLimits
    private let deadline: ContinuousClock.Instant
    private let taken = Mutex(0)

    public init(_ limits: RefreshLimits) {
        self.limits = limits
        deadline = .now + limits.time
    }

    /// Takes so many bytes; false where they are too many.
    func take(_ bytes: Int) -> Bool {
        taken.withLock { taken in
            taken += bytes
            return taken <= limits.bytes
        }
    }

    /// What is left of the time.
    var remaining: Duration { max(.zero, deadline - .now) }

    /// libcurl counts in whole milliseconds of its own clock, and may be done a little early by ours.
    static let tolerance = Duration.milliseconds(20)

    /// The limit that is reached; nil where there is none.
    var exceeded: FetchLimit? {
        if remaining <= Self.tolerance { return .wholeTime(limits.time) }
        return taken.withLock { $0 > limits.bytes } ? .wholeBytes(limits.bytes) : nil
    }
}

/// How much a refresh may cost in all, whatever the servers send.
public struct RefreshLimits: Sendable, Hashable {
    /// Of headers and bodies as they come over the wire or out of a folder [bytes]. All that the program carries is half a
    /// megabyte.
    public var bytes = 64 << 20
    /// Curves that are asked for.
    public var stems = 1000
    /// From its beginning to the last answer.
    public var time = Duration.seconds(600)

    public init() {}
}
