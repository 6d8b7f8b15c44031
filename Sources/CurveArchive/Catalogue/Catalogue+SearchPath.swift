extension Catalogue {
    /// The documents on the search path that can't be used, each a ``CatalogueProblem/document(stem:_:_:)``, but for those
    /// that stand in place of one of the program's or the user's own: that one would count without anyone having asked.
    ///
    /// - Parameter paths: those that the catalogue was made from.
    public func unusableOnSearchPath(_ paths: ArchivePaths) -> [CatalogueProblem] {
        stems.compactMap { stem -> CatalogueProblem? in
            let isOnSearchPath = origins(of: stem).allSatisfy { origin in
                if case .user(let path) = origin { !paths.isOwn(path) } else { false }
            }
            guard isOnSearchPath else { return nil }
            do throws(CatalogueError) {
                _ = try entry(for: stem)
                return nil
            } catch {
                guard case .unusable(let stem, let origin, let fault) = error else { return nil }
                return .document(stem: stem, origin, fault)
            }
        }
    }
}
