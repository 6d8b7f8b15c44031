import AllowedRegion

extension ConditionNotes {
    /// Of a map those decide that say something somewhere in it.
    init(_ map: RegionMap) {
        let bounds = map.bounds.map(\.bound)
        let silent = Set(SilentBounds(map).records.map(\.stem))
        let speaking = bounds.filter { $0.role == .decides && !silent.contains($0.card.stem) }
        self.init(bounds, deciding: map.scenario.combination == .union ? speaking : [])
    }
}
