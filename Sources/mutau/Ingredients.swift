import AllowedRegion
import ArgumentParser
import ConstraintKit
import CurveArchive
import Foundation
import IceCubeFit
import MuonGMinus2

/// What every answer about the plane is made from: the documents at hand and the bounds linked in.
struct Ingredients {
    let catalogue: Catalogue
    let linkedBounds: LinkedBounds

    init() throws {
        catalogue = Catalogue(paths: ArchivePaths(environment: ProcessInfo.processInfo.environment))
        linkedBounds = try LinkedBounds()
        for problem in catalogue.problems { Console.warn(ErrorText.of(problem)) }
    }

    /// The analysis that the options ask for.
    func analysis(_ options: ScenarioOptions) throws -> Analysis {
        let request = try options.request(catalogue: catalogue)
        return try analysis(of: request.scenario, overlays: request.overlays)
    }

    /// The analysis of a scenario as it is.
    func analysis(of scenario: Scenario, overlays: [CatalogueEntry] = []) throws -> Analysis {
        let analysis = try Analysis(scenario, catalogue: catalogue, linkedBounds: linkedBounds, overlays: overlays)
        for bound in analysis.bounds {
            if let text = ErrorText.provenance(of: bound) { Console.warn(text) }
        }
        return analysis
    }
}
