import AllowedRegion
import Assessment
import CurveArchive
import Files
import Physics
import Scan
import Scenarios
import Transport

/// A plan and all it is worked on with.
package struct ScanSetting {
    package let plan: ScanPlan
    package let work: any ScanWork
    package let folder: String
    /// Stems of data that their source calls provisional.
    package let provisionalData: [String]
    private let planText: [UInt8]
    private let scenario: Scenario
    private let inputs: RunInputs

    /// - Parameters:
    ///   - path: of the plan.
    ///   - folder: of the scan; nil: beside the plan, with its name and `-scan` behind.
    /// - Throws: what is wrong with the plan, its scenario or the data.
    package init(_ path: String, folder: String?, _ places: PlaceOptions) throws {
        do { try self.init(reading: path, folder: folder, places) } catch {
            guard error is ScanPlanError, let report = ErrorReport(of: error) else {
                throw ErrorReport.fault(error, ofFile: path)
            }
            throw ErrorReport("\(ErrorText.clipped(path)): \(report.message)", code: report.code)
        }
    }

    private init(reading path: String, folder: String?, _ places: PlaceOptions) throws {
        planText = try readFile(path, limit: ScanPlan.greatestSize)
        plan = try ScanPlan(yaml: planText)
        let (directory, name) = splittingLastComponent(path)
        let ending = [".yaml", ".yml"].first { name.hasSuffix($0) && name.count > $0.count }
        self.folder = folder ?? "\(directory)/\(name.dropLast(ending?.count ?? 0))-scan"
        var options = try ScenarioOptions.parse([])
        // A scenario's file lies beside the plan, or where its path says.
        let isFile = plan.scenario.contains("/") || plan.scenario.hasSuffix(".yaml") || plan.scenario.hasSuffix(".json")
        let file = plan.scenario.hasPrefix("./") ? String(plan.scenario.dropFirst(2)) : plan.scenario
        options.scenario = isFile && !plan.scenario.hasPrefix("/") ? "\(directory)/\(file)" : plan.scenario
        options.places = places
        let ingredients = try Ingredients(places)
        var request = try ingredients.request(options)
        let unchanged = request.scenario
        try plan.makeChoices(in: &request.scenario)
        try plan.refuseIdleParameters(in: request.scenario)
        try plan.refuseForeignNumbers(in: request.scenario)
        try plan.refuseIdleLimits(in: request.scenario)
        request.scenario.nameChanges(from: unchanged)
        scenario = request.scenario
        let boundSet = try ingredients.boundSet(of: request)
        let overlays = request.overlays
        let analysis = try Analysis(boundSet, dataSets: DataSetLibrary(as: request.recorded))
        inputs = analysis.inputs
        provisionalData = analysis.iceCube.provisionalData
        let (plan, scenario) = (plan, scenario)
        if let toys = plan.toys {
            work = try ToyWork(plan, toys, scenario, analysis.iceCube)
        } else if let ensemble = plan.ensemble {
            let posterior = try Posterior(
                plan, ensemble, scenario, analysis.iceCube, bounds: { try PointBatch(boundSet, iceCube: nil) })
            work = EnsembleWork(plan, ensemble, posterior)
        } else {
            func universes() throws -> UniverseBatch {
                try UniverseBatch(boundSet, analysis.iceCube) { scenario, wanted in
                    try BoundSet(
                        scenario, catalogue: ingredients.catalogue, linkedBounds: ingredients.linkedBounds,
                        overlays: overlays, decidingAlone: scenario.combination == .union, wanted: wanted)
                }
            }
            func batch(_ indices: ClosedRange<Double>?) throws -> PointBatch {
                try PointBatch(boundSet, iceCube: analysis.iceCube, indices: indices)
            }
            if let profile = plan.profile {
                work = try ProfileWork(plan, profile, scenario, batch: batch, universes: universes)
            } else {
                work = try PointWork(plan, scenario, batch: batch, universes: universes)
            }
        }
    }

    /// The scan's folder.
    /// - Parameter begins: whether the scan is begun where there is none yet.
    /// - Throws: `ScanError`
    package func opened(begins: Bool) throws -> ScanFolder {
        func lines(_ kind: String, _ digests: [String: SHA256]) -> [String] {
            digests.sorted { $0.key < $1.key }.map { "\(kind) \($0.key) \($0.value)" }
        }
        return try ScanFolder(
            folder, plan, planText: planText, scenario: scenario.yaml,
            inputs: [ProgramVersion.text] + lines("document", inputs.documents) + lines("code", inputs.code)
                + lines("file", inputs.files),
            columns: work.columns, begins: begins)
    }
}
