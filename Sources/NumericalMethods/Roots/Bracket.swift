/// Two places between which a yes becomes a no, and what halving makes of them.
///
/// The one way this program has of finding where something begins: a sum reaches its value, a curve leaves a region, a
/// probability falls below a level. It needs no derivative, and no value but yes or no.
public struct Bracket: Sendable, Hashable {
    /// Where the answer is yes.
    public private(set) var inside: Double
    /// Where the answer is no; above or below `inside`.
    public private(set) var outside: Double

    public init(inside: Double, outside: Double) {
        self.inside = inside
        self.outside = outside
    }

    /// Halfway: where to ask next.
    @inlinable public var middle: Double { (inside + outside) / 2 }

    /// Puts the middle in the place of the end that has the same answer.
    public mutating func halve(middleIsInside: Bool) {
        if middleIsInside { inside = middle } else { outside = middle }
    }

    /// Halves until no number lies between the ends.
    /// - Parameters:
    ///   - halvings: at most so many. Sixty shrink a bracket to the rounding of its ends; only one that has an end at zero
    ///     can take more.
    ///   - isInside: the question.
    public func narrowed(halvings: Int = .max, _ isInside: (Double) -> Bool) -> Bracket {
        var bracket = self
        var left = halvings
        while left > 0, bracket.middle != bracket.inside, bracket.middle != bracket.outside {
            bracket.halve(middleIsInside: isInside(bracket.middle))
            left -= 1
        }
        return bracket
    }
}
