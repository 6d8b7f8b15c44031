import TestServers
import Testing

@testable import CurveArchive

/// Text that breaks off in the middle is as well-formed as the whole: whether a body is whole, its bytes have to tell.
@Suite struct WholeBodyTests {
    private let body = Array("curve data\n".utf8)
    private let zipped: [UInt8]
    private let client: HTTPClient

    init() {
        zipped = gzipped(body)
        var client = HTTPClient(version: "9.9")
        client.retries.retries = 0
        self.client = client
    }

    private func answer(_ reply: Reply) throws -> Result<[UInt8], FetchError> {
        let server = try TestServer(["/a": [reply]])
        return client.fetch([.init(url: server.base + "/a")])[0].map { response in
            if case .document(let document) = response { document.bytes } else { [] }
        }
    }

    private func fault(_ reply: Reply) throws -> BodyFault? {
        guard case .failure(.body(_, let fault)) = try answer(reply) else { return nil }
        return fault
    }

    private func coded(_ body: [UInt8], as coding: String = "gzip") -> Reply {
        .ok(body, headers: ["Content-Encoding: \(coding)"])
    }

    private func bare(_ head: String, _ body: [UInt8]) -> Reply {
        .bytes(Array("HTTP/1.1 200 OK\r\n\(head)\r\n".utf8) + body)
    }

    @Test func gzipEndsWhereItSaysItDoes() throws {
        #expect(try answer(coded(zipped)) == .success(body))
        #expect(try answer(coded(zipped, as: "X-GZIP")) == .success(body))
        #expect(try answer(coded(zipped + zipped)) == .success(body + body))
        // Cut at every place: in the head, in the data, in the sum and length at the end.
        for count in 0..<zipped.count { #expect(try fault(coded(Array(zipped.prefix(count)))) != nil, "\(count)") }
        #expect(try fault(coded(Array(zipped.dropLast()))) == .truncated)
        #expect(try fault(coded(zipped + [0])) == .trailingBytes)
        var wrong = zipped
        wrong[zipped.count - 6] ^= 1
        #expect(try fault(coded(wrong)) == .corrupt)
    }

    @Test func otherCodingsAreRefused() throws {
        for coding in ["x-secret", "br", "deflate", "gzip, gzip"] {
            #expect(try fault(coded(zipped, as: coding)) == .coding(coding))
        }
        #expect(try answer(coded(body, as: "identity")) == .success(body))
    }

    @Test func aBodyWithoutAnEndIsRefused() throws {
        #expect(try fault(bare("", body)) == .noEnd)
        #expect(try fault(bare("Content-Encoding: identity\r\n", body)) == .noEnd)
        #expect(try answer(bare("Content-Encoding: gzip\r\n", zipped)) == .success(body))
        #expect(try fault(bare("Content-Encoding: gzip\r\n", zipped.dropLast())) == .truncated)
        let pieces = Array("B\r\n".utf8) + body + Array("\r\n".utf8)
        let head = "Transfer-Encoding: chunked\r\n"
        #expect(try answer(bare(head, pieces + Array("0\r\n\r\n".utf8))) == .success(body))
        // The last piece, which is empty, did not come.
        guard case .failure(.transport(_, 18, _, _)) = try answer(bare(head, pieces)) else {
            Issue.record("the connection was closed before the end")
            return
        }
    }
}
