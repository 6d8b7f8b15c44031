import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

@Suite struct HTTPClientTests {
    private let body = Array("curve data\n".utf8)

    /// Pauses are short, so that the tests are; patience is not, so that a busy machine changes nothing.
    private var client: HTTPClient {
        var client = HTTPClient(version: "9.9")
        client.retries.firstDelay = .milliseconds(5)
        return client
    }

    private func fetch(_ server: TestServer, _ path: String, _ client: HTTPClient? = nil) throws -> FetchedDocument {
        let response = try (client ?? self.client).fetch(.init(url: server.base + path))
        guard case .document(let document) = response else { throw Unexpected(response: response) }
        return document
    }

    private struct Unexpected: Error { var response: FetchResponse }

    @Test func documentWithValidators() throws {
        let server = try TestServer([
            "/a": [.ok(body, headers: ["ETag: \"v1\"", "last-modified:  Tue, 06 Jan 2026 10:00:00 GMT "])]
        ])
        let document = try fetch(server, "/a")
        #expect(document.bytes == body)
        #expect(document.validators == .init(etag: "\"v1\"", lastModified: "Tue, 06 Jan 2026 10:00:00 GMT"))
        #expect(server.requests[0].headers["user-agent"] == "mutau/9.9")
        #expect(server.requests[0].headers["if-none-match"] == nil)
    }

    @Test func notModified() throws {
        let server = try TestServer(["/a": [.conditional(tag: "\"v1\"", body: body)]])
        let validators = Validators(etag: "\"v1\"", lastModified: "Tue, 06 Jan 2026 10:00:00 GMT")
        #expect(try client.fetch(.init(url: server.base + "/a", validators: validators)) == .notModified)
        #expect(server.requests[0].headers["if-modified-since"] == "Tue, 06 Jan 2026 10:00:00 GMT")
        let other = try client.fetch(.init(url: server.base + "/a", validators: .init(etag: "\"v0\"")))
        #expect(other != .notModified)
    }

    /// A server that says "not modified" to one who has nothing.
    @Test func notModifiedUnasked() throws {
        let server = try TestServer(["/a": [.status(304)]])
        #expect(throws: FetchError.status(url: server.base + "/a", status: 304, attempts: 1, retryAfter: nil)) {
            try fetch(server, "/a")
        }
    }

    @Test func validatorsCannotSmuggleHeaders() {
        #expect(Validators(etag: "a\r\nCookie: x", lastModified: "").headers.isEmpty)
    }

    @Test(arguments: [404, 410]) func notFound(status: Int) throws {
        let server = try TestServer(["/a": [.status(status)]])
        #expect(throws: FetchError.notFound(url: server.base + "/a", status: status)) { try fetch(server, "/a") }
    }

    @Test(arguments: [403, 400, 204, 206]) func otherStatusIsNotTriedAgain(status: Int) throws {
        let server = try TestServer(["/a": [.status(status)]])
        #expect(throws: FetchError.status(url: server.base + "/a", status: status, attempts: 1, retryAfter: nil)) {
            try fetch(server, "/a")
        }
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [408, 429, 500, 503]) func passingTroubleIsTriedAgain(status: Int) throws {
        let server = try TestServer(["/a": [.status(status), .reset, .announcing(100, body: [1]), .ok(body)]])
        #expect(try fetch(server, "/a").bytes == body)
        #expect(server.requests.count == 4)
    }

    /// The server asks for more than the policy of this client, which would be 5 ms.
    @Test func retryAfterIsHonoured() throws {
        let server = try TestServer(["/a": [.status(429, headers: ["Retry-After: 1"]), .ok(body)]])
        var pauses: [Duration] = []
        let began = ContinuousClock.now
        let answers = client.fetch([FetchRequest(url: server.base + "/a")]) { _, state in
            if case .waiting(let pause) = state { pauses.append(pause) }
        }
        guard case .document(let document) = try answers[0].get() else {
            Issue.record("\(answers)")
            return
        }
        #expect(document.bytes == body && pauses == [.seconds(1)])
        // A busy machine makes a pause longer, never shorter.
        #expect(began.duration(to: .now) >= .seconds(1))
    }

    @Test func retryAfterBeyondPatienceIsReported() throws {
        let server = try TestServer(["/a": [.status(503, headers: ["Retry-After: 3600"])]])
        #expect(
            throws: FetchError.status(url: server.base + "/a", status: 503, attempts: 1, retryAfter: .seconds(3600))
        ) { try fetch(server, "/a") }
    }

    @Test func givesUpAfterItsRetries() throws {
        let server = try TestServer(["/a": [.status(500)]])
        #expect(throws: FetchError.status(url: server.base + "/a", status: 500, attempts: 4, retryAfter: nil)) {
            try fetch(server, "/a")
        }
        #expect(server.requests.count == 4)
    }

    /// libcurl's number, which is part of its interface.
    private func transportCode(_ body: () throws -> Void) -> Int? {
        do { try body() } catch FetchError.transport(_, let code, let text, _) where !text.isEmpty {
            return code
        } catch { Issue.record("\(error)") }
        return nil
    }

    @Test func truncatedBody() throws {
        let server = try TestServer(["/a": [.announcing(1000, body: body)]])
        #expect(transportCode { _ = try fetch(server, "/a") } == 18)
    }

    /// What is beyond the announced length does not belong to the document.
    @Test func lengthTooShort() throws {
        let server = try TestServer(["/a": [.announcing(3, body: body)]])
        #expect(try fetch(server, "/a").bytes == Array(body.prefix(3)))
    }

    @Test func resetAndGarbage() throws {
        let server = try TestServer(["/reset": [.reset], "/garbage": [.bytes(Array("what?\r\n\r\n".utf8))]])
        #expect([52, 56].contains(transportCode { _ = try fetch(server, "/reset") }))
        // A body without a status line would be HTTP/0.9.
        #expect(transportCode { _ = try fetch(server, "/garbage") } == 1)
    }

    @Test func nobodyListens() throws {
        var server: TestServer? = try TestServer()
        let base = try #require(server).base
        server = nil
        #expect(transportCode { _ = try client.fetch(.init(url: base + "/a")) } == 7)
    }

    /// Names below .invalid never stand for a machine.
    @Test func noSuchHost() {
        #expect(transportCode { _ = try client.fetch(.init(url: "https://curves.invalid/a")) } == 6)
    }

    @Test func fileThatTheUserNames() throws {
        let home = try TemporaryDirectory()
        try home.write("curve data\n", to: "a b.txt")
        let url = "file://\(home.path)/a%20b.txt"
        #expect(try client.fetch(.init(url: url)) == .document(.init(bytes: body, finalURL: url, validators: .init())))
        for missing in ["file://\(home.path)/none", "file://\(home.path)"] {
            #expect {
                try client.fetch(.init(url: missing))
            } throws: {
                guard case FetchError.file(missing, _) = $0 else { return false }
                return true
            }
        }
    }

    /// However patient it is with each attempt, a request comes to an end.
    @Test func overallTime() throws {
        let server = try TestServer(["/a": [.status(503, headers: ["Retry-After: 2"])]])
        var client = client
        client.limits.overall = .seconds(1)
        #expect(throws: FetchError.status(url: server.base + "/a", status: 503, attempts: 1, retryAfter: .seconds(2))) {
            try fetch(server, "/a", client)
        }
    }

    /// A proxy of the environment gets what goes to the network, and nothing that stays on this machine.
    @Test func proxyOfTheEnvironment() async throws {
        await #expect(processExitsWith: .success) {
            let proxy = try TestServer()
            let server = try TestServer(["/a": [.ok([1])]])
            setenv("https_proxy", proxy.base, 1)
            setenv("http_proxy", proxy.base, 1)
            var client = HTTPClient(version: "9.9")
            client.retries.retries = 0
            _ = try client.fetch(.init(url: server.base + "/a"))
            #expect(proxy.requests.isEmpty)
            // The proxy refuses the tunnel with 404, which is libcurl's error 56.
            #expect(throws: FetchError.self) { try client.fetch(.init(url: "https://curves.invalid/a")) }
            #expect(proxy.requests.map(\.path) == ["curves.invalid:443"])
        }
    }

    /// Twenty requests, one after the other, to a server that never gets through the handshake: waited for once.
    @Test func deadServerIsWaitedForOnce() throws {
        let server = try TestServer(answers: false)
        var client = client
        client.limits.parallel = 1
        client.limits.connecting = .milliseconds(300)
        let requests = (0..<20).map { FetchRequest(url: "https://127.0.0.1:\(server.port)/\($0)") }
        var begun = Set<Int>()
        let answers = client.fetch(requests) { index, state in
            if case .receiving = state { begun.insert(index) }
        }
        for (request, answer) in zip(requests, answers) {
            #expect(answer == .failure(.limit(url: request.url, .connecting(.milliseconds(300)))))
        }
        #expect(begun == [0])
    }

    @Test func noTLS() throws {
        let server = try TestServer(["/a": [.ok(body)]])
        let url = "https://127.0.0.1:\(server.port)/a"
        #expect(transportCode { _ = try client.fetch(.init(url: url)) } == 35)
    }

    @Test(arguments: ["/silence", "/trickle"]) func silence(path: String) throws {
        let server = try TestServer(["/silence": [.silence], "/trickle": [.trickle]])
        var client = client
        client.limits.silence = .seconds(1)
        #expect(throws: FetchError.limit(url: server.base + path, .silence(.seconds(1)))) {
            try fetch(server, path, client)
        }
    }

    @Test func totalTime() throws {
        let server = try TestServer(["/a": [.trickle]])
        var client = client
        client.limits.total = .milliseconds(300)
        client.limits.slowestRate = 0
        #expect(throws: FetchError.limit(url: server.base + "/a", .total(.milliseconds(300)))) {
            try fetch(server, "/a", client)
        }
    }

    @Test func endlessAndOversized() throws {
        let server = try TestServer([
            "/endless": [.endless], "/large": [.ok([UInt8](repeating: 0x20, count: 5000))],
            "/announced": [.announcing(1 << 40, body: body)], "/header": [.endlessHeader],
        ])
        var client = client
        client.limits.bytesReceived = 1000
        for path in ["/endless", "/large", "/announced", "/header"] {
            #expect(throws: FetchError.limit(url: server.base + path, .bytesReceived(1000))) {
                try fetch(server, path, client)
            }
        }
    }

    @Test func gzip() throws {
        let large = [UInt8](repeating: 0x20, count: 5000)
        let server = try TestServer([
            "/a": [.ok(gzipped(body), headers: ["Content-Encoding: gzip"])],
            "/bomb": [.ok(gzipped(large), headers: ["Content-Encoding: gzip"])],
            "/liar": [.ok(body, headers: ["Content-Encoding: gzip"])],
        ])
        #expect(try fetch(server, "/a").bytes == body)
        #expect(server.requests[0].headers["accept-encoding"]?.contains("gzip") == true)
        var client = client
        client.limits.bytesDecoded = 1000
        #expect(throws: FetchError.limit(url: server.base + "/bomb", .bytesDecoded(1000))) {
            try fetch(server, "/bomb", client)
        }
        #expect(throws: FetchError.body(url: server.base + "/liar", .corrupt)) { try fetch(server, "/liar") }
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func redirect(status: Int) throws {
        let server = try TestServer(["/a": [.redirect(status, to: "b/c")], "/b/c": [.ok(body)]])
        let document = try fetch(server, "/a")
        #expect(document.bytes == body)
        #expect(document.finalURL == server.base + "/b/c")
    }

    @Test func redirectLoop() throws {
        let server = try TestServer(["/a": [.redirect(to: "/b")], "/b": [.redirect(to: "/a")]])
        #expect(throws: FetchError.tooManyRedirects(url: server.base + "/a", limit: 5)) { try fetch(server, "/a") }
        #expect(server.requests.count == 6)
    }

    @Test(arguments: [
        ("file:///etc/passwd", URLProblem.scheme("file")), ("http://example.org/a", .plainHTTP(host: "example.org")),
        ("https://127.0.0.1/a", .otherScheme(from: "http", to: "https")),
        ("http://ada:secret@127.0.0.1/", .credentials),
    ])
    func refusedRedirect(target: String, problem: URLProblem) throws {
        let server = try TestServer(["/a": [.redirect(to: target)]])
        #expect(throws: FetchError.refusedRedirect(from: server.base + "/a", to: URLSecrets.masked(target), problem)) {
            try fetch(server, "/a")
        }
    }

    @Test func manyAtOnceInTheirOrder() throws {
        let count = 40
        var replies: [String: [Reply]] = [:]
        for index in 0..<count where index != 7 { replies["/\(index)"] = [.ok(Array("\(index)".utf8))] }
        let server = try TestServer(replies)
        var requests = (0..<count).map { FetchRequest(url: "\(server.base)/\($0)") }
        requests[9].url = "gopher://example.org"
        var settled: [Int] = []
        let answers = client.fetch(requests) { if $1 == .settled { settled.append($0) } }
        #expect(settled.sorted() == Array(0..<count))
        for (index, answer) in answers.enumerated() {
            switch (index, answer) {
            case (7, .failure(.notFound)), (9, .failure(.refusedURL(_, .scheme("gopher")))): continue
            case (_, .success(.document(let document))): #expect(document.bytes == Array("\(index)".utf8))
            default: Issue.record("\(index): \(answer)")
            }
        }
    }
}
