import ConstraintKit
import CurveFormats
import Files

// Small steps add up: a version is held against the one that all began with, too.

extension VersionJudge {
    /// What speaks against a version that is close to the one at hand. Where nothing is at hand that all versions began
    /// with, no other file passes than the one that was taken.
    func refusalsOfSteps(
        to new: Document, _ entry: CurvesLock.Curve, _ candidate: RefreshCandidate
    ) throws(RefreshFailure) -> [RefreshRefusal] {
        guard let current = candidate.current else { return [] }
        let place: CurveOrigin
        let first: Document
        do throws(DocumentFault) {
            guard let anchor = try candidate.anchor() else {
                let taken = current.originalSHA256
                return taken == entry.sha256 ? [] : [.notTheTaken(taken)]
            }
            guard anchor.sha256 != current.sha256 else { return [] }
            place = anchor.origin
            first = try anchor.load().document
        } catch { throw .document(url: candidate.target.stem, error) }
        let flips: FlippedCells
        do { flips = try FlippedCells(from: first, to: new, options.plausibility.tolerance, bound) } catch {
            return [.noBound(error as? DocumentError)]
        }
        let refusals = options.plausibility.refusals(of: CurveChange(from: first, to: new), flips)
        return refusals.map { RefreshRefusal.sinceTheFirst(place, $0) }
    }
}
