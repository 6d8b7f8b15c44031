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

    /// Whether words in a remark are meant for so many columns: prose says other things, too, in as many words. The first
    /// column is then called as energies or redshifts are.
    func isMeant(forColumns count: Int) -> Bool {
        guard let first = columns.first?.lowercased() else { return false }
        if first.hasPrefix("energ") { return true }
        guard columns.count == count else { return false }
        return Self.words(first).contains { word in
            Self.abscissas.contains(word.hasPrefix("log") ? String(word.dropFirst(3)) : word)
                || EnergyUnit.allCases.contains { $0.rawValue.lowercased() == word }
        }
    }

    private static let abscissas: Set<String> = [
        "e", "enu", "ev", "energy", "energies", "lge", "lne", "z", "redshift", "redshifts", "age", "gyr", "myr",
        "lookback",
    ]

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
            if Self.isLogarithm(words) { return column }
            if number > 0, abscissa != .redshifts, Self.isTimesEnergy(column) { return column }
            if number == 0, abscissa == .redshifts,
                words.contains(where: Self.times.contains) || words.count == 1 && Self.symbols.contains(words[0])
                    || column.lowercased().contains("1+z")
            {
                return column
            }
        }
        return nil
    }

    private static let logarithms: Set<String> = ["ln", "lg", "lne", "lge", "dex"]
    private static let times: Set<String> = ["age", "factor", "gyr", "lookback", "myr", "time"]
    /// Of times and scale factors, where they stand alone.
    private static let symbols: Set<String> = ["a", "scale", "t", "tau"]
    /// What begins with a logarithm and is the name of a function.
    private static let functions = ["logist", "lognorm", "logparab"]

    /// `log10 E`, `log(E)`, `logE`; a `log-parabola` is a spectrum.
    private static func isLogarithm(_ words: [String]) -> Bool {
        if words.contains(where: logarithms.contains) { return true }
        return words.indices.contains { place in
            guard words[place].hasPrefix("log") else { return false }
            let name = words[place] == "log" ? "log" + words[(place + 1)...].prefix(1).joined() : words[place]
            return !functions.contains(where: name.hasPrefix)
        }
    }

    /// `E2Phi`, `E^2 flux`, `E²Φ`, `E^{2}Phi`, `E*flux`, `nuFnu`: a flux times the energy, or a power of it.
    private static func isTimesEnergy(_ column: String) -> Bool {
        let letters = column.lowercased().filter { !"{}$ _\\".contains($0) }
        if ["nufnu", "νfν", "sed"].contains(where: letters.hasPrefix) || letters.hasPrefix("edn/de") { return true }
        return letters.indices.contains { place in
            guard letters[place] == "e" else { return false }
            let before = letters[..<place].last
            guard before.map({ !$0.isLetter && !$0.isNumber && $0 != "/" }) ?? true else { return false }
            var power = letters[letters.index(after: place)...]
            if power.hasPrefix("**") {
                power = power.dropFirst(2)
            } else if power.first == "^" {
                power = power.dropFirst()
            } else if let times = power.first, "*·×".contains(times) {
                return true
            }
            return power.first?.isNumber == true
        }
    }

    private static func words(_ column: String) -> [String] {
        column.lowercased().split { !$0.isLetter }.map(String.init)
    }
}
