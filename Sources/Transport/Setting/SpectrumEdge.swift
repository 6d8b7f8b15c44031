/// A break or a cut-off of the spectrum of the sources, where neutrinos are made and where it is seen.
public struct SpectrumEdge: Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case bend, cutOff }

    public var kind: Kind
    /// Where neutrinos are made [GeV].
    public var emitted: Double
    /// At Earth, without interaction [GeV].
    public var seen: Double
    /// Which of the two was given; the other follows from the redshifts of the sources.
    public var isGivenAsSeen: Bool
}
