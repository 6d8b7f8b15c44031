import ConstraintKit

/// Several limits beside one column of masses, as papers print them: `mass, observed, expected, +1 sigma`.
extension RawTable {
    /// A table for each limit, under the heading of its column; nil where none is named as such.
    func partedByLimits(_ options: ImportOptions) throws(CurveFormatError) -> [RawTable]? {
        guard options.couplingColumn == nil, reading.couplingColumn == nil,
            let mass = try AxisFinder(table: self, options: options).massColumn()
        else { return nil }
        let others = columns.indices.filter { columns[$0].name != mass.name }
        var limits = others.filter { index in
            options.curves.contains { isCurve(columns[index].name, called: $0) }
        }
        let isAskedFor = !limits.isEmpty
        if limits.isEmpty {
            limits = others.filter { columns[$0].isNamedLimit }
            let plain = others.filter { !limits.contains($0) && CurveQuantity(columnName: columns[$0].bareName) != nil }
            // The lower edge alone of what is excluded, as DarkCast has it: a limit, once it is said what it holds.
            if limits.isEmpty, plain.isEmpty, others.count == 1, options.quantity ?? reading.quantity != nil,
                columns[others[0]].bareName.lowercased() == "lower"
            {
                limits = others
            }
            // Which of two that both claim to be the coupling is meant, nobody but the user knows.
            guard plain.count <= 1, !limits.isEmpty else { return nil }
            limits = (limits + plain).sorted()
        }
        return limits.map { index in
            var table = self
            var limit = columns[index]
            limit.axis = .coupling
            table.columns = columns.indices.filter { !limits.contains($0) }.map { columns[$0] } + [limit]
            // One limit is the file's own, and called after its kind.
            guard limits.count > 1 || isAskedFor else { return table }
            let heading = Heading(limit.name)
            table.name = name.isEmpty ? heading.words : "\(name), \(heading.words)"
            table.statements = heading.statements.completed(by: statements)
            return table
        }
    }
}

extension RawColumn {
    /// Whether its heading names a limit of some kind, or an edge of its band, and no other quantity: not
    /// `expected events`.
    fileprivate var isNamedLimit: Bool {
        let heading = Heading(name)
        if heading.bandEdge == .ofStatistics { return true }
        // `upper` alone is an edge of something.
        guard heading.bandEdge == nil else { return false }
        if CurveQuantity.withoutWordsOfLimits(bareName).isEmpty { return true }
        return heading.kind != nil && CurveQuantity(columnName: bareName) != nil
    }
}
