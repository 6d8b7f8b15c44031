import AllowedRegion
import ArgumentParser
import Assessment
import ConstraintKit
import CurveArchive
import Foundation
import IceCubeFit
import PluginLoading
import Scenarios

/// What every answer about the plane is made from: the documents at hand and the bounds linked in.
package struct Ingredients: Sendable {
    package let paths: ArchivePaths
    package let catalogue: Catalogue
    package private(set) var linkedBounds: LinkedBounds

    /// - Parameters:
    ///   - options: what of the user's own takes part; nil: plugins do not.
    ///   - program: whose child runs plugins, for a library; nil: this one.
    package init(_ options: PlaceOptions?, program: String? = nil) throws {
        let paths = options?.paths() ?? ArchivePaths.ofProcess
        let own = try Catalogue.ofUser(paths, options)
        let plugins = try options.flatMap { try $0.plugins(beside: own, paths, program: program) }
        self.paths = paths
        let all = options == nil ? own : try own.completed(by: plugins) { Console.warn($0) }
        catalogue = try all.withoutUnusable(onSearchPathOf: paths, options)
        linkedBounds = try LinkedBounds(plugins: plugins)
    }

    /// Lets a bound that was given answer for the document of a stem.
    mutating func serve(_ stem: String, by bound: any CouplingBound) {
        linkedBounds = linkedBounds.serving(stem, by: bound)
    }

    /// The bounds that the options ask for.
    package func boundSet(_ options: ScenarioOptions) throws -> BoundSet {
        try boundSet(of: request(options))
    }

    /// What the options ask for.
    package func request(_ options: ScenarioOptions) throws -> ScenarioRequest {
        try options.request(catalogue: catalogue, linkedBounds: linkedBounds)
    }

    /// The bounds of a request.
    package func boundSet(of request: ScenarioRequest) throws -> BoundSet {
        try request.checked { try request.scenario.checkNeutrinos() }
        let boundSet = try BoundSet(
            request.scenario, catalogue: catalogue, linkedBounds: linkedBounds, overlays: request.overlays)
        for bound in boundSet.bounds {
            if let text = ErrorText.provenance(of: bound) { Console.warn(text) }
        }
        if boundSet.ignoresGreatestNeff {
            Console.warn("the largest N_eff that is granted has no effect: no bound that takes part computes N_eff")
        }
        return boundSet
    }

    /// The analysis that the options ask for, IceCube's data and the transport with it.
    package func analysis(_ options: ScenarioOptions) throws -> Analysis { try analysis(of: request(options)) }

    /// The analysis of a request.
    /// - Parameter point: to be asked for no other; nil: for any.
    package func analysis(
        of request: ScenarioRequest, for point: (mass: Mass, coupling: Coupling)? = nil
    ) throws -> Analysis {
        let boundSet = try boundSet(of: request)
        return try request.checked {
            try Analysis(boundSet, dataSets: DataSetLibrary(as: request.recorded), for: point)
        }
    }

    /// What a document that is not in the catalogue yet would change in a scenario.
    /// - Returns: the change, and whether the scenario will use the document once it is there.
    package func effect(
        of entry: CatalogueEntry, in scenario: Scenario
    ) throws -> (effect: BoundEffect, isUsed: Bool) {
        var present = scenario
        present.takeFetched(among: catalogue.stems)
        let ownStems = try catalogue.ownStems
        let declared = DeclaredAlternatives(of: ownStems, in: catalogue, given: [entry])
        try present.join(ownStems, declared)
        var future = present
        if !entry.replacesBundled { try future.join([entry.stem], declared) }
        let before = try BoundSet(present, catalogue: catalogue, linkedBounds: linkedBounds)
        let after = try BoundSet(future, catalogue: catalogue, linkedBounds: linkedBounds, overlays: [entry])
        guard let bound = after.bounds.first(where: { $0.card.stem == entry.stem }) else {
            throw CatalogueError.unknownStem(entry.stem, meant: [])
        }
        let effect = BoundEffect(of: bound, entry.document, before: before.bounds, after: after.bounds)
        return (effect, future.stems.contains(entry.stem))
    }
}

extension BoundSet {
    /// What is not in here, and takes no part in an answer of these bounds. What it states is of Lμ−Lτ alone: under other
    /// charges nothing is known of it.
    package var missing: MissingBounds {
        get throws {
            guard scenario.neutrinos.charges.value == .muonMinusTau else { return .none }
            return try MissingBounds.ofProgram.missing(beside: bounds.map(\.card.stem))
                .granting(scenario.conventions.kineticMixing)
        }
    }
}
