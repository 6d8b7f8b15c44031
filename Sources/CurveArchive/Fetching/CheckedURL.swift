import CCurl
import CLibraries

/// A URL that may be fetched, taken apart by the parser that will fetch it.
struct CheckedURL: Sendable, Hashable {
    let text: String
    /// The same for people: without its secrets.
    let shown: String
    let scheme: String
    let host: String
    let hasQuery: Bool
    /// Host and port: what one connection is made to.
    let server: String
    /// Of a `file:` URL: the path, decoded.
    let path: String

    var isFile: Bool { scheme == "file" }
    /// Who can speak to the host.
    let reach: HostReach
    /// Whether the host is this machine itself.
    var isLoopback: Bool { Self.isLoopback(host) }

    /// - Parameters:
    ///   - allowsPlainHTTP: http to any machine, not only to this one.
    ///   - allowsFile: a file of this machine, which only the user may name.
    init(_ text: String, allowsPlainHTTP: Bool, allowsFile: Bool = false) throws(URLProblem) {
        if let problem = mutau_library_problem(MUTAU_LIBCURL) { throw .libraryMissing(String(cString: problem)) }
        guard !text.utf8.contains(0), let parts = curl_url() else { throw .malformed }
        defer { curl_url_cleanup(parts) }
        let flags = UInt32(CURLU_NON_SUPPORT_SCHEME)
        guard curl_url_set(parts, CURLUPART_URL, text, flags) == CURLUE_OK,
            let scheme = Self.part(CURLUPART_SCHEME, of: parts)?.lowercased()
        else { throw .malformed }
        let isFile = scheme == "file" && allowsFile
        guard scheme == "https" || scheme == "http" || isFile else { throw .scheme(scheme) }
        let host = Self.part(CURLUPART_HOST, of: parts) ?? ""
        guard isFile || !host.isEmpty else { throw .malformed }
        let secrets = [CURLUPART_USER, CURLUPART_PASSWORD].contains { Self.part($0, of: parts) != nil }
        guard !secrets else { throw .credentials }
        guard scheme != "http" || allowsPlainHTTP || Self.isLoopback(host) else { throw .plainHTTP(host: host) }
        self.text = text
        shown = URLSecrets.masked(text)
        reach = isFile ? .loopback : HostReach(host: host)
        self.scheme = scheme
        self.host = host
        server = "\(host):\(Self.part(CURLUPART_PORT, of: parts, flags: UInt32(CURLU_DEFAULT_PORT)) ?? "")"
        path = Self.part(CURLUPART_PATH, of: parts, flags: UInt32(CURLU_URLDECODE)) ?? ""
        hasQuery = [CURLUPART_QUERY, CURLUPART_FRAGMENT].contains { Self.part($0, of: parts) != nil }
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer, flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    /// libcurl has turned shorthands like `127.1` into four numbers by now.
    private static func isLoopback(_ host: String) -> Bool {
        if host.lowercased() == "localhost" || host == "[::1]" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
    }
}
