import ConstraintKit

/// A web server or folder that has documents as `Constraints/` has them.
struct Mirror {
    private let base: String

    /// - Throws: ``RefreshError/mirror(_:_:)`` where the base is not a URL that `client` may fetch from.
    init(_ base: String, _ client: HTTPClient) throws(RefreshError) {
        do throws(URLProblem) {
            guard try !client.checkedAsNamed(base).hasQuery else { throw .baseWithQuery }
        } catch { throw .mirror(URLSecrets.masked(base), error) }
        var base = base
        while base.hasSuffix("/") { base.removeLast() }
        self.base = base
    }

    func address(of stem: String) -> CurveAddress { CurveAddress(url: "\(base)/\(stem).vot") }

    /// The stems that its catalogue names; none where it has no catalogue. The URLs in it are of no concern: they are
    /// not the user's choice.
    func stems(_ client: HTTPClient) throws(RefreshError) -> [String] {
        let url = "\(base)/\(AddressBook.fileName)"
        let response: FetchResponse
        do { response = try client.fetch(FetchRequest(url: url)) } catch {
            // Whatever else is wrong with the mirror, its documents will tell.
            return []
        }
        guard case .document(let document) = response else { return [] }
        do { return try AddressBook(yaml: document.bytes).entries.keys.sorted() } catch {
            throw .catalogue(.contents(path: url, error))
        }
    }
}
