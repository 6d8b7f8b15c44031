import CCurl

/// One request and its answer, in the hands of libcurl.
///
/// libcurl writes into this object and its error buffer until ``handle`` is cleaned up, so both live as long.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    let limits: FetchLimits
    let budget: FetchBudget?
    /// The hosts beside those of everybody that the URL's may be; nil: any.
    let nearestAllowed: HostReach?
    let errorText: UnsafeMutablePointer<CChar>
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var hostList: UnsafeMutablePointer<curl_slist>?

    fileprivate(set) var body: [UInt8] = []
    fileprivate(set) var exceeded: FetchLimit?
    /// The address of a host that a redirection may not lead to.
    fileprivate(set) var refusedAddress: String?
    /// What the body is compressed by, as its header says.
    private(set) var coding = ""
    /// Whether the body comes in pieces, of which the last is marked.
    private(set) var isChunked = false
    private var headerBytes = 0
    private var etag: String?
    private var lastModified: String?

    var validators: Validators { .init(etag: etag, lastModified: lastModified) }

    /// - Parameters:
    ///   - remaining: what is left of the attempt's total time.
    ///   - nearestAllowed: the hosts beside those of everybody that the URL's may stand for; nil: any.
    init(
        _ url: CheckedURL, _ validators: Validators?, _ client: HTTPClient, remaining: Duration,
        isFrom nearestAllowed: HostReach?
    ) throws(FetchError) {
        guard let handle = curl_easy_init() else { throw .library(code: 0, text: "curl_easy_init") }
        self.handle = handle
        limits = client.limits
        budget = client.budget
        self.nearestAllowed = nearestAllowed
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try configure(url, client, remaining: remaining)
        try set(CURLOPT_HTTPHEADER, validators?.headers ?? [], &headerList)
        try set(CURLOPT_RESOLVE, client.knownHosts, &hostList)
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headerList)
        curl_slist_free_all(hostList)
        errorText.deallocate()
    }

    /// libcurl's own words on a failure.
    func words(for code: CURLcode) -> String {
        let detail = String(cString: errorText)
        return detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
    }

    private var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// Lets libcurl hand over what comes.
    func callBack() -> CURLcode {
        for code in [
            ccurl_set_write(handle, receiveBody, pointer), ccurl_set_header(handle, receiveHeader, pointer),
            ccurl_set_progress(handle, watchProgress, pointer),
        ] where code != CURLE_OK { return code }
        return CURLE_OK
    }

    /// Lets libcurl ask whom it may connect to.
    func callBackForSockets() -> CURLcode { ccurl_set_opensocket(handle, openSocket, pointer) }

    /// Takes a piece of the body; false ends the transfer.
    fileprivate func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        guard body.count + piece.count <= limits.bytesReceived else {
            exceeded = .bytesReceived(limits.bytesReceived)
            return false
        }
        guard spend(piece.count) else { return false }
        body.append(contentsOf: piece)
        return true
    }

    /// Takes bytes from what all transfers may cost together; false where they are spent.
    private func spend(_ bytes: Int) -> Bool {
        guard let budget, !budget.take(bytes) else { return true }
        exceeded = .wholeBytes(budget.limits.bytes)
        return false
    }

    /// Takes what has come over the wire so far, and what is announced; false ends the transfer.
    fileprivate func take(received: Int64, announced: Int64) -> Bool {
        guard max(received, announced) <= Int64(limits.bytesReceived) else {
            exceeded = .bytesReceived(limits.bytesReceived)
            return false
        }
        return true
    }

    /// A socket for an address that a name was found to stand for.
    fileprivate func socket(for found: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        let reach = HostReach(address: ccurl_address(found))
        guard nearestAllowed == nil || reach == .everybody || reach == nearestAllowed else {
            refusedAddress = HostReach.text(of: ccurl_address(found))
            return ccurl_no_socket
        }
        return ccurl_new_socket(found)
    }

    /// Takes one line of the header; false ends the transfer. A status line begins another header, as after
    /// `100 Continue`.
    fileprivate func take(headerLine line: String) -> Bool {
        headerBytes += line.utf8.count
        guard headerBytes <= limits.bytesReceived else {
            exceeded = .bytesReceived(limits.bytesReceived)
            return false
        }
        guard spend(line.utf8.count) else { return false }
        if line.hasPrefix("HTTP/") {
            (etag, lastModified) = (nil, nil)
            (coding, isChunked) = ("", false)
        } else if let colon = line.firstIndex(of: ":") {
            let value = String(line[line.index(after: colon)...].trimmingWhitespace)
            switch line[..<colon].lowercased() {
            case "etag": etag = value
            case "last-modified": lastModified = value
            case "content-encoding": coding += (coding.isEmpty ? "" : ", ") + value.lowercased()
            case "transfer-encoding": isChunked = value.lowercased().hasSuffix("chunked")
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

private let openSocket: ccurl_opensocket_function = { user, _, address in
    guard let transfer = transfer(user), let address else { return ccurl_no_socket }
    return transfer.socket(for: address)
}

extension Substring {
    fileprivate var trimmingWhitespace: Substring {
        var rest = self
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
