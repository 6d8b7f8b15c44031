import TestServers
import Testing

@testable import CurveArchive

@Suite struct URLSecretsTests {
    @Test(arguments: [
        ("https://ada:secret@example.org/a", "https://***@example.org/a"),
        ("https://secret@example.org", "https://***@example.org"),
        ("http://ada:se@cret@example.org/a@2x", "http://***@example.org/a@2x"),
        // A stroke that is not escaped: no URL, and shown all the same.
        ("https://ada:sec/ret@example.org/a", "https://***@example.org/a"),
        ("https://example.org/a?token=secret", "https://example.org/a?token=***"),
        (
            "https://example.org/a?version=1&access_token=secret&raw",
            "https://example.org/a?version=1&access_token=***&raw"
        ),
        ("https://example.org/a?X-Amz-Signature=secret", "https://example.org/a?X-Amz-Signature=***"),
        ("https://example.org/a?v=1;sig=secret%3D", "https://example.org/a?v=1;sig=***"),
        ("https://example.org/a?%74oken=secret#key=secret", "https://example.org/a?%74oken=***#key=***"),
        ("https://example.org/a?api_key=secret?token=secret", "https://example.org/a?api_key=***?token=***"),
        // Names that nobody can list, and no name at all.
        ("https://example.org/a?pw=secret&user=secret", "https://example.org/a?pw=***&user=***"),
        ("https://example.org/a?secret", "https://example.org/a?***"),
        ("https://example.org/a?c2VjcmV0==", "https://example.org/a?***"),
        ("https://example.org/a#secret", "https://example.org/a#***"),
        ("https://example.org/a;jsessionid=secret/b?raw", "https://example.org/a;jsessionid=***/b?raw"),
        // A URL in a URL, under whatever name.
        ("https://example.org/a?url=https://u:secret@h/", "https://example.org/a?url=***"),
        ("https://example.org/a?file=https%3A%2F%2Fu:secret%40h/", "https://example.org/a?file=***"),
        ("https://example.org/to/http://u:secret@h/x", "https://example.org/to/http://***@h/x"),
        // A letter that combines with the sign before it hides nothing.
        ("https://example.org/a?\u{301}secret", "https://example.org/a?***"),
    ])
    func masked(url: String, shown: String) {
        #expect(URLSecrets.masked(url) == shown && URLSecrets.areIn(url))
        #expect(!URLSecrets.areIn(shown))
    }

    @Test(arguments: [
        "https://example.org:8443/a@2x.csv", "https://[::1]:80/a", "file:///srv/a b.vot", "", "a.vot",
        "https://www.hepdata.net/record/ins2625676?format=json&version=2", "https://example.org/a?version=&raw",
        "https://zenodo.org/records/1/files/a.csv?download=1", "https://example.org/a?table=Table%201",
    ])
    func nothingToMask(url: String) { #expect(!URLSecrets.areIn(url)) }

    /// Whatever goes wrong, the secret is in no error.
    @Test func noErrorShowsASecret() throws {
        let server = try TestServer([
            "/gone?token=hunter2": [.status(404)], "/bad?token=hunter2": [.status(500)],
            "/cut?token=hunter2": [.announcing(100, body: [1])], "/open?token=hunter2": [.endless],
            "/on?token=hunter2": [.redirect(to: "ftp://ada:hunter2@example.org/?key=hunter2")],
            "/round?token=hunter2": [.redirect(to: "/round?token=hunter2")],
            "/coded?token=hunter2": [.ok([1], headers: ["Content-Encoding: gzip"])],
        ])
        var client = HTTPClient(version: "9.9")
        client.retries.retries = 0
        client.limits.bytesReceived = 1000
        let paths = ["/gone", "/bad", "/cut", "/open", "/on", "/round", "/coded"].map { server.base + $0 }
        let others = [
            "https://ada:hunter2@example.org/", "https://ada:hun/ter2@example.org/", "http://curves.invalid/",
            "https://curves.invalid/",
        ]
        let requests = (paths + others).map { FetchRequest(url: $0 + "?token=hunter2") }
        for (request, answer) in zip(requests, client.fetch(requests)) {
            guard case .failure(let error) = answer else {
                Issue.record("\(request): \(answer)")
                continue
            }
            #expect(!"\(error)".contains("hunter2") && !"\(error)".contains("ter2"), "\(error)")
        }
    }
}
