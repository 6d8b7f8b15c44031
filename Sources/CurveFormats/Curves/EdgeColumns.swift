import ConstraintKit

/// Two columns that are the lower and the upper edge of what is excluded: `mass lower upper`.
struct EdgeColumns {
    let lower: Int
    let upper: Int
    /// What both hold, by what their names share: `g` of `g_lower` and `g_upper`; empty where it is not said.
    let quantity: String

    /// - Returns: nil where there are no such two, or more than one of either.
    init?(_ names: [String]) {
        let parts = names.map(Self.parts)
        let lowers = names.indices.filter { parts[$0]?.isUpper == false }
        let uppers = names.indices.filter { parts[$0]?.isUpper == true }
        guard lowers.count == 1, uppers.count == 1, let low = parts[lowers[0]], let high = parts[uppers[0]],
            low.rest == high.rest
        else { return nil }
        // Beside a limit they are the edges of its band, or of its errors.
        let isBesideLimit = names.indices.contains { index in
            guard index != lowers[0], index != uppers[0] else { return false }
            return Heading(names[index]).kind != nil || CurveQuantity(columnName: names[index]) != nil
        }
        guard !isBesideLimit else { return nil }
        (lower, upper, quantity) = (lowers[0], uppers[0], low.rest)
    }

    static func areNamed(in names: [String]) -> Bool { EdgeColumns(names) != nil }

    private static func parts(_ name: String) -> (isUpper: Bool, rest: String)? {
        let words = name.lowercased().split { " _-.".contains($0) }.map(String.init)
        let isLower = words.contains(where: ["lower", "low", "lo", "min"].contains)
        let isUpper = words.contains(where: ["upper", "up", "high", "hi", "max"].contains)
        guard isLower != isUpper else { return nil }
        let marks: Set<String> = ["lower", "low", "lo", "min", "upper", "up", "high", "hi", "max", "edge", "boundary"]
        let rest = words.filter { !marks.contains($0) }.joined(separator: " ")
        // A mass range or an error has such ends too.
        guard rest.isEmpty || CurveQuantity(columnName: rest) != nil else { return nil }
        return (isUpper, rest)
    }
}

extension RawTable {
    /// The two edges as tables of their own, where the columns are such, for each run of rows that have both; nil where
    /// they are not.
    /// - Parameter mass: the index of the mass column.
    func edges(mass: Int) -> (tables: [RawTable], notes: [CurveWarning])? {
        guard let edges = EdgeColumns(columns.map(\.name)), edges.lower != mass, edges.upper != mass,
            columns.allSatisfy({ $0.axis != .coupling })
        else { return nil }
        let band = name.isEmpty ? statements.kind?.rawValue ?? "region" : name
        let runs = runs([columns[mass], columns[edges.lower], columns[edges.upper]])
        let tables = runs.enumerated().flatMap { number, rows in
            [edges.lower, edges.upper].map { index in
                var table = self
                var coupling = columns[index]
                if !edges.quantity.isEmpty { coupling.name = edges.quantity }
                coupling.axis = .coupling
                table.columns = [columns[mass], coupling].map { column in
                    var column = column
                    column.numbers = column.numbers.map { Array($0[rows]) }
                    return column
                }
                table.columns[0].axis = .mass
                table.statements.side = statements.side ?? .inside
                table.statements.topology = .edge
                table.statements.band = number == 0 ? band : "\(band) (\(number + 1))"
                return table
            }
        }
        var notes = [
            CurveWarning.edgesJoined(table: name, lower: columns[edges.lower].name, upper: columns[edges.upper].name)
        ]
        let rows = columns[mass].numbers?.count ?? 0
        let left = rows - runs.reduce(0) { $0 + $1.count }
        if left > 0 { notes.append(.rowsWithoutValue(table: band, rows: left)) }
        if runs.count > 1 { notes.append(.regionsParted(table: band, count: runs.count)) }
        return (tables, notes)
    }

    /// The rows that have a number in all columns, by runs; all of them where one column has a number and another none.
    private func runs(_ columns: [RawColumn]) -> [Range<Int>] {
        let numbers = columns.compactMap(\.numbers)
        guard numbers.count == columns.count, let count = numbers.map(\.count).min() else { return [0..<0] }
        var runs: [Range<Int>] = []
        for row in 0..<count {
            let isFull = numbers.allSatisfy { $0[row] != nil }
            // A lower edge alone says something, but not what.
            let isEmpty = numbers.dropFirst().allSatisfy { $0[row] == nil }
            guard isFull || isEmpty else { return [0..<count] }
            guard isFull else { continue }
            if let last = runs.last, last.upperBound == row {
                runs[runs.count - 1] = last.lowerBound..<row + 1
            } else {
                runs.append(row..<row + 1)
            }
        }
        return runs.isEmpty ? [0..<count] : runs
    }
}
