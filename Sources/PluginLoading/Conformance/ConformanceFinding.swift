/// A ``ConformanceFault`` in words, as the child process hands it over.
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

    /// - Parameter wording: what an error is to be called.
    init(_ fault: ConformanceFault, _ wording: (any Error) -> String) { self.init(fault.subject, wording(fault)) }

    public var description: String { "\(subject.rawValue): \(detail)" }
}
