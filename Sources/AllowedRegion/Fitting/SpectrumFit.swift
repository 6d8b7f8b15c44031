import IceCubeFit
import NumericalMethods
import Physics
import Transport

/// A search over all four parameters and the numbers of the spectrum that have ranges.
///
/// On a lattice in these numbers the four are searched as for any spectrum; χ² at the best points is then followed between its places.
/// One table serves all spectra.
struct SpectrumFit {
    let comparison: IceCubeComparison
    let request: FitRequest
    let restriction: CouplingRestriction
    let survey: any SpectrumSolver
    let box: SpectrumBox

    /// What was found.
    struct Found {
        /// The search at each place of the lattice.
        var lattice: [GlobalFit]
        /// Where the numbers stand at the best point, as fractions of their ranges, and without a Z′.
        var best: [Double]
        var free: [Double]
        /// The best fit without a Z′.
        var withoutMediator: Fit
    }

    /// How near the numbers have to be known, as a part of their ranges: χ² changes by the square.
    private static let tolerance = 1e-3

    /// - Throws: ``FitError``, ``SourceSpectrumError``
    func run(progress: @Sendable (Double) -> Void, shouldStop: @Sendable () -> Bool) throws -> Found {
        var search = box.search
        search.tolerance = Self.tolerance
        let places = search.places
        var lattice: [GlobalFit] = []
        for (number, place) in places.enumerated() {
            lattice.append(
                try self.search(at: place).run(
                    profiles: request.profiles, planes: request.planes,
                    progress: { progress((Double(number) + $0) / Double(places.count)) }, shouldStop: shouldStop))
        }
        let bests = lattice.map(\.best)
        let best = try search.minimum(from: bests.map(\.chi2)) { place in
            if shouldStop() { throw FitError.stopped }
            let near = bests[Self.nearest(to: place, among: places)]
            return try self.search(at: place).minimum(near: near)?.chi2 ?? .infinity
        }
        let free = try search.minimum(from: lattice.map(\.withoutMediator.chi2)) { place in
            try self.search(at: place).fitWithoutMediator().chi2
        }
        return Found(
            lattice: lattice, best: best.x, free: free.x,
            withoutMediator: try self.search(at: free.x).fitWithoutMediator())
    }

    /// By the fast solver alone.
    private func search(at place: [Double]) throws -> GlobalSearch {
        let fit = try comparison.fit.with(survey.with(box.family.at(place)))
        return try GlobalSearch(
            fit, space: request.space, crossSection: comparison.crossSection, restriction: restriction)
    }

    private static func nearest(to place: [Double], among places: [[Double]]) -> Int {
        func distance(_ other: [Double]) -> Double {
            zip(place, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        return places.indices.min { distance(places[$0]) < distance(places[$1]) } ?? 0
    }
}
