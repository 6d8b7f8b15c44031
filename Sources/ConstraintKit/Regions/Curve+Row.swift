extension Curve {
    /// What the curve excludes along a row, as ``value(at:)`` mass by mass and to the last bit.
    ///
    /// The knots are walked once, since the masses rise; what is left of each mass is an exponential. Unchecked buffers,
    /// because the checks would cost as much again.
    func boundaries(along row: MassRow, side: Side) -> BoundaryRow {
        BoundaryRow(count: row.count) { answers in
            row.withUnsafeBuffers { rowMasses, rowLogMasses in
                withUnsafeBuffers { masses, logMasses, slopes, knots in
                    let (first, last) = (masses[0], masses[masses.count - 1])
                    var knot = 0
                    for index in answers.indices {
                        let mass = rowMasses[index].inMeV
                        guard first <= mass, mass <= last else {
                            answers[index] = .init(lower: first, upper: last, form: .outsideRange)
                            continue
                        }
                        while knot + 1 < masses.count, masses[knot + 1] <= mass { knot += 1 }
                        let start = knots[knot].coupling
                        guard mass > masses[knot] else {
                            answers[index] = side.element(start)
                            continue
                        }
                        let slope = slopes[knot]
                        guard !slope.isNaN else {
                            answers[index] = .init(lower: masses[knot], upper: masses[knot + 1], form: .inGap)
                            continue
                        }
                        answers[index] = side.element(
                            risen(start, by: slope * (rowLogMasses[index] - logMasses[knot])))
                    }
                }
            }
        }
    }

    /// The side of a curve that it excludes.
    enum Side {
        case above, below

        @inline(__always) func element(_ limit: Double) -> BoundaryRow.Compact {
            switch self {
            case .above: .init(lower: limit, upper: .infinity, form: .excludesOne)
            case .below: .init(lower: 0, upper: limit, form: .excludesOne)
            }
        }
    }
}
