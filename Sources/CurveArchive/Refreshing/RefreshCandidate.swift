import ConstraintKit
import CurveFormats

/// What a refresh decided about one curve.
struct RefreshJudgement {
    var outcome: RefreshOutcome
    /// The version that is to count from now on; nil where everything stays as it is.
    var accepted: AcceptedVersion?
}

/// A version that passed every check.
struct AcceptedVersion {
    var stem: String
    var url: String
    var bytes: [UInt8]
    var sha256: SHA256
    var validators: Validators
    /// False where the same bytes are there already and only the server's name for them is new.
    var mustBeWritten: Bool
}

/// A curve on its way through its sources.
struct RefreshCandidate {
    let source: CurveSource
    let current: CurrentVersion?
    private var tried = 0
    private var failures: [RefreshFailure] = []
    private var settled: RefreshJudgement?

    init(source: CurveSource, current: CurrentVersion?) {
        self.source = source
        self.current = current
    }

    /// The source to ask next; nil once there is a judgement.
    var nextURL: String? { settled == nil && tried < source.urls.count ? source.urls[tried] : nil }

    var nextRequest: FetchRequest? {
        nextURL.map { url in
            // Another source may give another meaning to the same validator.
            let locked = current?.locked.flatMap { $0.url == url ? $0 : nil }
            return FetchRequest(url: url, validators: locked?.validators)
        }
    }

    var judgement: RefreshJudgement {
        if let settled { return settled }
        let isNowhere = !failures.isEmpty && failures.allSatisfy(\.isNotFound)
        return .init(outcome: isNowhere ? .notFound(urls: source.urls) : .failed(failures))
    }

    /// Takes the answer to ``nextRequest``.
    mutating func take(
        _ answer: Result<FetchResponse, FetchError>, _ options: RefreshOptions, _ read: DocumentReader
    ) {
        guard let url = nextURL else { return }
        tried += 1
        switch answer {
        case .failure(let error): failures.append(.fetch(error))
        case .success(.notModified): settled = .init(outcome: .unchanged(url: url))
        case .success(.document(let document)):
            do throws(DocumentFault) {
                settled = try judge(document, from: url, options, read)
            } catch { failures.append(.document(url: url, error)) }
        }
    }

    private func judge(
        _ fetched: FetchedDocument, from url: String, _ options: RefreshOptions, _ read: DocumentReader
    ) throws(DocumentFault) -> RefreshJudgement {
        let sha256 = SHA256(of: fetched.bytes)
        var version = AcceptedVersion(
            stem: source.stem, url: url, bytes: fetched.bytes, sha256: sha256, validators: fetched.validators,
            mustBeWritten: true)
        if let current, current.sha256 == sha256 {
            // The same bytes as the bundled ones need no copy; a new validator of a refreshed one is worth keeping.
            version.mustBeWritten = false
            let isKnown = current.locked.map { $0.url == url && $0.validators == fetched.validators } ?? true
            return .init(outcome: .unchanged(url: url), accepted: isKnown ? nil : version)
        }
        let found = try interpret(fetched.bytes, stem: source.stem, read)
        let change = current.map { CurveChange(from: $0.document, to: found.document) }
        let refusals = change.map { options.plausibility.refusals(of: $0) } ?? []
        guard refusals.isEmpty || options.insists else {
            return .init(outcome: .refused(url: url, refusals, change))
        }
        return .init(outcome: .updated(url: url, change, warnings: found.warnings), accepted: version)
    }
}
