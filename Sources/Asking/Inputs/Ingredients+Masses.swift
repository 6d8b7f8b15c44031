import AllowedRegion
import Answers
import Assessment
import ConstraintKit
import CurveArchive
import Scenarios

extension Ingredients {
    /// The couplings that a scenario leaves at many masses, by the way in which it combines its bounds.
    /// - Throws: what the transport or the fit refuses, where likelihoods are multiplied.
    package func allowedCouplings(
        _ boundSet: BoundSet, _ request: ScenarioRequest, at masses: [Mass]
    ) throws -> [AllowedCouplings] {
        guard boundSet.scenario.combination == .likelihood else { return boundSet.allowedCouplings(at: masses) }
        let analysis = try Analysis(boundSet, dataSets: DataSetLibrary(as: request.recorded))
        let progress = ProgressBar(label: "limit")
        defer { progress.finish() }
        return try analysis.allowedCouplings(at: masses) { progress.update($0) }
    }

    /// What the bounds of a scenario exclude together at some masses, and which of them sets each point of it.
    package func envelope(
        _ request: ScenarioRequest, at masses: MassRow
    ) throws -> (entry: CatalogueEntry, edges: EnvelopeEdges) {
        let boundSet = try boundSet(of: request)
        var answers = try allowedCouplings(boundSet, request, at: Array(masses))
        // A product of likelihoods has no steps but those of IceCube's, each a fit to be found.
        let hasSteps = boundSet.scenario.combination != .likelihood
        if hasSteps { answers = boundSet.addingSteps(to: answers) }
        let document = try Document(envelope: answers, hasSteps: hasSteps, of: boundSet, version: ProgramVersion.text)
        guard !document.limits.isEmpty else {
            throw ErrorReport(
                "no bound that decides in '\(ErrorText.clipped(boundSet.scenario.name))' excludes a coupling at these masses",
                code: ExitStatus.badData)
        }
        return (CatalogueEntry(given: document), EnvelopeEdges(answers))
    }

    /// What a bound excludes or prefers at some masses under the conventions of a scenario, whether it takes part there or not.
    package func evaluated(_ stem: String, _ request: ScenarioRequest, at masses: MassRow) throws -> CatalogueEntry {
        var request = request
        if !(request.scenario.stems + request.overlays.map(\.stem)).contains(stem) {
            request.overlays.append(try catalogue.entry(for: stem))
        }
        let boundSet = try boundSet(of: request)
        guard let bound = boundSet.bounds.first(where: { $0.card.stem == stem }) else {
            throw CatalogueError.unknownStem(stem, meant: [])
        }
        let boundaries = bound.boundaries(at: masses)
        let document = try Document(
            bound, boundaries, at: masses, in: boundSet.scenario, version: ProgramVersion.text)
        guard !document.limits.isEmpty else {
            throw ErrorReport(
                "'\(stem)' states no coupling at any of these masses"
                    + (Self.reason(boundaries).map { ": \($0)" } ?? ""),
                code: ExitStatus.badData)
        }
        let silent = boundaries.count { boundary in
            if case .silent? = boundary { true } else { boundary == nil }
        }
        if silent > 0 {
            let reason = Self.reason(boundaries).map { ", \($0)" } ?? ""
            Console.warn("'\(stem)' says nothing at \(silent) of the \(masses.count) masses\(reason)")
        }
        return CatalogueEntry(given: document)
    }

    /// Why it says nothing at the first mass at which it does not.
    private static func reason(_ boundaries: [Boundary?]) -> String? {
        for case .silent(let silence)? in boundaries { return Wording.reason(silence) }
        return boundaries.contains { $0 == nil } ? "it could not be evaluated" : nil
    }
}
