import CCurl

/// One try at a request: where it has got to by redirections, and when it may begin.
struct Attempt {
    /// Of the request.
    let index: Int
    private let origin: CheckedURL
    private let validators: Validators?
    private var url: CheckedURL
    /// What redirected to ``url``; nil where the user named it.
    private var cameFrom: CheckedURL?
    private var number = 1
    private var redirects = 0
    /// When the first attempt began.
    private var firstBegan: ContinuousClock.Instant?
    /// When its first transfer began: redirections don't lengthen the total time.
    private var began: ContinuousClock.Instant?
    private(set) var due = ContinuousClock.now
    /// From the end of the attempt before to this one.
    private(set) var pause = Duration.zero

    enum Outcome {
        case answer(Result<FetchResponse, FetchError>)
        case again(Attempt)
    }

    init(_ index: Int, _ request: FetchRequest, _ client: HTTPClient) throws(FetchError) {
        self.index = index
        validators = request.validators
        do { origin = try client.checkedAsNamed(request.url) } catch {
            throw .refusedURL(URLSecrets.masked(request.url), error)
        }
        url = origin
    }

    /// The path of a `file:` URL, which needs no transfer; nil for any other.
    var path: String? { origin.isFile ? origin.path : nil }

    /// The URL that the user named, for people.
    var shown: String { origin.shown }

    /// Whom it waits to be connected to.
    var server: String { url.server }

    /// The same failure to reach a server, as it concerns this attempt; nil for a failure of another kind.
    func sharing(_ failure: FetchError) -> FetchError? {
        switch failure {
        case .transport(_, let code, let text, _) where Self.unreachable.contains(code):
            .transport(url: url.shown, code: code, text: text, attempts: number)
        case .limit(_, .connecting(let time)): .limit(url: url.shown, .connecting(time))
        default: nil
        }
    }

    /// No such host, no connection, none that can be trusted: another request to the same server fares no better.
    private static let unreachable = Set(
        [CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_PEER_FAILED_VERIFICATION].map { Int($0.rawValue) })

    mutating func begin(_ client: HTTPClient, now: ContinuousClock.Instant) throws(FetchError) -> Transfer {
        let start = began ?? now
        began = start
        firstBegan = firstBegan ?? start
        let left = client.limits.total - (now - start)
        return try Transfer(
            url, validators, client, remaining: min(left, client.budget?.remaining ?? left), isFrom: nearestAllowed)
    }

    /// The hosts beside those of everybody that the URL may stand for; nil: any, since the user named this host.
    private var nearestAllowed: HostReach? {
        cameFrom == nil || url.host.lowercased() == origin.host.lowercased() ? nil : origin.reach
    }

    /// What a finished transfer means: an answer, or another try.
    func outcome(of transfer: Transfer, _ code: CURLcode, _ client: HTTPClient) -> Outcome {
        if let limit = transfer.exceeded ?? timeLimit(code, transfer, client.limits) {
            return .answer(.failure(.limit(url: url.shown, limit)))
        }
        guard code == CURLE_OK else {
            if let cameFrom, let address = transfer.refusedAddress {
                return fail(
                    .refusedRedirect(from: cameFrom.shown, to: url.shown, .nearHost("\(url.host), \(address)")))
            }
            let error = FetchError.transport(
                url: url.shown, code: Int(code.rawValue), text: transfer.words(for: code), attempts: number)
            return Self.mayPass.contains(code.rawValue) ? retry(client, requested: nil, or: error) : fail(error)
        }
        let status = transfer.integer(CURLINFO_RESPONSE_CODE)
        switch status {
        case 200:
            return .answer(document(of: transfer, client.limits))
        case 304 where validators?.headers.isEmpty == false: return .answer(.success(.notModified))
        case 301, 302, 303, 307, 308: return follow(transfer.string(CURLINFO_REDIRECT_URL), status, client)
        case 404, 410: return fail(.notFound(url: url.shown, status: status))
        default:
            let wait = transfer.retryAfter
            let error = FetchError.status(url: url.shown, status: status, attempts: number, retryAfter: wait)
            return status == 408 || status == 429 || (500...599).contains(status)
                ? retry(client, requested: wait, or: error) : fail(error)
        }
    }

    private func document(of transfer: Transfer, _ limits: FetchLimits) -> Result<FetchResponse, FetchError> {
        do throws(FetchError) {
            let body = ReceivedBody(
                bytes: transfer.body, coding: transfer.coding,
                hasEnd: transfer.isChunked || transfer.offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T) >= 0
                    || transfer.integer(CURLINFO_HTTP_VERSION) >= CURL_HTTP_VERSION_2_0)
            let bytes = try body.decoded(limit: limits.bytesDecoded, url: url.shown)
            return .success(.document(.init(bytes: bytes, finalURL: url.shown, validators: transfer.validators)))
        } catch { return .failure(error) }
    }

    private func fail(_ error: FetchError) -> Outcome { .answer(.failure(error)) }

    /// Failures of a connection that stood: the same request may well succeed on another. A body cut short is one.
    private static let mayPass: Set<UInt32> = Set(
        [CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2_STREAM].map(\.rawValue))

    private func retry(_ client: HTTPClient, requested: Duration?, or error: FetchError) -> Outcome {
        guard let delay = client.retries.delay(afterAttempts: number, requested: requested),
            (firstBegan ?? .now).duration(to: .now) + delay < client.limits.overall,
            client.budget.map({ delay < $0.remaining }) ?? true
        else { return fail(error) }
        var next = self
        next.number += 1
        next.redirects = 0
        next.began = nil
        next.url = origin
        next.cameFrom = nil
        next.due = .now + delay
        next.pause = delay
        return .again(next)
    }

    /// Goes on to another URL, if it stands up to the rules of the first.
    private func follow(_ target: String?, _ status: Int, _ client: HTTPClient) -> Outcome {
        guard let target else {
            return fail(.status(url: url.shown, status: status, attempts: number, retryAfter: nil))
        }
        guard redirects < client.limits.redirects else {
            return fail(.tooManyRedirects(url: origin.shown, limit: client.limits.redirects))
        }
        var next = self
        do throws(URLProblem) {
            next.url = try client.checked(target)
            guard next.url.scheme == url.scheme else { throw .otherScheme(from: url.scheme, to: next.url.scheme) }
            next.cameFrom = url
            if let nearest = next.nearestAllowed, ![.everybody, nearest].contains(next.url.reach) {
                throw .nearHost(next.url.host)
            }
        } catch { return fail(.refusedRedirect(from: url.shown, to: URLSecrets.masked(target), error)) }
        next.redirects += 1
        next.due = .now
        next.pause = .zero
        return .again(next)
    }

    /// Which of the limits on time was reached; nil where it was none.
    private func timeLimit(_ code: CURLcode, _ transfer: Transfer, _ limits: FetchLimits) -> FetchLimit? {
        guard code == CURLE_OPERATION_TIMEDOUT else { return nil }
        if let limit = transfer.budget?.exceeded { return limit }
        if let began, began.duration(to: .now) + FetchBudget.tolerance >= limits.total { return .total(limits.total) }
        let established = url.scheme == "https" ? CURLINFO_APPCONNECT_TIME_T : CURLINFO_CONNECT_TIME_T
        return transfer.offset(established) == 0 ? .connecting(limits.connecting) : .silence(limits.silence)
    }
}
