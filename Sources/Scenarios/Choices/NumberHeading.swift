import ConstraintKit

/// The words above the columns of a file of numbers. What they say of units and quantities is not to be passed over.
struct NumberHeading {
    /// What a file's first column holds.
    enum Abscissa: Sendable, Hashable {
        case energies(EnergyUnit)
        case redshifts
    }

    private let columns: [String]

    /// - Parameter cells: the words; a bracket belongs to what it stands behind, and so does `in` with its unit.
    init(_ cells: [Substring]) {
        var columns: [String] = []
        var isOpen = false
        for cell in cells {
            if let last = columns.indices.last, isOpen || cell == "in" || cell.hasPrefix("[") || cell.hasPrefix("(") {
                columns[last] += " " + cell
            } else {
                columns.append(String(cell))
            }
            isOpen = cell == "in"
        }
        self.columns = columns
    }

    /// Whether words in a remark are meant for so many columns: prose says other things, too.
    func isMeant(forColumns count: Int) -> Bool {
        columns.count == count || columns.first?.lowercased().hasPrefix("energ") == true
    }

    /// The first unit of energy that is another than the energies are read in; one behind a number is no column's.
    func otherUnit(than unit: EnergyUnit) -> EnergyUnit? {
        var isBehindNumber = false
        for column in columns {
            defer { isBehindNumber = column.last?.isNumber == true }
            guard !isBehindNumber, !column.contains(where: \.isNumber) else { continue }
            let units = Self.words(column).lazy.compactMap { word in
                EnergyUnit.allCases.first { $0.rawValue.lowercased() == word }
            }
            if let found = units.first { return found == unit ? nil : found }
        }
        return nil
    }

    /// The first column that is called as what is not read: a logarithm, a flux times E², a time in place of a redshift.
    func otherQuantity(than abscissa: Abscissa) -> String? {
        for (number, column) in columns.enumerated() {
            let words = Self.words(column)
            if words.contains(where: { $0.hasPrefix("log") || Self.logarithms.contains($0) }) { return column }
            if number > 0, abscissa != .redshifts, Self.isTimesEnergySquared(column) { return column }
            if number == 0, abscissa == .redshifts,
                words.contains(where: Self.times.contains) || column.lowercased().contains("1+z")
            {
                return column
            }
        }
        return nil
    }

    private static let logarithms: Set<String> = ["ln", "lg", "lne", "lge", "dex"]
    private static let times: Set<String> = ["age", "factor", "gyr", "lookback", "myr", "time"]

    /// `E2Phi`, `E^2 flux`, `E²Φ`.
    private static func isTimesEnergySquared(_ column: String) -> Bool {
        let letters = column.lowercased()
        return ["e2", "e^2", "e²", "e**2"].contains { power in
            letters.ranges(of: power).contains { range in
                let before = letters[..<range.lowerBound].last
                return before.map { !$0.isLetter && !$0.isNumber } ?? true
            }
        }
    }

    private static func words(_ column: String) -> [String] {
        column.lowercased().split { !$0.isLetter }.map(String.init)
    }
}
