import Files

/// Why a URL could not be fetched.
public enum FetchError: Error, Sendable, Hashable {
    /// The URL is not one that may be fetched at all.
    case refusedURL(String, URLProblem)
    /// A server sent us on to a URL that may not be followed.
    case refusedRedirect(from: String, to: String, URLProblem)
    case tooManyRedirects(url: String, limit: Int)
    /// The server has no such document (404, 410).
    case notFound(url: String, status: Int)
    /// The server answered with something other than the document, at last after all attempts.
    case status(url: String, status: Int, attempts: Int, retryAfter: Duration?)
    /// A limit of ``FetchLimits`` was reached.
    case limit(url: String, FetchLimit)
    /// libcurl's number and words for what went wrong: no such host, refused, broken off, TLS, truncated.
    case transport(url: String, code: Int, text: String, attempts: Int)
    /// A body that is not whole, or not what its header says.
    case body(url: String, BodyFault)
    /// A file of this machine that can't be read.
    case file(url: String, ReadingError)
    /// libcurl is not installed; what is wrong, and which package helps.
    case libraryMissing(String)
    /// libcurl could not be started.
    case library(code: Int, text: String)

    /// Whether the only thing known against the address is that it has no such document.
    public var isNotFound: Bool {
        switch self {
        case .notFound: true
        case .file(_, .unreadable(_, let cause)): cause.isMissing
        default: false
        }
    }
}

/// Which limit a transfer reached.
public enum FetchLimit: Sendable, Hashable {
    case bytesReceived(Int)
    case bytesDecoded(Int)
    case connecting(Duration)
    case silence(Duration)
    case total(Duration)
    /// All transfers of a refresh together.
    case wholeBytes(Int)
    case wholeTime(Duration)
}

/// Why a body is not taken.
public enum BodyFault: Error, Sendable, Hashable {
    /// Compressed otherwise than by gzip, which alone was asked for.
    case coding(String)
    /// Its gzip data end too early.
    case truncated
    /// Something follows its gzip data.
    case trailingBytes
    /// Its gzip data are damaged.
    case corrupt
    /// Nothing says where it ends, so that a connection that breaks off can't be told from one that is done.
    case noEnd
}

/// Why a URL is not fetched.
public enum URLProblem: Error, Sendable, Hashable {
    /// libcurl, which takes it apart, is not installed; what is wrong, and which package helps.
    case libraryMissing(String)
    case malformed
    /// Neither https nor http, nor a file that the user named.
    case scheme(String)
    /// http to another machine, where anyone on the way could change the numbers; only by an explicit flag.
    case plainHTTP(host: String)
    /// A redirection from https to http or back.
    case otherScheme(from: String, to: String)
    /// From a host that anyone may speak to, to one that only this machine or its network reaches.
    case nearHost(String)
    /// A user or password: it would end up in the lock file.
    case credentials
    /// A query or fragment in the base of a mirror, to which names are appended.
    case baseWithQuery
}
