import VOTable

/// A body as it came over the wire.
struct ReceivedBody {
    var bytes: [UInt8]
    /// What its header says it is compressed by; empty for nothing.
    var coding: String
    /// Whether its length was announced, or its end is marked.
    var hasEnd: Bool

    /// What it holds, where that is whole: text that breaks off in the middle is as well-formed as the whole.
    /// - Parameters:
    ///   - limit: greatest size of what it holds [bytes].
    ///   - url: for people.
    func decoded(limit: Int, url: String) throws(FetchError) -> [UInt8] {
        guard isCoded else {
            guard hasEnd else { throw .body(url: url, .noEnd) }
            guard bytes.count <= limit else { throw .limit(url: url, .bytesDecoded(limit)) }
            return bytes
        }
        guard ["gzip", "x-gzip"].contains(coding) else { throw .body(url: url, .coding(coding)) }
        // Gzip data mark their own end.
        do throws(VOTableError) { return try Gzip.inflated(bytes, limit: limit) } catch {
            switch error {
            case .tooLarge: throw .limit(url: url, .bytesDecoded(limit))
            case .badCompression(.truncated): throw .body(url: url, .truncated)
            case .badCompression(.trailingBytes): throw .body(url: url, .trailingBytes)
            default: throw .body(url: url, .corrupt)
            }
        }
    }

    private var isCoded: Bool { !coding.isEmpty && coding != "identity" }
}
