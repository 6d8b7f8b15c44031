import Physics
import RealModule

/// Certain bins for every spectrum of a family whose numbers have ranges, by narrow lines.
///
/// Transport is linear in the sources: what a mediator makes of each bump of theirs is read once, and each spectrum is a product with
/// the heights of its bumps.
public final class FamilyFluxes: Sendable {
    /// What one mediator makes of the sources.
    public struct Reading {
        /// Bin after bin, bump after bump.
        let changes: UnsafePointer<Double>
        /// ln E_1st [GeV]; nil: there is no mediator.
        let highest: Double?
    }

    /// One spectrum at all γ.
    public struct Spectrum {
        let family: SpectrumFamily
        let free: UnsafePointer<Double>
    }

    public let family: SpectrumFamily
    /// The γ that may be asked for.
    public let indices: ClosedRange<Double>
    /// How many bins there are.
    public let count: Int
    private let wanted: [ProjectedBin]
    private let shares: [Double]
    private let free: FamilyFree
    private let totals: SourceTotals
    private let exact: ShapedSolver
    /// nil: each mediator is computed by itself.
    private let table: ResponseBins?
    private let bumps: BumpSpectra

    init(
        _ family: SpectrumFamily, _ wanted: [ProjectedBin], along indices: ClosedRange<Double>, _ exact: ShapedSolver,
        table: SourceResponse?
    ) {
        let geometry = exact.narrow.geometry
        let (totals, setting) = (geometry.families.totals(geometry), exact.narrow.setting)
        let bins = wanted.map(\.bin)
        free = geometry.families.free(family, bins, along: indices) {
            FamilyFree(
                family, binCount: bins.count, along: indices,
                areAtOneRedshift: setting.evolution == .point || setting.maximumRedshift < 0.5
            ) { there, gamma in
                let sources = ShapedSources(there.spectrum(index: gamma).emitted(totals.logarithm), geometry)
                return bins.map(sources.freeIntegral)
            }
        }
        shares = wanted.map { ($0.weights * geometry.freeStates).sum() }
        (self.family, self.wanted, self.exact, self.totals) = (family, wanted, exact, totals)
        self.table = table?.bins(wanted)
        bumps = BumpSpectra(exact.narrow)
        (self.indices, count) = (indices, wanted.count)
    }

    /// Whether the lines of a mediator are narrow enough at all of some γ.
    public func isNarrow(_ mediator: Mediator, indices: [Double]) -> Bool {
        exact.share(mediator, indices: indices) == 0
    }

    /// The numbers that a reading takes.
    public var readingSize: Int { count * bumps.basis.count }
    /// Those that a spectrum takes.
    public var spectrumSize: Int { free.size }

    /// Reads a mediator.
    /// - Parameters:
    ///   - mediator: nil: no interaction.
    ///   - memory: for ``readingSize`` numbers, as long as the reading is used.
    public func reading(_ mediator: Mediator?, in memory: UnsafeMutablePointer<Double>) -> Reading {
        guard let mediator, bumps.geometry.lines.count > 0 else { return Reading(changes: memory, highest: nil) }
        let highest = bumps.geometry.logarithmOfHighestLine(mediator)
        if let table, table.isTabulated(mediator) {
            table.read(memory, mediator)
        } else {
            readDirectly(memory, mediator, highest: highest - Double.log(FreeFlux.pivot))
        }
        return Reading(changes: memory, highest: highest)
    }

    private func readDirectly(_ changes: UnsafeMutablePointer<Double>, _ mediator: Mediator, highest: Double) {
        for bump in 0..<bumps.basis.count {
            let spectrum = bumps[bump]
            spectrum.withRates(mediator) { rates in
                for bin in 0..<count {
                    let change = spectrum.changeIntegral(
                        rates, from: highest - Double.log(wanted[bin].bin.upper / FreeFlux.pivot),
                        to: highest - Double.log(wanted[bin].bin.lower / FreeFlux.pivot), highest: highest, weight: 1)
                    changes[bin * bumps.basis.count + bump] =
                        (wanted[bin].weights * SIMD3(change.x, change.y, change.z)).sum()
                        * (FreeFlux.unit * FreeFlux.pivot)
                }
            }
        }
    }

    /// The spectrum at fractions of the ranges.
    /// - Parameter memory: for ``spectrumSize`` numbers, as long as the spectrum is used.
    public func spectrum(at fractions: [Double], in memory: UnsafeMutablePointer<Double>) -> Spectrum {
        free.write(memory, at: fractions)
        return Spectrum(family: family.at(fractions), free: memory)
    }

    /// Writes Σ_i w_i ∫Φ_i dE of each bin without interaction at A = 1 [cm⁻² s⁻¹ sr⁻¹], above zero.
    public func fillFree(_ fluxes: UnsafeMutablePointer<Double>, of spectrum: Spectrum, index gamma: Double) {
        free.fill(fluxes, at: spectrum.free, index: gamma)
        for bin in 0..<count { fluxes[bin] = max(fluxes[bin] * shares[bin], .leastNormalMagnitude) }
    }

    /// Writes the same with a mediator.
    /// - Parameters:
    ///   - free: what there is without.
    ///   - gamma: γ.
    public func fill(
        _ fluxes: UnsafeMutablePointer<Double>, of spectrum: Spectrum, _ reading: Reading,
        free: UnsafePointer<Double>, index gamma: Double
    ) {
        guard let highest = reading.highest else { return fluxes.update(from: free, count: count) }
        let emitted = spectrum.family.spectrum(index: gamma).emitted(totals.logarithm)
        let usable = TransportSetting.indices
        let hardest = min(max(emitted.referenceIndex, usable.lowerBound), usable.upperBound)
        let unit = Double.exp(totals.logarithm(index: SourceResponse.index) - totals.logarithm(index: hardest))
        let (basis, pivot) = (bumps.basis, Double.log(FreeFlux.pivot))
        withUnsafeTemporaryAllocation(of: Double.self, capacity: basis.count) { memory in
            guard let heights = memory.baseAddress else { return }
            basis.fill(heights) { emitted.relative(to: SourceResponse.index, logarithms: highest - pivot + $0) }
            for bin in 0..<count {
                let change = unit * basis.product(reading.changes + bin * basis.count, heights)
                // A spectrum between its bumps may take away a little more than there is.
                fluxes[bin] = max(free[bin] + change, 0)
            }
        }
    }
}

extension ShapedSolver {
    /// Certain bins for every spectrum of a family with ranges, each mediator computed by itself.
    public func fluxes(
        of family: SpectrumFamily, _ bins: [ProjectedBin], along indices: ClosedRange<Double>
    ) -> FamilyFluxes {
        FamilyFluxes(family, bins, along: indices, self, table: nil)
    }
}
