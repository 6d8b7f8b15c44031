import Physics

extension TabulatedFluxes {
    func joined(with all: [any ProjectedFluxes]) -> (any ProjectedFluxes)? { TabulatedFluxesAtIndices(all) }
}

/// A table at several spectral indices for certain bins: where it is read does not depend on the index.
final class TabulatedFluxesAtIndices: ProjectedFluxes {
    private let parts: [TabulatedFluxes]
    let count: Int

    /// - Returns: nil unless all are of one table.
    init?(_ parts: [any ProjectedFluxes]) {
        let tabulated = parts.compactMap { $0 as? TabulatedFluxes }
        guard tabulated.count == parts.count, tabulated.count > 1 else { return nil }
        self.parts = tabulated
        count = tabulated.reduce(0) { $0 + $1.count }
    }

    func fill(_ fluxes: UnsafeMutableBufferPointer<Double>, _ mediator: Mediator) throws(TransportError) {
        guard parts[0].isTabulated(mediator) else {
            return try ProjectedOneByOne(parts: parts).fill(fluxes, mediator)
        }
        parts[0].withPlaces(mediator) { places in
            var start = 0
            for part in parts {
                part.read(.init(rebasing: fluxes[start..<start + part.count]), places)
                start += part.count
            }
        }
    }
}
