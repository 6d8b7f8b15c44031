/// Something that a bound does and must not, or does not and must.
public struct ConformanceFinding: Sendable, Hashable, CustomStringConvertible {
    /// What was examined.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        case card, references
        /// Whether it answers at all where it speaks.
        case evaluation
        case wellFormed = "well-formed intervals"
        case finiteLimits = "finite limits"
        case silence
        case rows
        case threads
        case knownValues = "known values"
    }

    public var subject: Subject
    public var detail: String

    public init(_ subject: Subject, _ detail: String) {
        self.subject = subject
        self.detail = detail
    }

    public var description: String { "\(subject.rawValue): \(detail)" }
}
