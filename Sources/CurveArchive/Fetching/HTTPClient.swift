/// Fetches documents over https, several at a time, and keeps to its limits.
///
/// http is for this machine alone, unless ``allowsPlainHTTP`` is set. A `file:` URL is read where a request names one. A
/// redirection is followed only within the same scheme and under the same rules as the URL itself, and never to a file.
public struct HTTPClient: Sendable {
    public var limits = FetchLimits()
    public var retries = RetryPolicy()
    public var allowsPlainHTTP = false
    public var trust: TrustSettings
    /// `mutau/` and the version: by it an administrator can tell who asks.
    public let userAgent: String

    /// - Parameters:
    ///   - version: of the program, for the User-Agent.
    ///   - environment: for ``TrustSettings``.
    public init(version: String, environment: [String: String] = [:]) {
        userAgent = "mutau/\(version)"
        trust = TrustSettings(environment: environment)
    }

    /// Fetches one document; blocks until it is there.
    public func fetch(_ request: FetchRequest) throws(FetchError) -> FetchResponse {
        try fetch([request])[0].get()
    }

    /// Fetches several documents, blocking until all are settled; answers in the order of the requests.
    /// - Parameter progress: called with the index of a request and what has become of it.
    public func fetch(
        _ requests: [FetchRequest], progress: (Int, FetchState) -> Void = { _, _ in }
    ) -> [Result<FetchResponse, FetchError>] {
        do {
            return try TransferQueue(self).run(requests, progress: progress)
        } catch {
            return requests.map { _ in .failure(error) }
        }
    }

    /// A URL that the user named, in a form that may be fetched.
    func checkedAsNamed(_ url: String) throws(URLProblem) -> CheckedURL {
        try CheckedURL(url, allowsPlainHTTP: allowsPlainHTTP, allowsFile: true)
    }

    /// A URL that a server named, in a form that may be fetched.
    func checked(_ url: String) throws(URLProblem) -> CheckedURL {
        try CheckedURL(url, allowsPlainHTTP: allowsPlainHTTP)
    }
}
