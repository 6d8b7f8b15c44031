import CCurl

/// One request and its answer, in the hands of libcurl.
///
/// libcurl writes into this object and its error buffer until ``handle`` is cleaned up, so both live as long.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    private let limits: FetchLimits
    private let errorText: UnsafeMutablePointer<CChar>
    private var headerList: UnsafeMutablePointer<curl_slist>?

    fileprivate(set) var body: [UInt8] = []
    fileprivate(set) var exceeded: FetchLimit?
    private var headerBytes = 0
    private var etag: String?
    private var lastModified: String?

    var validators: Validators { .init(etag: etag, lastModified: lastModified) }

    /// - Parameter remaining: what is left of the attempt's total time.
    init(
        _ url: CheckedURL, _ validators: Validators?, _ client: HTTPClient, remaining: Duration
    ) throws(FetchError) {
        guard let handle = curl_easy_init() else { throw .library(code: 0, text: "curl_easy_init") }
        self.handle = handle
        limits = client.limits
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try configure(url, client, remaining: remaining)
        try addHeaders(validators?.headers ?? [])
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    /// libcurl's own words on a failure.
    func words(for code: CURLcode) -> String {
        let detail = String(cString: errorText)
        return detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
    }

    /// CURLOPT_NOSIGNAL stays off: with it, a server that closes a TLS connection early would end the program by
    /// SIGPIPE.
    private func configure(_ url: CheckedURL, _ client: HTTPClient, remaining: Duration) throws(FetchError) {
        try set(CURLOPT_URL, url.text)
        try check(ccurl_set_protocols(handle, url.scheme == "http" ? 1 : 0))
        try set(CURLOPT_USERAGENT, client.userAgent)
        // Redirections are followed by the queue, which holds each to the rules first.
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // "" stands for every coding that libcurl can undo.
        try set(CURLOPT_ACCEPT_ENCODING, "")
        try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, max(1, remaining.milliseconds))
        try set(CURLOPT_LOW_SPEED_LIMIT, limits.slowestRate)
        try set(CURLOPT_LOW_SPEED_TIME, max(1, limits.silence.milliseconds / 1000))
        // A proxy would carry to the network what is allowed only because it stays on this machine.
        if url.isLoopback { try set(CURLOPT_NOPROXY, "*") }
        if let file = client.trust.file { try set(CURLOPT_CAINFO, file) }
        if let directory = client.trust.directory { try set(CURLOPT_CAPATH, directory) }
        try check(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText))
        let this = Unmanaged.passUnretained(self).toOpaque()
        try check(ccurl_set_write(handle, receiveBody, this))
        try check(ccurl_set_header(handle, receiveHeader, this))
        try check(ccurl_set_progress(handle, watchProgress, this))
    }

    private func addHeaders(_ headers: [String]) throws(FetchError) {
        for header in headers {
            guard let longer = curl_slist_append(headerList, header) else {
                throw .library(code: Int(CURLE_OUT_OF_MEMORY.rawValue), text: "curl_slist_append")
            }
            headerList = longer
        }
        try check(ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, headerList))
    }

    private func set(_ option: CURLoption, _ value: String) throws(FetchError) {
        try check(ccurl_set_string(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: Int) throws(FetchError) {
        try check(ccurl_set_long(handle, option, value))
    }

    private func check(_ code: CURLcode) throws(FetchError) {
        guard code == CURLE_OK else {
            throw .library(code: Int(code.rawValue), text: String(cString: curl_easy_strerror(code)))
        }
    }

    /// Takes a piece of the body, inflated by now; false ends the transfer.
    fileprivate func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        guard body.count + piece.count <= limits.bytesDecoded else {
            exceeded = .bytesDecoded(limits.bytesDecoded)
            return false
        }
        body.append(contentsOf: piece)
        return true
    }

    /// Takes what has come over the wire so far, and what is announced; false ends the transfer.
    fileprivate func take(received: Int64, announced: Int64) -> Bool {
        guard max(received, announced) <= Int64(limits.bytesReceived) else {
            exceeded = .bytesReceived(limits.bytesReceived)
            return false
        }
        return true
    }

    /// Takes one line of the header; false ends the transfer. A status line begins another header, as after
    /// `100 Continue`.
    fileprivate func take(headerLine line: String) -> Bool {
        headerBytes += line.utf8.count
        guard headerBytes <= limits.bytesReceived else {
            exceeded = .bytesReceived(limits.bytesReceived)
            return false
        }
        if line.hasPrefix("HTTP/") {
            (etag, lastModified) = (nil, nil)
        } else if let colon = line.firstIndex(of: ":") {
            let value = String(line[line.index(after: colon)...].trimmingWhitespace)
            switch line[..<colon].lowercased() {
            case "etag": etag = value
            case "last-modified": lastModified = value
            default: break
            }
        }
        return true
    }
}

private func transfer(_ user: UnsafeMutableRawPointer?) -> Transfer? {
    user.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private let receiveBody: ccurl_write_function = { data, size, count, user in
    guard let transfer = transfer(user), let data else { return 0 }
    let bytes = size * count
    // Another number than was offered tells libcurl to stop.
    return transfer.take(UnsafeRawBufferPointer(start: data, count: bytes)) ? bytes : bytes &+ 1
}

private let receiveHeader: ccurl_write_function = { data, size, count, user in
    guard let transfer = transfer(user), let data else { return 0 }
    let line = UnsafeRawBufferPointer(start: data, count: size * count)
    return transfer.take(headerLine: String(decoding: line, as: UTF8.self)) ? line.count : line.count &+ 1
}

private let watchProgress: ccurl_progress_function = { user, announced, received, _, _ in
    guard let transfer = transfer(user) else { return 1 }
    return transfer.take(received: Int64(received), announced: Int64(announced)) ? 0 : 1
}

extension Duration {
    /// Rounded down; at least 0, and at most what a C `int` holds, which libcurl counts in.
    var milliseconds: Int {
        guard self > .zero else { return 0 }
        let (seconds, attoseconds) = components
        return Int(min(seconds, 2_000_000)) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}

extension Substring {
    fileprivate var trimmingWhitespace: Substring {
        var rest = self
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
