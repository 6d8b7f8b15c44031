import Testing

@testable import CurveArchive

@Suite struct CheckedURLTests {
    @Test(arguments: [
        "https://example.org/a.vot", "HTTPS://example.org", "http://127.0.0.1:8080/a", "http://localhost/a",
        "http://[::1]/a", "http://127.1/a", "https://example.org:8443/x/?q=1",
    ])
    func allowed(url: String) throws { #expect(try CheckedURL(url, allowsPlainHTTP: false).text == url) }

    @Test(arguments: [
        ("", URLProblem.malformed), ("https://", .malformed), ("https://exa mple.org/", .malformed),
        ("https://a\0b/", .malformed), ("file:///etc/passwd", .scheme("file")), ("ftp://example.org/", .scheme("ftp")),
        ("http://example.org/", .plainHTTP(host: "example.org")),
        ("http://127.0.0.1.example.org/", .plainHTTP(host: "127.0.0.1.example.org")),
        ("http://127.evil.0.1/", .plainHTTP(host: "127.evil.0.1")),
        ("http://10.0.0.1/", .plainHTTP(host: "10.0.0.1")),
        ("https://ada:secret@example.org/", .credentials), ("http://localhost@example.org/", .credentials),
    ])
    func refused(url: String, problem: URLProblem) {
        #expect(throws: problem) { try CheckedURL(url, allowsPlainHTTP: false) }
    }

    @Test func plainHTTPByFlag() throws {
        #expect(try CheckedURL("http://example.org/", allowsPlainHTTP: true).host == "example.org")
    }

    /// Only a user may name a file, and only one of this machine.
    @Test func files() throws {
        let named = try CheckedURL("file:///srv/my%20curves/a.vot", allowsPlainHTTP: false, allowsFile: true)
        #expect(named.isFile && named.path == "/srv/my curves/a.vot")
        for url in ["file://elsewhere.invalid/a", "file:a"] {
            #expect(throws: URLProblem.malformed) { try CheckedURL(url, allowsPlainHTTP: false, allowsFile: true) }
        }
        #expect(throws: URLProblem.scheme("file")) { try CheckedURL("file:///a", allowsPlainHTTP: true) }
    }

    @Test func certificatesFromTheEnvironmentAsCurlTakesThem() {
        let all = ["CURL_CA_BUNDLE": "/b", "SSL_CERT_FILE": "/f", "SSL_CERT_DIR": "/d"]
        let bundle = TrustSettings(environment: all)
        #expect(bundle.file == "/b" && bundle.directory == nil)
        let both = TrustSettings(environment: all.filter { $0.key != "CURL_CA_BUNDLE" })
        #expect(both.file == "/f" && both.directory == "/d")
        let neither = TrustSettings(environment: ["SSL_CERT_FILE": ""])
        #expect(neither.file == nil && neither.directory == nil)
    }
}
