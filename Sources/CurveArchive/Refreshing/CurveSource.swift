import ConstraintKit

/// Where a curve may be fetched from.
public struct CurveSource: Sendable, Hashable {
    public let stem: String
    /// In order of preference: each is tried only if those before it failed.
    public let urls: [String]

    /// - Throws: ``RefreshError/notAStem(_:)``
    public init(stem: String, urls: [String]) throws(RefreshError) {
        guard Card.isStem(stem) else { throw .notAStem(stem) }
        self.stem = stem
        self.urls = urls
    }

    /// Sources at a mirror: `<base>/<stem>.vot`, as in `Constraints/` itself.
    ///
    /// - Throws: ``RefreshError/mirror(_:_:)`` where the base is not a URL that `client` may fetch from.
    public static func sources(
        for stems: [String], mirror base: String, client: HTTPClient
    ) throws(RefreshError) -> [CurveSource] {
        do throws(URLProblem) {
            guard try !client.checked(base).hasQuery else { throw .baseWithQuery }
        } catch { throw .mirror(base, error) }
        var base = base
        while base.hasSuffix("/") { base.removeLast() }
        var sources: [CurveSource] = []
        for stem in stems { sources.append(try .init(stem: stem, urls: ["\(base)/\(stem).vot"])) }
        return sources
    }
}
