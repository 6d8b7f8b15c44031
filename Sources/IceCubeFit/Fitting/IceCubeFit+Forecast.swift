import Physics

extension IceCubeFit {
    /// The same fit to the data that a larger exposure should bring if a model is true: Asimov's data.
    ///
    /// Every segment is measured to be what the model predicts in it, with the errors of today divided by the root of the
    /// exposure. A segment that is a limit today becomes a flux whose error is the limit over that root, as if it had been
    /// a measurement 0 ± UL. So χ² of the model itself is 0, and χ² of another one is the median Δχ² of an experiment.
    ///
    /// - Parameters:
    ///   - mediator: of the model; nil: no interaction.
    ///   - amplitude: A of the model, zero or above.
    ///   - gamma: γ of the model.
    ///   - exposure: in units of today's, 8 for eight times the data, within ``usableExposures``.
    /// - Throws: ``FitError``
    public func forecast(
        _ mediator: Mediator?, amplitude: Double, gamma: Double, exposure: Double
    ) throws(FitError) -> IceCubeFit {
        try Self.expectUsable(exposure: exposure)
        var predicted = try segments(mediator, amplitude: amplitude, gamma: gamma).map(\.predictedFlux)[...]
        var forecasts: [DataSet] = []
        for dataSet in dataSets {
            let own = dataSet.defaultSegments
            forecasts.append(
                try Self.forecast(dataSet, fluxes: predicted.prefix(own.count), shrinking: exposure.squareRoot()))
            predicted = predicted.dropFirst(own.count)
        }
        return try IceCubeFit(dataSets: forecasts, solver: solver, treatment: treatment, precision: precision)
    }

    /// Exposures that can be asked for, in units of today's. IceCube-Gen2 is to have eight times IceCube's.
    public static let usableExposures = 1e-3...1e6

    /// For those who have to search for the model first.
    /// - Throws: ``FitError/unusableExposure(_:)`` of an exposure that no forecast can be made for.
    public static func expectUsable(exposure: Double) throws(FitError) {
        guard usableExposures.contains(exposure) else { throw .unusableExposure(exposure) }
    }

    private static func forecast(
        _ dataSet: DataSet, fluxes: ArraySlice<Double>, shrinking factor: Double
    ) throws(FitError) -> DataSet {
        do throws(DataSetError) {
            var segments: [Segment] = []
            for (number, (segment, flux)) in zip(1..., zip(dataSet.defaultSegments, fluxes)) {
                do throws(SegmentError) {
                    segments.append(try segment.forecast(flux: flux, shrinking: factor))
                } catch {
                    throw .unusableSegment(stem: dataSet.stem, row: number, reason: error)
                }
            }
            return try DataSet(
                stem: dataSet.stem, title: dataSet.title, summary: dataSet.summary, channel: dataSet.channel,
                segments: segments, limitConfidenceLevel: dataSet.limitConfidenceLevel, method: .computed,
                methodNote: "forecast", isProvisional: dataSet.isProvisional, references: dataSet.references)
        } catch {
            throw .unusableForecast(error)
        }
    }
}

extension Segment {
    fileprivate func forecast(flux: Double, shrinking factor: Double) throws(SegmentError) -> Segment {
        let (minus, plus) =
            switch measurement {
            case .flux(_, let minus, let plus): (minus, plus)
            case .upperLimit(let limit): (limit, limit)
            }
        return try Segment(
            lowerEdge: lowerEdge, upperEdge: upperEdge,
            measurement: .flux(flux, minus: minus / factor, plus: plus / factor))
    }
}
