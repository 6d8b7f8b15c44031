import NumericalMethods
import Synchronization

/// What arrives without interaction of families of spectra, as it was asked for last: it depends on the sources alone, and a fit with a Z′
/// asks for what one without has asked, and a universe for what another with the same sources has.
final class FamilyMemo: Sendable {
    private struct Key: Equatable {
        let family: SpectrumFamily
        let bins: [EnergyBin]
        let indices: ClosedRange<Double>
    }

    private struct Known {
        /// The last is the youngest.
        var free: [(key: Key, free: Later<FamilyFree>)] = []
        var totals: SourceTotals?
    }

    /// Some megabytes each where two numbers have wide ranges.
    private static let capacity = 4
    private let known = Mutex(Known())

    /// What is asked for the first time is worked out while others ask for something else.
    func free(
        _ family: SpectrumFamily, _ bins: [EnergyBin], along indices: ClosedRange<Double>,
        _ make: @escaping @Sendable () -> FamilyFree
    ) -> FamilyFree {
        let key = Key(family: family, bins: bins, indices: indices)
        let found = known.withLock { known in
            if let found = known.free.first(where: { $0.key == key }) { return found.free }
            let free = Later(make)
            if known.free.count == Self.capacity { known.free.removeFirst() }
            known.free.append((key, free))
            return free
        }
        return found.value
    }

    func totals(_ geometry: LineGeometry) -> SourceTotals {
        known.withLock { known in
            if let totals = known.totals { return totals }
            let totals = SourceTotals(geometry)
            known.totals = totals
            return totals
        }
    }
}
