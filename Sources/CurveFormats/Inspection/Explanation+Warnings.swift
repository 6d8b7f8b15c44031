import ConstraintKit
import VOTable

extension CurveWarning {
    public var explanation: String {
        switch self {
        case .votable(let warning): warning.explanation
        case .implausible(let finding): finding.explanation
        case .logarithmsConverted(let table, let column):
            "\(table): '\(column)' holds common logarithms and was converted"
        case .quantityConverted(let table, let column, let quantity):
            "\(table): '\(column)' holds \(quantity.words) and was converted to g′"
        case .readAsAuxiliaryTable(let file, let table):
            "\(file) has no coupling; it became the auxiliary table '\(table)'"
        case .errorsLeftOut(let table): "\(table): the errors of its values were left out, a limit has none"
        case .binsAtCentres(let table, let column):
            "\(table): '\(column)' has bins without a value; their centres were taken"
        case .overruled(let table, let field, let said, let given):
            "\(table): the file says that its \(field.replacing("_", with: " ")) is \(said); \(given) was given and taken"
        case .tableIgnored(let name): "table '\(name)' has neither mass nor coupling and was left out"
        case .bandEdgeLeftOut(let table): "'\(table)' is the edge of a band, and no limit; it was left out"
        case .sideAssumed(let table, let side):
            "\(table): nobody says which side is excluded; \(side.rawValue) was assumed"
        case .verticalSteps(let table, let masses):
            "\(table): the limit steps at \(Self.listed(masses)) MeV, where a mass occurs twice"
        case .reordered(let table, let points):
            "\(table): its masses go to and fro; "
                + "\(counted(points, "point")) \(points == 1 ? "was" : "were") moved to make them rise"
        case .columnsLeftOut(let table, let columns):
            "\(table): " + (columns.count == 1 ? "a column was left out: " : "columns were left out: ")
                + MissingItem.listed(columns)
        case .rowsWithoutValue(let table, let rows):
            "\(table): \(counted(rows, "row")) without a limit; nothing is said there"
        case .rowsOfOthersLeftOut(let table, let rows):
            "\(table): \(counted(rows, "row")) without a value were left out, as those of other curves"
        case .infiniteLimits(let table, let rows):
            "\(table): \(counted(rows, "row")) with an infinite limit, which excludes nothing there"
        case .decimalCommas(let file): "\(file): commas were read as decimal points"
        case .limitSigns(let table, let column, let side):
            "\(table): '\(column)' has signs of inequality; what lies \(side.rawValue) is excluded"
        case .massAssumed(let table, let column):
            "\(table): '\(column)' was taken for the mass, as the only column in a unit of energy"
        case .unitOfRemark(let table, let column, let unit):
            "\(table): '\(column)' says no unit: it is read in units of \(unit), as a remark of the file says"
        case .remarkOfFactor(let file, let words):
            "\(file): a remark seems to say a factor of the couplings, and is not heeded: \(words)"
        case .edgesJoined(let table, let lower, let upper):
            "\(table.isEmpty ? "the file" : table): what lies between '\(lower)' and '\(upper)' was taken as excluded"
        case .blocksParted(let file, let count): "\(file): its rows come in \(count) blocks, each a curve of its own"
        case .regionsParted(let table, let count): "\(table): its points go round \(count) regions, each one of its own"
        case .crossingsUnchecked(let table):
            "\(table): it has too many points for anyone to look whether the outline crosses itself"
        case .faultElsewhere(let table, let error):
            "of what was not asked for, \(table) can't be read: \(error.explanation)"
        case .kindTaken(let table, let kind): "\(table): the file does not say its kind; \(kind.rawValue) was taken"
        case .remarkUnreadable(let file, let line, let key, let value, let expected):
            "\(file), line \(line): '\(key)' is '\(value)', expected \(expected); it was taken for a remark in words"
        case .infoUnreadable(let file, let name, let value, let expected):
            "\(file): the INFO '\(name)' is '\(value)', expected \(expected); it was taken for something else"
        case .remarkOfOption(let file, let line, let key, let option):
            "\(file), line \(line): '\(key)' is not read from a remark; \(option) says it"
        case .remarkMisspelled(let file, let line, let key, let nearest):
            "\(file), line \(line): '\(key)' is no key that is read from a remark; is '\(nearest)' meant?"
        }
    }

    private static func listed(_ masses: [Double]) -> String {
        masses.prefix(5).map { "\($0)" }.joined(separator: ", ")
            + (masses.count > 5 ? " and \(masses.count - 5) more" : "")
    }
}

/// `1 row`, `3 rows`.
private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Three digits, as many as a place in a plane needs.
func rounded(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "\(value)" }
    var power = 0
    var scaled = abs(value)
    while scaled >= 1000 {
        scaled /= 10
        power += 1
    }
    while scaled < 100 {
        scaled *= 10
        power -= 1
    }
    return "\(shiftingDecimalPoint(of: scaled.rounded() * (value < 0 ? -1 : 1), by: power))"
}
