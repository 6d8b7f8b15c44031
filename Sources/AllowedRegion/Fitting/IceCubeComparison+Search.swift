import IceCubeFit
import Physics
import Scenarios
import Transport

// The search over all parameters, and what it is made with.

extension IceCubeComparison {
    /// For very many points of the kind that single ones are.
    func surveySolver(indices: ClosedRange<Double>) throws -> any TransportSolver {
        if let shape { return try spectrumSolver(shape.value) }
        return try pointChoice.scanSolver(SelfSimilarTable(narrow, indices: indices))
    }

    func spectrumSolver(_ spectrum: SpectrumFamily) throws(SourceSpectrumError) -> any SpectrumSolver {
        // Each line with width would be a solution on the grid, at every γ.
        try pointChoice == .grid
            ? pointChoice.scanSolver(narrow, spectrum: spectrum) : ResponseSolver(spectrum, narrow: narrow)
    }

    /// For the last steps to a minimum: on a grid that is not finer than need be.
    private func refiningSolver() throws -> any TransportSolver {
        try shape.map { try pointChoice.solver(narrow, spectrum: $0.value.at(universe.fractions), fineness: 1) }
            ?? solver
    }

    /// The search over the four parameters.
    func search(
        _ fit: IceCubeFit, _ request: FitRequest, _ restriction: CouplingRestriction, _ survey: any TransportSolver
    ) throws -> GlobalSearch {
        func other(_ solver: any TransportSolver) throws -> IceCubeFit {
            try IceCubeFit(
                dataSets: fit.dataSets, solver: solver, treatment: fit.treatment, precision: fit.precision)
        }
        return try GlobalSearch(
            fit, surveying: other(survey), refining: other(refiningSolver()), space: request.space,
            crossSection: crossSection, restriction: restriction)
    }
}
