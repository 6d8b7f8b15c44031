import ConstraintKit

/// That a curve is the edge of a band around a limit, and no limit itself.
enum BandEdge: Hashable {
    /// It says so by a number of standard deviations, a quantile, or the word for what was expected.
    case ofStatistics
    /// It only says that it is an edge or a band: of a region, where one is meant.
    case ofRegion
}

/// The words, numbers and signs of a heading in small letters, in spellings made alike.
struct HeadingTokens {
    private let tokens: [String]
    private let all: Set<String>
    private let plain: String

    init(_ text: String) {
        var plain = text
        for (spelling, word) in Self.spellings where plain.holds(spelling) {
            plain = plain.replacing(spelling, with: word)
        }
        for words in Self.phrasesOfLimits where plain.holds(words) { plain = plain.replacing(words, with: " limit ") }
        self.plain = plain
        tokens = Self.parts(of: plain)
        all = Set(tokens)
    }

    private func says(_ words: Set<String>) -> Bool { !all.isDisjoint(with: words) }

    /// Only where one kind alone is named.
    var kind: Kind? {
        let isExpected = says(Self.expectation)
        switch (says(["observed", "obs"]), isExpected, says(Self.projection)) {
        case (true, false, false): return .observed
        case (false, true, _): return .expected
        case (false, false, true): return .projected
        default: return nil
        }
    }

    var bandEdge: BandEdge? {
        if hasDeviation || hasQuantile || hasFraction || isSignedNumberAlone { return .ofStatistics }
        if says(Self.joinedExpectations) || (says(["green", "yellow"]) && says(Self.directions)) {
            return .ofStatistics
        }
        let isExpected = says(Self.expectation)
        if isExpected, says(Self.directions) || says(Self.bands) || says(Self.errors) || hasSignedNumber {
            return .ofStatistics
        }
        if says(["up", "down"]), says(["observed", "obs", "limit"]) { return .ofStatistics }
        if says(Self.errors), says(Self.directions) { return .ofStatistics }
        if says(["quantile", "percentile"]) { return .ofStatistics }
        if says(["band", "bands", "envelope"]) || (says(["edge"]) && says(Self.directions)) { return .ofRegion }
        return tokens.count == 1 && says(Self.directions) ? .ofRegion : nil
    }

    /// `+1 sigma`, `-2 s.d.`, `one standard deviation up`. A number without a sign may be the level of a limit.
    private var hasDeviation: Bool {
        for (index, token) in tokens.enumerated() where Self.deviations.contains(token) || token == "s" {
            // "sig1p"
            let after = tokens[(index + 1)...].prefix(2)
            if token != "s", let number = after.first, let sign = after.last, after.count == 2,
                ["1", "2", "3"].contains(number), Self.signs.contains(sign)
            {
                return true
            }
            var place = index - 1
            let hasNumber = place >= 0 && Self.isNumber(tokens[place])
            if hasNumber { place -= 1 }
            let hasSign = place >= 0 && Self.signs.contains(tokens[place])
            if hasSign, hasNumber || token != "s" { return true }
            // SIG is a cross section in old tables.
            if token == "sig", !says(Self.directions), !says(Self.expectation) { continue }
            guard hasNumber, token != "s" else { continue }
            let saysDirection = says(Self.directions) || says(Self.bands) || says(Self.expectation)
            if saysDirection || !says(["limit", "limits", "cl", "observed", "obs", "exclusion", "excluded", "bound"]) {
                return true
            }
        }
        return false
    }

    /// `68% lower`, `95% up`; not `95% CL`.
    private var hasQuantile: Bool {
        for (index, token) in tokens.enumerated() where token == "%" && index > 0 && Self.isNumber(tokens[index - 1]) {
            let isLevel =
                index + 1 < tokens.count && ["cl", "confidence", "credible", "credibility"].contains(tokens[index + 1])
            if says(["band", "bands", "envelope", "containment"]) { return true }
            if !isLevel, hasJoinedSign(before: tokens[index - 1]) { return true }
            if !isLevel, says(Self.directions) || says(Self.bands) { return true }
            // 68 % is the level of hardly a limit, and the width of many a band.
            guard Self.quantiles.contains(tokens[index - 1]) else { continue }
            if tokens.count == 2 || (isLevel ? says(Self.directions) : says(Self.expectation)) { return true }
        }
        return false
    }

    /// `+34%`, and not `limit-95%`.
    private func hasJoinedSign(before number: String) -> Bool {
        ["+", "-", "+-"].contains { plain.hasPrefix($0 + number) || plain.contains(" " + $0 + number) }
    }

    /// `Expected0.84`, `q16`.
    private var hasFraction: Bool {
        if says(Self.expectation), says(Self.fractions) { return true }
        return tokens.count == 2 && ["q", "quantile"].contains(tokens[0]) && Self.isNumber(tokens[1])
    }

    /// `minus2`, `p1`.
    private var isSignedNumberAlone: Bool {
        tokens.count == 2 && Self.signs.contains(tokens[0]) && ["1", "2", "3"].contains(tokens[1])
    }

    /// `exp +1`, `exp_m2`.
    private var hasSignedNumber: Bool {
        tokens.indices.dropFirst().contains {
            let (sign, number) = (tokens[$0 - 1], tokens[$0])
            guard ["1", "2", "3"].contains(number), Self.signs.contains(sign) else { return false }
            // A letter that is joined to its number: not that of a mass, `m = 1`.
            return !["p", "m"].contains(sign) || plain.contains(sign + number)
        }
    }

    private static func isNumber(_ token: String) -> Bool {
        token.first?.isNumber == true || ["one", "two", "three", "n"].contains(token)
    }

    /// Words, numbers, and signs, each apart.
    private static func parts(of text: String) -> [String] {
        enum Sort { case letters, digits, sign, none }
        func sort(_ character: Character) -> Sort {
            if character.isLetter { return .letters }
            if character.isNumber || character == "." { return .digits }
            return character == "+" || character == "-" || character == "%" ? .sign : .none
        }
        var parts: [String] = []
        var previous = Sort.none
        for character in text {
            let own = sort(character)
            if own == .none {
                previous = own
                continue
            }
            let goesOn = own == previous && (own != .sign || parts.last != "%") && character != "%"
            if goesOn { parts[parts.count - 1].append(character) } else { parts.append(String(character)) }
            previous = own
        }
        return parts.map { $0.first?.isNumber == true || $0.first == "." ? $0.trimmingDots : $0 }.filter { !$0.isEmpty }
    }
}

extension String {
    /// Whether it has a text in it. Asked before `replacing`, which took a seventh of the time of a whole answer.
    fileprivate func holds(_ text: String) -> Bool {
        let (own, sought) = (utf8, text.utf8)
        guard let first = sought.first else { return true }
        var rest = own[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: sought) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    fileprivate var trimmingDots: String { String(self[...].drop { $0 == "." }.trimmingSuffix { $0 == "." }) }
}
