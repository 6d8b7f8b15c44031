import IceCubeFit
import Physics
import Scenarios
import Transport

extension IceCubeComparison {
    /// The γ that the transport and the spectrum of the sources have.
    var indices: ClosedRange<Double> {
        TransportSetting.indices.clamped(to: shape?.value.indices ?? TransportSetting.indices)
    }

    /// The fit over the ranges of the spectrum, nil where there are none.
    /// - Parameter ownIndices: where points have a γ of their own, those that there may be.
    func rangedFits(ownIndices: ClosedRange<Double>?) throws -> RangedFits? {
        guard universe.box != nil, let shape else { return nil }
        if ownIndices != nil, !hasIndex { throw FitRequestError.noIndex(spectrum: shape.text) }
        let indices = ownIndices?.clamped(to: self.indices) ?? gamma.map { $0...$0 } ?? fit.precision.indexRange
        return RangedFits(universe, try pointChoice.scanSolver(narrow, spectrum: shape.value), along: indices)
    }

    /// The fit with narrow lines from a table, at an index or over a range of them. There is none for the grid.
    func tabulatedFit(_ indices: ClosedRange<Double>) throws -> IceCubeFit {
        guard pointChoice != .grid else { return fit }
        let solver: any TransportSolver
        if let shape {
            solver = try pointChoice.scanSolver(narrow, spectrum: shape.value)
        } else {
            let table =
                try indices.lowerBound < indices.upperBound
                ? SelfSimilarTable(narrow, indices: indices) : SelfSimilarTable(narrow, index: indices.lowerBound)
            solver =
                pointChoice == .narrowLine ? table : try AutomaticSolver(narrow: table, precision: narrow.precision)
        }
        return try IceCubeFit(
            dataSets: fit.dataSets, solver: solver, treatment: fit.treatment, precision: fit.precision)
    }
}
