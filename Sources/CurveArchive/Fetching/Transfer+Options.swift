import CCurl

extension Transfer {
    /// CURLOPT_NOSIGNAL stays off: with it, a server that closes a TLS connection early would end the program by
    /// SIGPIPE.
    func configure(_ url: CheckedURL, _ client: HTTPClient, remaining: Duration) throws(FetchError) {
        try set(CURLOPT_URL, url.text)
        try check(ccurl_set_protocols(handle, url.scheme == "http" ? 1 : 0))
        try set(CURLOPT_USERAGENT, client.userAgent)
        // Redirections are followed by the queue, which holds each to the rules first.
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // libcurl would take a gzip body that is cut short for a whole one: it is inflated when it is there.
        try set(CURLOPT_ACCEPT_ENCODING, "gzip")
        try set(CURLOPT_HTTP_CONTENT_DECODING, 0)
        try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, max(1, remaining.milliseconds))
        try set(CURLOPT_LOW_SPEED_LIMIT, limits.slowestRate)
        try set(CURLOPT_LOW_SPEED_TIME, max(1, limits.silence.milliseconds / 1000))
        // A proxy would carry to the network what is allowed only because it stays on this machine.
        if url.isLoopback { try set(CURLOPT_NOPROXY, "*") }
        // Passwords that the user keeps for a host, and for no host that a server names.
        if nearestAllowed == nil, url.scheme == "https" || url.isLoopback {
            try set(CURLOPT_NETRC, Int(CURL_NETRC_OPTIONAL.rawValue))
            if let file = client.trust.netrc { try set(CURLOPT_NETRC_FILE, file) }
        }
        if nearestAllowed != nil, !ProxySettings.areSet(for: url.scheme) {
            // A connection made for another request may lead elsewhere.
            try set(CURLOPT_FRESH_CONNECT, 1)
            try check(callBackForSockets())
        }
        if let file = client.trust.file { try set(CURLOPT_CAINFO, file) }
        if let directory = client.trust.directory { try set(CURLOPT_CAPATH, directory) }
        try check(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText))
        try check(callBack())
    }

    /// - Parameter list: lives as long as the handle.
    func set(
        _ option: CURLoption, _ lines: [String], _ list: inout UnsafeMutablePointer<curl_slist>?
    ) throws(FetchError) {
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                throw .library(code: Int(CURLE_OUT_OF_MEMORY.rawValue), text: "curl_slist_append")
            }
            list = longer
        }
        try check(ccurl_set_pointer(handle, option, list))
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
}

extension Duration {
    /// Rounded down; at least 0, and at most what a C `int` holds, which libcurl counts in.
    var milliseconds: Int {
        guard self > .zero else { return 0 }
        let (seconds, attoseconds) = components
        return Int(min(seconds, 2_000_000)) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
