import TestServers
import TestSupport
import Testing

@testable import CurveArchive

/// Whom a server has to be, by a certificate made for the test; the numbers are libcurl's, part of its interface.
@Suite struct TLSTests {
    private let home: TemporaryDirectory
    private let body = Array("curve data\n".utf8)

    init() throws { home = try TemporaryDirectory() }

    private func answer(
        _ kind: TLSIdentity.Kind, _ reply: Reply? = nil
    ) throws -> (Result<FetchResponse, FetchError>, TestServer) {
        let identity = try TLSIdentity(kind)
        let server = try TestServer(["/a": [reply ?? .ok(body)]], identity: identity)
        try home.write(identity.authority, to: "authority.pem")
        let client = HTTPClient(version: "9.9", environment: ["CURL_CA_BUNDLE": "\(home.path)/authority.pem"])
        return (client.fetch([.init(url: server.base + "/a")])[0], server)
    }

    /// That the others fail means something only because this one does not.
    @Test func trusted() throws {
        guard case .success(.document(let document)) = try answer(.valid).0 else {
            Issue.record("a good certificate is refused")
            return
        }
        #expect(document.bytes == body && document.finalURL.hasPrefix("https://127.0.0.1:"))
    }

    @Test(arguments: [TLSIdentity.Kind.expired, .otherHost, .selfSigned]) func refused(kind: TLSIdentity.Kind) throws {
        let (answer, server) = try answer(kind)
        guard case .failure(.transport(_, let code, let text, let attempts)) = answer else {
            Issue.record("\(kind): \(answer)")
            return
        }
        #expect(code == 60 && !text.isEmpty && attempts == 1)
        #expect(server.requests.isEmpty, "not a byte of a request may go to one whom nobody vouches for")
    }

    @Test func nobodyIsTrustedByDefault() throws {
        let server = try TestServer(["/a": [.ok(body)]], identity: TLSIdentity(.valid))
        #expect(throws: FetchError.self) { try HTTPClient(version: "9.9").fetch(.init(url: server.base + "/a")) }
        #expect(server.requests.isEmpty)
    }

    @Test(arguments: ["http://127.0.0.1:9/a", "http://example.org/a", "file:///etc/passwd"])
    func neverDownFromTLS(target: String) throws {
        guard case .failure(.refusedRedirect(_, let to, _)) = try answer(.valid, .redirect(to: target)).0 else {
            Issue.record("followed to \(target)")
            return
        }
        #expect(to == target)
    }
}
