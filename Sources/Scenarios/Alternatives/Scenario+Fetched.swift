extension Scenario {
    /// Adds to the bounds those of ``whenFetched`` that are at hand. Of the others nothing is said here: they are missing.
    ///
    /// - Parameter stems: of the documents at hand.
    public mutating func takeFetched(among stems: some Sequence<String>) {
        let here = Set(stems)
        let named = Set(self.stems)
        bounds += whenFetched.filter { here.contains($0) && !named.contains($0) }
    }
}
