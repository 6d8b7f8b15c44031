import Assessment
import ConstraintKit

/// Many points by the union of the bounds, from tables.
struct TabulatedAnswers: PointAnswers, @unchecked Sendable {
    private let bounds: PreparedBounds
    private let fits: PointFits?
    private let masses: UnsafeBufferPointer<Double>
    private let couplings: UnsafeBufferPointer<Double>
    private let spectra: PointSpectra

    init(
        _ bounds: PreparedBounds, _ fits: PointFits?, _ masses: UnsafeBufferPointer<Double>,
        _ couplings: UnsafeBufferPointer<Double>, _ spectra: PointSpectra
    ) {
        (self.bounds, self.fits, self.masses, self.couplings) = (bounds, fits, masses, couplings)
        self.spectra = spectra
    }

    func write(_ range: Range<Int>, to places: PointPlaces) -> [PointColumns.Failure] {
        bounds.answer(range, masses: masses, couplings: couplings) { places.write($1, at: $0) }
        guard let fits else {
            for place in range { places.fits.clear(place) }
            return []
        }
        var failures: [PointColumns.Failure] = []
        for place in range {
            guard places.standing[place] != .invalid else {
                places.fits.clear(place)
                continue
            }
            do {
                let (mass, coupling) = (try Mass(inMeV: masses[place]), try Coupling(couplings[place]))
                try fits.fit(
                    mass: mass, coupling: coupling, amplitude: spectra.amplitudes?[place],
                    gamma: spectra.gammas?[place], into: places.fits, at: place)
            } catch {
                places.fits.clear(place)
                failures.append(.init(point: place, error: error))
            }
        }
        return failures
    }
}
