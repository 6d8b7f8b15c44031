import ConstraintKit

/// Which columns of a table of points are mass and coupling, and in which units: by the user's word, or by the headings,
/// which are read as those of curves are.
public struct PointAxes: Sendable, Hashable {
    public let mass: PointAxis
    public let coupling: PointAxis
    /// What was taken for granted, or converted.
    public let notes: [PointNote]
    /// Which of the two columns have no unit of their own, and are read in that of a remark.
    public let remarkedUnits: RemarkedUnits

    /// - Parameters:
    ///   - names: the headings; nil where there are none.
    ///   - count: of the columns.
    ///   - notes: what was taken for granted before.
    ///   - remarked: those of columns that say none, by remarks of the file.
    ///   - options: of the columns, the units and the quantity; all else is of no account.
    ///   - file: its name, for errors.
    /// - Throws: ``CurveFormatError``
    public init(
        names: [String]?, count: Int, remarked: RemarkedUnits = RemarkedUnits(), notes: [PointNote] = [],
        options: ImportOptions,
        file: String
    ) throws(CurveFormatError) {
        var reader = PointAxesReader(
            names: names, count: count, remarked: remarked, options: options, file: file)
        (mass, coupling) = try reader.axes()
        self.notes = notes + reader.notes
        remarkedUnits = reader.heeded
    }
}

/// What was taken for granted of a table of points, or converted.
public enum PointNote: Sendable, Hashable {
    /// Two columns without headings: the first for masses, in a unit, the second for couplings or what else was said.
    case byPosition(massUnit: String, CurveQuantity)
    /// A heading that says no unit.
    case unitTaken(column: String)
    /// A heading that does not say what it heads.
    case quantityTaken(column: String)
    /// A remark that seems to say a factor of the couplings, in words that are not read.
    case remarkOfFactor(String)
    /// A heading that says no unit, where a remark of the file does.
    case unitOfRemark(column: String, unit: String)
    /// The user's unit in place of the heading's.
    case unitOverruled(column: String, said: String, given: String)
    /// The user's quantity in place of the heading's.
    case quantityOverruled(column: String, said: CurveQuantity, given: CurveQuantity)
    case converted(column: String, from: CurveQuantity, by: KineticMixing)
    case logarithms(column: String)
    /// A column that is the mass only by being the one with a unit of energy.
    case massAssumed(column: String)
    case decimalCommas

    /// In one sentence.
    public var explanation: String {
        switch self {
        case .byPosition(let unit, let quantity):
            "the file has no headings: its first column is taken for masses in \(unit), its second for \(quantity.words)"
        case .unitTaken(let column): "'\(column)' says no unit: its masses are taken in MeV"
        case .quantityTaken(let column): "'\(column)' does not say what it holds: it is taken for g′"
        case .unitOfRemark(let column, let unit):
            "'\(column)' says no unit: it is read in units of \(unit), as the file says"
        case .remarkOfFactor(let words):
            "a remark seems to say a factor of the couplings, and is not heeded: \(words.prefix(80))"
        case .unitOverruled(let column, let said, let given): "'\(column)' is read in \(given), and not in \(said)"
        case .quantityOverruled(let column, let said, let given):
            "'\(column)' is read as \(given.words), and not as \(said.words)"
        case .converted(let column, let quantity, _) where !quantity.needsMixing:
            "'\(column)' becomes g′ from \(quantity.words)"
        case .converted(let column, _, .ratio(let ratio)):
            "'\(column)' becomes g′ by the kinetic mixing ε = \(ratio) g′"
        case .converted(let column, _, .running):
            "'\(column)' becomes g′ by natural kinetic mixing, as it is at rest: where it runs, its points are off"
        case .converted(let column, _, .none):
            "'\(column)' becomes g′ by natural kinetic mixing, as the scenario has none"
        case .converted(let column, _, _): "'\(column)' becomes g′ by natural kinetic mixing"
        case .massAssumed(let column): "'\(column)' was taken for the mass, as the only column in a unit of energy"
        case .decimalCommas: "commas were read as decimal points"
        case .logarithms(let column): "'\(column)' holds common logarithms"
        }
    }
}
