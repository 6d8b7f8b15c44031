import CurveFormats

// What to do about a file of a curve that can't be used: only the command line knows its options.

extension ErrorText {
    package static func of(_ error: CurveFormatError) -> String {
        switch error {
        case .missing(let items, ""): items.map(of).joined(separator: "; ")
        case .missing(let items, let file): "\(file) does not say enough: \(items.map(of).joined(separator: "; "))"
        case .ambiguousColumns(.mass, _, _): error.explanation + ": \(option(.massColumn)) NAME"
        case .ambiguousColumns(.coupling, _, _): error.explanation + ": \(option(.couplingColumn)) NAME"
        case .badUnit(_, _, let hint?, _): error.explanation + " Then say \(option(.massUnit)) \(hint)"
        case .quantityUnsettled, .quantityContradicted:
            error.explanation + "; settle it with \(optionWithWords(.quantity))"
        case .expressionUnsettled(.coupling, _, _):
            error.explanation + "; or say which quantity it is (\(option(.quantity))), or a factor "
                + "(\(option(.couplingUnit)))"
        case .kindContradicted: error.explanation + " (\(option(.couplingColumn)) NAME, \(option(.kind)) KIND)"
        case .unitContradicted:
            error.explanation + "; settle it with \(option(.massUnit)) or \(option(.couplingUnit))"
        case .zigzag: error.explanation + "; of one line sort the rows by mass"
        case .mixingNeeded: error.explanation + ": \(option(.kineticMixing)) natural|RATIO"
        case .confidenceLevelOutOfRange: error.explanation + ", or \(option(.confidenceLevel)) says it"
        case .tableUnsettled: error.explanation + " (\(option(.table)) NAME)"
        case .bandEdges: error.explanation + "; \(option(.curves)) NAME takes one as what is expected"
        case .curve(.twoCouplingsAtOneMass, _):
            error.explanation + ": the two edges of a region belong into columns called lower and upper, or two files"
        case .turnsBack:
            error.explanation + ": \(option(.topology)) closed \(option(.excludedSide)) inside"
        case .implausible: error.explanation + " (--insist takes it all the same)"
        default: error.explanation
        }
    }

    /// What is missing where, and the option that supplies it.
    package static func of(_ item: MissingItem) -> String {
        let field = item.field
        let value =
            switch item {
            case .confidenceLevel: " 0.9, or 'not stated'"
            default: field.words.isEmpty ? " NAME" : ""
            }
        return "\(item.explanation) (\(optionWithWords(field))\(value))"
    }

    private static func option(_ field: CardField) -> String { "--\(field.optionName)" }

    private static func optionWithWords(_ field: CardField) -> String {
        field.words.isEmpty ? option(field) : "\(option(field)) \(field.words.joined(separator: "|"))"
    }
}
