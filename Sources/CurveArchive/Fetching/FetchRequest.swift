/// What to fetch, and the version that is already here.
public struct FetchRequest: Sendable, Hashable {
    public var url: String
    /// Of the version at hand: the server may then answer that nothing has changed.
    public var validators: Validators?

    public init(url: String, validators: Validators? = nil) {
        self.url = url
        self.validators = validators
    }
}

/// What a server calls a version of a document.
public struct Validators: Sendable, Hashable {
    public let etag: String?
    public let lastModified: String?

    /// What could not be sent back in a header (control characters, undue length) is dropped.
    public init(etag: String? = nil, lastModified: String? = nil) {
        func isSendable(_ text: String) -> Bool {
            !text.isEmpty && text.utf8.count <= 512 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
        self.etag = etag.flatMap { isSendable($0) ? $0 : nil }
        self.lastModified = lastModified.flatMap { isSendable($0) ? $0 : nil }
    }

    /// The headers of a conditional request.
    var headers: [String] {
        [etag.map { "If-None-Match: \($0)" }, lastModified.map { "If-Modified-Since: \($0)" }].compactMap { $0 }
    }
}

/// How far a request has got.
public enum FetchState: Sendable, Hashable {
    /// A transfer is at work; so many bytes of the document are there.
    case receiving(bytes: Int)
    /// The last attempt failed, and another follows after a pause.
    case waiting(Duration)
    /// Its answer stands.
    case settled
}

/// A server's answer.
public enum FetchResponse: Sendable, Hashable {
    case document(FetchedDocument)
    /// The version at hand is still the one.
    case notModified
}

/// A document from the network; nothing in it has been checked yet.
public struct FetchedDocument: Sendable, Hashable {
    public var bytes: [UInt8]
    /// Where it lay in the end, after redirections.
    public var finalURL: String
    public var validators: Validators
}
