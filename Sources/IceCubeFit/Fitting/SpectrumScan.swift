import NumericalMethods
import Physics
import Transport

/// A fit made ready for very many mediators over the numbers of a spectrum that have ranges, with amplitude and index each fixed or
/// profiled; by narrow lines.
///
/// What a mediator makes of the sources is read once. At each place of the ranges the spectra at a few Chebyshev points in γ are
/// products with it, and the best γ and A are found as in ``FitScan``.
///
/// A value without state: threads may share it.
public struct SpectrumScan: Sendable {
    private let fluxes: FamilyFluxes
    private let points: [FitPoint]
    private let chiSquare: ChiSquare
    /// Where γ is profiled.
    private let interpolation: ChebyshevNodes
    private let minimiser: BrentMinimiser

    /// What fits a mediator best.
    public struct Best: Sendable {
        /// Fractions of the ranges.
        public let fractions: [Double]
        public let fit: Fit

        public init(fractions: [Double], fit: Fit) { (self.fractions, self.fit) = (fractions, fit) }
    }

    /// - Parameter fluxes: of the family, in the bins of the fit: ``IceCubeFit/fluxes(of:_:along:)``.
    public init(_ fit: IceCubeFit, _ fluxes: FamilyFluxes) {
        let precision = fit.precision
        self.fluxes = fluxes
        (points, chiSquare) = (fit.segmentPoints, ChiSquare(points: fit.terms))
        interpolation = ChebyshevNodes(range: precision.indexRange, count: precision.indexNodes)
        minimiser = BrentMinimiser(tolerance: precision.indexTolerance)
    }

    /// Whether the lines of a mediator are narrow enough for what is said of it.
    /// - Parameter gamma: γ; nil: profiled.
    public func takes(_ mediator: Mediator, gamma: Double?) -> Bool {
        fluxes.isNarrow(mediator, indices: gamma.map { [$0] } ?? interpolation.nodes)
    }

    /// The best fit for a mediator over what is not given.
    /// - Parameter mediator: nil: no interaction.
    /// - Throws: ``FitError``
    public func best(_ mediator: Mediator?, _ given: FitGiven) throws(FitError) -> Best {
        try FitScan.check(given.amplitude)
        let nodes = given.gamma.map { [$0] } ?? interpolation.nodes
        if let gamma = nodes.first(where: { !fluxes.indices.contains($0) }) { throw .unusableIndex(gamma) }
        guard let box = SpectrumBox(fluxes.family, given: given.fractions) else { throw .nothingAllowed }
        let likelihood = AmplitudeFit(chiSquare: chiSquare, amplitude: given.amplitude)
        var result: Result<Best, FitError> = .failure(.nothingAllowed)
        let (readingSize, placeSize, rows) = (fluxes.readingSize, fluxes.spectrumSize, nodes.count * points.count)
        let valley = IndexValley<FreeOfSpectrum>.size(nodes: nodes.count, points: points.count)
        withUnsafeTemporaryAllocation(
            of: Double.self, capacity: readingSize + placeSize + 2 * rows + valley
        ) { memory in
            guard let first = memory.baseAddress else { return }
            memory.initialize(repeating: 0)
            let place = first + readingSize
            let room = Room(
                reading: fluxes.reading(mediator, in: first), place: place, rows: place + placeSize, rowCount: rows)
            do throws(FitError) {
                let least = try box.minimum { place throws(FitError) in try fit(likelihood, nodes, at: place, room).chi2
                }
                result = .success(Best(fractions: least, fit: try fit(likelihood, nodes, at: least, room)))
            } catch { result = .failure(error) }
        }
        return try result.get()
    }

    /// Where a mediator is worked on.
    private struct Room {
        let reading: FamilyFluxes.Reading
        /// A spectrum.
        let place: UnsafeMutablePointer<Double>
        /// N_th of each point at A = 1, node after node, the same without interaction, and what a valley takes.
        let rows: UnsafeMutablePointer<Double>
        let rowCount: Int
    }

    private func fit(
        _ likelihood: AmplitudeFit, _ nodes: [Double], at place: [Double], _ room: Room
    ) throws(FitError) -> Fit {
        let spectrum = fluxes.spectrum(at: place, in: room.place)
        let (predictions, free) = (room.rows, room.rows + room.rowCount)
        for (number, gamma) in nodes.enumerated() {
            let row = number * points.count
            fluxes.fillFree(free + row, of: spectrum, index: gamma)
            fluxes.fill(predictions + row, of: spectrum, room.reading, free: free + row, index: gamma)
        }
        for number in 0..<room.rowCount where !(predictions[number] < .infinity) {
            throw points[number % points.count].unusable(predictions[number])
        }
        guard nodes.count > 1 else {
            return likelihood.fit(UnsafeBufferPointer(start: predictions, count: points.count), gamma: nodes[0])
        }
        var valley = IndexValley(
            likelihood, minimiser, interpolation, predictions: predictions, freeAtNodes: free,
            FreeOfSpectrum(fluxes: fluxes, spectrum: spectrum), memory: free + room.rowCount)
        return valley.lowestPoint()
    }
}

private struct FreeOfSpectrum: FreePredictions {
    let fluxes: FamilyFluxes
    let spectrum: FamilyFluxes.Spectrum

    func fillFree(_ predictions: UnsafeMutablePointer<Double>, index gamma: Double) {
        fluxes.fillFree(predictions, of: spectrum, index: gamma)
    }
}

extension IceCubeFit {
    /// What the fit asks of every spectrum of a family.
    /// - Parameter indices: the γ that may be asked for.
    public func fluxes(
        of family: SpectrumFamily, _ solver: some SpectrumSolver, along indices: ClosedRange<Double>
    ) -> FamilyFluxes {
        solver.fluxes(of: family, segmentPoints.map { $0.projected(solver.setting) }, along: indices)
    }
}
