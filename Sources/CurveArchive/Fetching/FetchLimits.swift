/// How much a fetch may cost before it is given up.
public struct FetchLimits: Sendable, Hashable {
    /// Size of a body on the wire [bytes]. Published curves are some kilobytes.
    public var bytesReceived = 8 << 20
    /// Size of a body once it is inflated [bytes]: what keeps a gzip bomb from filling the memory.
    public var bytesDecoded = 16 << 20
    /// Until the connection stands, TLS included.
    public var connecting = Duration.seconds(15)
    /// Longest stretch in which fewer than ``slowestRate`` bytes a second arrive; whole seconds, at least one.
    public var silence = Duration.seconds(20)
    /// [bytes/s] Below it a server counts as silent: a byte now and then is no transfer.
    public var slowestRate = 64
    /// For one attempt, redirections included.
    public var total = Duration.seconds(60)
    /// For a request with all its attempts and the pauses between them; no further attempt begins beyond it.
    public var overall = Duration.seconds(180)
    /// Redirections followed in a row.
    public var redirects = 5
    /// Transfers at the same time.
    public var parallel = 6

    public init() {}
}

/// When a fetch that failed is tried again: after a connection that broke, after "too many requests" (429), after a
/// server lost patience with us (408), and after an error of the server (5xx).
public struct RetryPolicy: Sendable, Hashable {
    /// Attempts after the first.
    public var retries = 3
    /// Before the first of them; it doubles from one to the next.
    public var firstDelay = Duration.milliseconds(500)
    /// A server that asks for more patience than this (`Retry-After`) is not waited for.
    public var longestDelay = Duration.seconds(30)

    public init() {}

    /// The delay before a further attempt; nil if there is to be none.
    /// - Parameters:
    ///   - attempts: made so far.
    ///   - requested: what the server asked for.
    func delay(afterAttempts attempts: Int, requested: Duration?) -> Duration? {
        guard attempts <= retries else { return nil }
        let own = min(firstDelay * (1 << min(attempts - 1, 16)), longestDelay)
        let delay = max(own, requested ?? .zero)
        return delay <= longestDelay ? delay : nil
    }
}
