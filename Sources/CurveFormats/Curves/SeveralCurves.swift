/// Tables whose rows are several curves, told apart by another column: `mass, coupling, type`, or a second independent
/// variable.
extension RawTable {
    /// - Parameters:
    ///   - axes: the columns of mass and coupling.
    ///   - masses: of the rows.
    /// - Throws: ``CurveFormatError/severalCurves(column:values:table:)``
    func refuseSeveralCurves(besides axes: [RawColumn?], _ masses: [Double?]) throws(CurveFormatError) {
        guard !isOfProfile else { return }
        let used = axes.compactMap(\.self)
        for column in columns where !used.contains(where: { $0.name == column.name && $0.place == column.place }) {
            guard let labels = column.labels, labels.count == masses.count else { continue }
            // A number of the row, or a remark to it, tells no curves apart.
            let values = Set(labels).subtracting([""])
            guard values.count > 1, values.count * 2 <= labels.count else { continue }
            if differsAtMasses(labels, masses)
                || (column.words != nil && (partsRuns(labels, masses) || Self.areOpposed(values)))
            {
                throw .severalCurves(column: column.title, values: labels.first(of: values, 3), table: title)
            }
        }
    }

    /// Whether the column has several values at half of the masses or more: a step of one curve has it at one or two.
    private func differsAtMasses(_ labels: [String], _ masses: [Double?]) -> Bool {
        var valuesAt: [Double: Set<String>] = [:]
        for (mass, label) in zip(masses, labels) {
            if let mass { valuesAt[mass, default: []].insert(label) }
        }
        let several = valuesAt.count { $0.value.count > 1 }
        return several >= 2 && several * 2 >= valuesAt.count
    }

    /// Whether words tell apart what is never one curve, whatever its masses: limits of two kinds, what is allowed and what is excluded, edges.
    private static func areOpposed(_ values: Set<String>) -> Bool {
        let words = Set(values.map { $0.lowercased() })
        return opposites.contains { pair in pair.allSatisfy { !$0.isDisjoint(with: words) } }
    }

    private static let opposites: [[Set<String>]] = [
        [["allowed"], ["excluded", "ruled out"]],
        [["lower", "low", "min"], ["upper", "high", "max"]],
        [["observed", "obs", "obs."], ["expected", "exp", "exp.", "median", "projected"]],
    ]

    /// Whether each value of a column of words stands in one run of rows, and the masses of the runs overlap: one curve below another. Runs
    /// beside one another are parts of one curve, with a word on each.
    private func partsRuns(_ labels: [String], _ masses: [Double?]) -> Bool {
        var runs: [(label: String, masses: ClosedRange<Double>)] = []
        for (label, mass) in zip(labels, masses) {
            guard let mass else { continue }
            if let last = runs.last, last.label == label {
                runs[runs.count - 1].masses = min(last.masses.lowerBound, mass)...max(last.masses.upperBound, mass)
            } else {
                runs.append((label, mass...mass))
            }
        }
        guard Set(runs.map(\.label)).count == runs.count else { return false }
        return zip(runs, runs.dropFirst()).contains { first, next in
            let (one, other) = (first.masses, next.masses)
            return one.lowerBound < one.upperBound && other.lowerBound < other.upperBound
                && max(one.lowerBound, other.lowerBound) < min(one.upperBound, other.upperBound)
        }
    }
}

extension RawColumn {
    /// What its cells say, as far as that tells rows apart; nil where it is not kept.
    fileprivate var labels: [String]? { words ?? numbers?.map { number in number.map { "\($0)" } ?? "" } }
}

extension [String] {
    /// The first of several values in the order of the rows.
    fileprivate func first(of values: Set<String>, _ count: Int) -> [String] {
        var (rest, found): (Set<String>, [String]) = (values, [])
        for label in self where found.count < count && rest.remove(label) != nil { found.append(label) }
        return found
    }
}
