import CLibraries

/// Fetches documents over https, several at a time, and keeps to its limits.
///
/// http is for this machine alone, unless ``allowsPlainHTTP`` is set. A `file:` URL is read where a request names one. A
/// redirection is followed only within the same scheme and under the same rules as the URL itself, never to a file, and
/// never nearer to this machine than the URL itself. A user and password come from `.netrc`, not from URLs.
public struct HTTPClient: Sendable {
    public var limits = FetchLimits()
    public var retries = RetryPolicy()
    public var allowsPlainHTTP = false
    public var trust: TrustSettings
    /// What all fetches may cost together; nil: each only has its own limits.
    public var budget: FetchBudget?
    /// Names with a port and an address that they stand for in place of what the system says, as `curl --resolve` takes
    /// them.
    var knownHosts: [String] = []
    /// `mutau/` and the version: by it an administrator can tell who asks.
    public let userAgent: String

    /// - Parameters:
    ///   - version: of the program, for the User-Agent.
    ///   - environment: for ``TrustSettings``.
    public init(version: String, environment: [String: String] = [:]) {
        userAgent = "mutau/\(version)"
        trust = TrustSettings(environment: environment)
    }

    /// Finds out whether anything can be fetched at all.
    /// - Throws: ``FetchError/libraryMissing(_:)``
    public static func requireLibrary() throws(FetchError) {
        if let problem = mutau_library_problem(MUTAU_LIBCURL) { throw .libraryMissing(String(cString: problem)) }
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
        var answers: [Int: Result<FetchResponse, FetchError>] = [:]
        fetch(requests, progress: progress) { answers[$0] = $1 }
        // Every request has its answer.
        return requests.indices.compactMap { answers[$0] }
    }

    /// Fetches several documents and hands each over as soon as it is there, so that no two need be kept.
    /// - Parameter take: called once for each request, with its index, in the order in which they are settled.
    func fetch(
        _ requests: [FetchRequest], progress: (Int, FetchState) -> Void,
        take: (Int, Result<FetchResponse, FetchError>) -> Void
    ) {
        var open = Set(requests.indices)
        do throws(FetchError) {
            try TransferQueue(self).run(requests, progress: progress) { index, answer in
                open.remove(index)
                take(index, answer)
            }
        } catch {
            for index in open.sorted() { take(index, .failure(error)) }
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
