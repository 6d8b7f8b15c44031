import ConstraintKit

/// What some bounds say along all masses of many points, each mass once.
struct RowAnswers: Sendable {
    private let masses: [Double]
    /// The numbers of the bounds, and what each says mass by mass; nil where it fails.
    private let answers: [(number: Int, boundaries: [Boundary?])]

    /// A child process is not sent more masses at once.
    private static let longestRow = 50_000

    /// - Parameters:
    ///   - numbers: of the bounds to ask.
    ///   - masses: [MeV], in any order; those that are none are passed over.
    init(_ bounds: [Bound], _ numbers: [Int], _ masses: UnsafeBufferPointer<Double>) {
        let all = MassRow(
            sorting: masses.compactMap { mass in
                do { return try Mass(inMeV: mass) } catch { return nil }
            })
        self.masses = all.map(\.inMeV)
        let pieces = stride(from: 0, to: all.count, by: Self.longestRow).map { start in
            MassRow(sorting: all[start..<min(start + Self.longestRow, all.count)])
        }
        answers = numbers.map { number in (number, pieces.flatMap { bounds[number].answers(inRow: $0) }) }
    }

    func add(to bits: inout PointBits, _ bounds: [Bound], mass: Mass, coupling: Coupling) {
        var (low, high) = (0, masses.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if masses[middle] <= mass.inMeV { low = middle } else { high = middle }
        }
        for (number, boundaries) in answers {
            guard let boundary = boundaries[low] else {
                bits.add(.failed, of: number)
                continue
            }
            do {
                bits.add(try bounds[number].exclusion(by: boundary, at: mass, coupling: coupling), of: number)
            } catch { bits.add(.failed, of: number) }
        }
    }
}

extension Bound {
    /// What it says along a row, asked once: one that remembers rows is not asked again mass by mass where the row fails.
    fileprivate func answers(inRow row: MassRow) -> [Boundary?] {
        guard !isPlugin, constraint is any RowBound else { return boundaries(along: row).boundaries }
        remember(along: row)
        return row.map { boundary(at: $0) }
    }
}
