import ConstraintKit
import VOTable

/// What a file holds, in values; ``lines`` says it in words.
public struct Inspection: Sendable, Hashable {
    public enum Format: Sendable, Hashable {
        case votable(version: String)
        case text
        case unknown
    }

    /// One statement in the plane.
    public struct CurveSummary: Sendable, Hashable {
        public var name: String
        public var kind: Kind
        public var confidenceLevel: ConfidenceLevel
        public var side: ExcludedSide
        public var topology: Topology
        public var points: Int
        public var gaps: Int
        /// [MeV]; nil where there is no end to them.
        public var masses: ClosedRange<Double>?
        public var couplings: ClosedRange<Double>?
    }

    public var format: Format
    /// The document, where the file gives one.
    public var document: Document?
    public var curves: [CurveSummary]
    /// What is missing, and by ``MissingItem/option`` how to supply it.
    public var missing: [MissingItem]
    public var warnings: [CurveWarning]
    /// Why there is no document.
    public var error: CurveFormatError?

    /// Whether the file holds at least one curve that can be used as it is.
    public var isUsable: Bool { error == nil && !curves.isEmpty }
}
