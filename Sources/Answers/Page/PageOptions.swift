import Documents

/// The names of the options that choose what the page's controls do, for the commands that it shows.
public struct PageOptions: Sendable {
    public var without, alternative, difference, muons, neff, level, combination: String

    public init(
        without: String, alternative: String, difference: String, muons: String, neff: String, level: String,
        combination: String
    ) {
        (self.without, self.alternative, self.difference) = (without, alternative, difference)
        (self.muons, self.neff, self.level, self.combination) = (muons, neff, level, combination)
    }

    var json: JSONValue {
        [
            "without": .text(without), "alternative": .text(alternative), "difference": .text(difference),
            "muons": .text(muons), "neff": .text(neff), "level": .text(level), "combination": .text(combination),
        ]
    }
}
