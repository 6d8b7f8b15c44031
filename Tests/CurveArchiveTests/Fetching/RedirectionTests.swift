import Foundation
import TestServers
import TestSupport
import Testing

@testable import CurveArchive

/// Where a server may not send us.
@Suite struct RedirectionTests {
    @Test(arguments: [
        ("localhost", HostReach.loopback), ("LOCALHOST.", .loopback), ("a.localhost", .loopback),
        ("127.9.9.9", .loopback),
        ("0.0.0.0", .loopback), ("[::1]", .loopback), ("[::]", .loopback), ("[::ffff:127.0.0.1]", .loopback),
        ("[64:ff9b::7f00:1]", .loopback), ("[2002:7f00:1::]", .loopback), ("169.254.169.254", .linkLocal),
        ("[fe80::1%25eth0]", .linkLocal), ("224.0.0.1", .linkLocal), ("255.255.255.255", .linkLocal),
        ("10.1.2.3", .privateNetwork), ("172.31.0.1", .privateNetwork), ("192.168.1.1", .privateNetwork),
        ("100.64.0.1", .privateNetwork), ("[fd00::1]", .privateNetwork), ("intranet", .privateNetwork),
        ("nas.local", .privateNetwork), ("metadata.google.internal", .privateNetwork), ("example.org", .everybody),
        ("172.32.0.1", .everybody), ("8.8.8.8", .everybody), ("[2606:4700::1111]", .everybody),
    ])
    func reach(host: String, expected: HostReach) { #expect(HostReach(host: host) == expected) }

    /// Names below .test stand for this machine, as a dishonest name server would have it.
    private func answer(
        from host: String, to target: String, _ server: TestServer
    ) -> Result<FetchResponse, FetchError> {
        server.reply(to: "/a", .redirect(to: target))
        server.reply(to: "/b", .ok([1]))
        var client = HTTPClient(version: "9.9")
        client.allowsPlainHTTP = true
        client.retries.retries = 0
        client.knownHosts = ["curves.test", "other.test"].map { "\($0):\(server.port):127.0.0.1" }
        return client.fetch([.init(url: "http://\(host):\(server.port)/a")])[0]
    }

    @Test(arguments: [
        "127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "2130706433", "10.0.0.1", "169.254.169.254", "printer",
    ])
    func neverNearer(host: String) throws {
        let server = try TestServer()
        guard
            case .failure(.refusedRedirect(_, _, .nearHost)) = answer(
                from: "curves.test", to: "http://\(host):\(server.port)/b", server)
        else {
            Issue.record("followed to \(host)")
            return
        }
        #expect(server.requests.map(\.path) == ["/a"])
    }

    /// The name says nothing, its address does, and not a byte of a request goes there.
    @Test func neverToANameThatStandsForThisMachine() throws {
        let server = try TestServer()
        let target = "http://other.test:\(server.port)/b"
        let answer = answer(from: "curves.test", to: target, server)
        #expect(
            answer
                == .failure(
                    .refusedRedirect(
                        from: "http://curves.test:\(server.port)/a", to: target, .nearHost("other.test, 127.0.0.1"))))
        #expect(server.requests.map(\.path) == ["/a"])
    }

    /// A host of one's own network may redirect to itself, and what is named by its numbers to others of its kind.
    @Test func withinAHostOrItsKind() throws {
        let server = try TestServer()
        for (host, target) in [("curves.test", "/b"), ("127.0.0.1", "http://localhost:\(server.port)/b")] {
            guard case .success(.document(let document)) = answer(from: host, to: target, server) else {
                Issue.record("\(host) may redirect to \(target)")
                continue
            }
            #expect(document.bytes == [1])
        }
    }

    /// A password comes from a file of the user's own, and goes to the host it is for, and to none that a server names.
    @Test func passwordsOfNetrc() throws {
        let home = try TemporaryDirectory()
        try home.write(
            "machine 127.0.0.1 login ada password hunter2\nmachine localhost login ada password hunter2\n",
            to: "netrc")
        let server = try TestServer(["/b": [.ok([1])]])
        server.reply(to: "/a", .redirect(to: "http://localhost:\(server.port)/b"))
        let client = HTTPClient(version: "9.9", environment: ["NETRC": "\(home.path)/netrc"])
        _ = try client.fetch(.init(url: "\(server.base)/a"))
        // ada:hunter2 in base 64.
        #expect(server.requests(to: "/a")[0].headers["authorization"] == "Basic YWRhOmh1bnRlcjI=")
        #expect(server.requests(to: "/b")[0].headers["authorization"] == nil)
    }
}
