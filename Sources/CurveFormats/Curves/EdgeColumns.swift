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
    /// The two edges as tables of their own, where the columns are such; nil where they are not.
    /// - Parameter mass: the index of the mass column.
    func edges(mass: Int) -> (tables: [RawTable], note: CurveWarning)? {
        guard let edges = EdgeColumns(columns.map(\.name)), edges.lower != mass, edges.upper != mass else { return nil }
        let band = name.isEmpty ? statements.kind?.rawValue ?? "" : name
        let tables = [edges.lower, edges.upper].map { index in
            var table = self
            var coupling = columns[index]
            if !edges.quantity.isEmpty { coupling.name = edges.quantity }
            coupling.axis = .coupling
            table.columns = [columns[mass], coupling]
            table.columns[0].axis = .mass
            table.statements.side = statements.side ?? .inside
            table.statements.topology = .edge
            table.statements.band = band.isEmpty ? "region" : band
            return table
        }
        let note = CurveWarning.edgesJoined(
            table: name, lower: columns[edges.lower].name, upper: columns[edges.upper].name)
        return (tables, note)
    }
}
