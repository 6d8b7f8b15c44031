import ConstraintKit

/// A published, unfolded spectrum: its segments and where they come from.
public struct DataSet: Sendable, Hashable {
    /// The name in files and on the command line, `cascades-6yr-2020`.
    public let stem: String
    /// A short name for figures and tables.
    public let title: String
    /// What was measured, in one sentence.
    public let summary: String
    public let channel: Channel
    /// By rising energy, none overlapping another.
    public let segments: [Segment]
    /// The level of the segments that are upper limits.
    public let limitConfidenceLevel: ConfidenceLevel
    /// How the numbers were obtained; nil where whoever took them does not say.
    public let method: Method?
    /// How exactly the numbers were obtained and what to beware of, in words.
    public let methodNote: String?
    public let status: Status
    /// Whether their source calls the numbers provisional: so they are marked wherever they are shown.
    public let isProvisional: Bool
    public let references: [Reference]

    /// - Throws: ``DataSetError`` where the stem can't name a file, no segment is left, or segments overlap.
    public init(
        stem: String, title: String, summary: String = "", channel: Channel, segments: [Segment],
        limitConfidenceLevel: ConfidenceLevel, method: Method?, methodNote: String? = nil,
        status: Status = .unvalidated, isProvisional: Bool = false, references: [Reference] = []
    ) throws(DataSetError) {
        guard Self.isStem(stem) else { throw .unusableStem(stem) }
        guard segments.contains(where: \.isUsedByDefault) else { throw .noSegments(stem: stem) }
        guard segments.count <= Self.maximumSegments else {
            throw .tooManySegments(stem: stem, count: segments.count, maximum: Self.maximumSegments)
        }
        if let fraction = limitConfidenceLevel.fraction, !(fraction > 0 && fraction < 1) {
            throw .unusableParameter(stem: stem, name: "confidence_level", text: "\(fraction)")
        }
        let sorted = segments.sorted { $0.lowerEdge < $1.lowerEdge }
        for (below, above) in zip(sorted, sorted.dropFirst()) where above.lowerEdge < below.upperEdge {
            throw .overlappingSegments(stem: stem, upperEdge: below.upperEdge, nextLowerEdge: above.lowerEdge)
        }
        self.stem = stem
        self.title = title
        self.summary = summary
        self.channel = channel
        self.segments = sorted
        self.limitConfidenceLevel = limitConfidenceLevel
        self.method = method
        self.methodNote = methodNote
        self.status = status
        self.isProvisional = isProvisional
        self.references = references
    }

    /// What a fit includes unless it is told otherwise.
    public var defaultSegments: [Segment] { segments.filter(\.isUsedByDefault) }

    /// The title with the mark of what is provisional.
    public var markedTitle: String { title + (isProvisional ? " (provisional)" : "") }

    /// Whether a text may be the stem of a data set: that of a bound, with points inside as in `tracks-9.5yr-2022`.
    public static func isStem(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 64 && parts.allSatisfy { Card.isStem(String($0)) }
    }

    /// A spectrum has some ten segments; a document with more than this many rows is something else.
    public static let maximumSegments = 1000
}
