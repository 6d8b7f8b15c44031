import ConstraintKit

/// A document as it was understood, and what its reader should know about that.
public struct ReadDocument: Sendable, Hashable {
    public var document: Document
    public var warnings: [CurveWarning]

    public init(document: Document, warnings: [CurveWarning] = []) {
        self.document = document
        self.warnings = warnings
    }
}
