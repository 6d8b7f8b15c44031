import CCurl
import Files

/// Transfers that share connections: some at work, the others waiting for their turn or for a retry.
final class TransferQueue {
    private let client: HTTPClient
    private let multi: UnsafeMutableRawPointer
    private var waiting: [Attempt] = []
    private var running: [UnsafeMutableRawPointer: (transfer: Transfer, attempt: Attempt)] = [:]

    /// `curl_global_init` is not safe from several threads before 7.84; this runs once.
    private static let libraryStatus = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    init(_ client: HTTPClient) throws(FetchError) {
        try HTTPClient.requireLibrary()
        let status = Self.libraryStatus
        guard status == CURLE_OK, let multi = curl_multi_init() else {
            throw .library(code: Int(status.rawValue), text: String(cString: curl_easy_strerror(status)))
        }
        self.client = client
        self.multi = multi
    }

    deinit {
        for handle in running.keys { curl_multi_remove_handle(multi, handle) }
        // Before the transfers go: libcurl may still write to their buffers until then.
        curl_multi_cleanup(multi)
        running = [:]
    }

    /// Settles every request; see ``HTTPClient/fetch(_:progress:take:)``.
    func run(
        _ requests: [FetchRequest], progress: (Int, FetchState) -> Void,
        take: (Int, Result<FetchResponse, FetchError>) -> Void
    ) throws(FetchError) {
        func settle(_ index: Int, _ answer: Result<FetchResponse, FetchError>) {
            take(index, answer)
            progress(index, .settled)
        }
        for (index, request) in requests.enumerated() {
            do throws(FetchError) {
                let attempt = try Attempt(index, request, client)
                if let path = attempt.path {
                    settle(index, .success(.document(try file(at: path, attempt.shown))))
                } else {
                    waiting.append(attempt)
                }
            } catch { settle(index, .failure(error)) }
        }
        while !waiting.isEmpty || !running.isEmpty {
            for (index, limit) in takeThoseBeyondBudget() { settle(index, .failure(limit)) }
            try startWhatIsDue()
            var active: Int32 = 0
            try check(curl_multi_perform(multi, &active))
            while let (transfer, attempt, code) = nextFinished() {
                switch attempt.outcome(of: transfer, code, client) {
                case .answer(let answer):
                    settle(attempt.index, answer)
                    guard case .failure(let failure) = answer else { continue }
                    for (index, shared) in takeThoseSharing(failure, of: attempt) { settle(index, .failure(shared)) }
                case .again(let next):
                    waiting.append(next)
                    progress(next.index, .waiting(next.pause))
                }
            }
            for (transfer, attempt) in running.values {
                progress(attempt.index, .receiving(bytes: transfer.body.count))
            }
            try rest()
        }
    }

    /// Those that wait when all that may be spent is spent.
    private func takeThoseBeyondBudget() -> [(Int, FetchError)] {
        guard let limit = client.budget?.exceeded else { return [] }
        defer { waiting = [] }
        return waiting.map { ($0.index, .limit(url: $0.shown, limit)) }
    }

    private func file(at path: String, _ url: String) throws(FetchError) -> FetchedDocument {
        if let limit = client.budget?.exceeded { throw .limit(url: url, limit) }
        let bytes: [UInt8]
        do { bytes = try readFile(path, limit: client.limits.bytesDecoded) } catch { throw .file(url: url, error) }
        if let budget = client.budget, !budget.take(bytes.count) {
            throw .limit(url: url, .wholeBytes(budget.limits.bytes))
        }
        return FetchedDocument(bytes: bytes, finalURL: url, validators: .init())
    }

    private func startWhatIsDue() throws(FetchError) {
        let now = ContinuousClock.now
        while running.count < max(1, client.limits.parallel),
            let position = waiting.firstIndex(where: { $0.due <= now })
        {
            var attempt = waiting.remove(at: position)
            let transfer = try attempt.begin(client, now: now)
            try check(curl_multi_add_handle(multi, transfer.handle))
            running[transfer.handle] = (transfer, attempt)
        }
    }

    /// Takes the waiting attempts that a server's being out of reach concerns: a dead mirror of thirty curves is waited for
    /// once, not five times.
    private func takeThoseSharing(_ failure: FetchError, of attempt: Attempt) -> [(Int, FetchError)] {
        var taken: [(Int, FetchError)] = []
        waiting.removeAll { other in
            guard other.server == attempt.server, let shared = other.sharing(failure) else { return false }
            taken.append((other.index, shared))
            return true
        }
        return taken
    }

    private func nextFinished() -> (Transfer, Attempt, CURLcode)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            // Removing the handle ends the message's life: the code is taken first.
            let code = message.pointee.data.result
            curl_multi_remove_handle(multi, handle)
            if let (transfer, attempt) = running.removeValue(forKey: handle) { return (transfer, attempt, code) }
        }
        return nil
    }

    /// Waits until something arrives or an attempt is due.
    private func rest() throws(FetchError) {
        var pause = 1000
        if running.count < client.limits.parallel, let due = waiting.map(\.due).min() {
            pause = min(pause, (due - ContinuousClock.now).milliseconds + 1)
        } else if running.isEmpty {
            return
        }
        try check(curl_multi_poll(multi, nil, 0, Int32(pause), nil))
    }

    private func check(_ code: CURLMcode) throws(FetchError) {
        guard code == CURLM_OK else {
            throw .library(code: Int(code.rawValue), text: String(cString: curl_multi_strerror(code)))
        }
    }
}
