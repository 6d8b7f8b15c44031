import ConstraintKit

/// Where a curve may be fetched from.
public struct CurveSource: Sendable, Hashable {
    public let stem: String
    /// In order of preference: each is asked only if those before it failed.
    public let locations: [SourceLocation]
    /// Why there is none, where a catalogue says so.
    public let noneKnown: String?

    /// - Throws: ``RefreshError/notAStem(_:)``
    public init(
        stem: String, locations: [SourceLocation], noneKnown: String? = nil
    ) throws(RefreshError) {
        guard Card.isStem(stem) else { throw .notAStem(stem) }
        self.stem = stem
        self.locations = locations
        self.noneKnown = noneKnown
    }

    /// A curve whose sources all have it as a native document.
    /// - Throws: ``RefreshError/notAStem(_:)``
    public init(stem: String, urls: [String]) throws(RefreshError) {
        try self.init(stem: stem, locations: urls.map { SourceLocation(url: $0) })
    }
}

/// A web server or folder that has documents as `Constraints/` has them.
struct Mirror {
    private let base: String

    /// - Throws: ``RefreshError/mirror(_:_:)`` where the base is not a URL that `client` may fetch from.
    init(_ base: String, _ client: HTTPClient) throws(RefreshError) {
        do throws(URLProblem) {
            guard try !client.checkedAsNamed(base).hasQuery else { throw .baseWithQuery }
        } catch { throw .mirror(base, error) }
        var base = base
        while base.hasSuffix("/") { base.removeLast() }
        self.base = base
    }

    func location(of stem: String) -> SourceLocation { SourceLocation(url: "\(base)/\(stem).vot") }

    /// The stems that its catalogue names; none where it has no catalogue. The URLs in it are of no concern: they are
    /// not the user's choice.
    func stems(_ client: HTTPClient) throws(RefreshError) -> [String] {
        let url = "\(base)/\(SourceCatalogue.fileName)"
        let response: FetchResponse
        do { response = try client.fetch(FetchRequest(url: url)) } catch {
            // Whatever else is wrong with the mirror, its documents will tell.
            return []
        }
        guard case .document(let document) = response else { return [] }
        do { return try SourceCatalogue(yaml: document.bytes).entries.keys.sorted() } catch {
            throw .catalogue(.contents(path: url, error))
        }
    }
}
