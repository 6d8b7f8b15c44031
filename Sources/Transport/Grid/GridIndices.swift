import RealModule

/// Spectral indices side by side, four to a vector, and what the sweep needs of each: the absorption is the same for all,
/// and so is most of the time.
struct GridIndices: Sendable {
    typealias Lanes = SIMD4<Double>
    /// n = 0, 1, 2.
    typealias Moments = (Lanes, Lanes, Lanes)

    /// How the three moments go from the upper end of a cell to its middle and its lower end, for one slot and group.
    struct Moves: Sendable {
        /// e^{−(γ+n)w}.
        var decay: Moments
        /// The same over half the cell.
        var halfDecay: Moments
        /// ∫ e^{−(γ+n)x} dx over the cell: what its own daughters add.
        var own: Moments
        /// The same over half the cell.
        var halfOwn: Moments
    }

    let indices: [Double]
    /// Four indices each; the last is filled up with copies.
    let groups: Int
    /// Slot after slot, group after group.
    let moves: [Moves]
    /// ∫ (y/y')^γ K dx' from one cell to the middle of another that is a number of cells below; slot of the other after
    /// slot, number after number from 0 (the upper half of the cell itself) to `reach`, group after group.
    let pairs: [Lanes]
    /// How many cells above may make daughters in the step in which this one crosses a line.
    let reach: Int
    /// What a point source has emitted before the first step.
    let initial: [Lanes]
    /// What sources add during each step, relative to all they ever do: step after step, group after group.
    let emission: [Lanes]

    init(_ indices: [Double], layout: GridLayout, sources: [SourceTable]) {
        self.indices = indices
        let groups = (indices.count + 3) / 4
        let vectors = (0..<groups).map { group in
            Lanes((4 * group..<4 * group + 4).map { indices[min($0, indices.count - 1)] })
        }
        self.groups = groups
        moves = layout.widths.flatMap { width in
            vectors.map {
                Moves(
                    decay: Self.decay($0, over: width), halfDecay: Self.decay($0, over: width / 2),
                    own: Self.integral($0, over: width), halfOwn: Self.integral($0, over: width / 2))
            }
        }
        reach = 3 * layout.slots
        var pairs: [Lanes] = []
        for slot in 0..<layout.slots {
            for number in 0...reach {
                pairs += vectors.map { Self.pair($0, slot: slot, above: number, layout.widths) }
            }
        }
        self.pairs = pairs
        let farthest = sources.map { $0(layout.step * Double(layout.steps)) }
        initial = (0..<groups).map { group in
            Lanes((4 * group..<4 * group + 4).map { farthest[min($0, farthest.count - 1)] })
        }
        emission = (0..<layout.steps).flatMap { step in
            let ends = (layout.step * Double(step), layout.step * Double(step + 1))
            let emitted = sources.map { $0(ends.0) - $0(ends.1) }
            return (0..<groups).map { group in
                Lanes((4 * group..<4 * group + 4).map { emitted[min($0, emitted.count - 1)] })
            }
        }
    }

    private static func pair(_ indices: Lanes, slot: Int, above number: Int, _ widths: [Double]) -> Lanes {
        guard number > 0 else { return daughters(integral(indices, over: widths[slot] / 2)) }
        var distance = widths[slot] / 2
        for between in 1..<number { distance += widths[(slot - between + 3 * widths.count) % widths.count] }
        let own = integral(indices, over: widths[(slot - number + 3 * widths.count) % widths.count])
        let decay = decay(indices, over: distance)
        return daughters((own.0 * decay.0, own.1 * decay.1, own.2 * decay.2))
    }

    /// K = 3 (1 − 2x + 2x²) applied to the moments.
    @inline(__always)
    static func daughters(_ moments: Moments) -> Lanes {
        let half = moments.0 * 0.5 - moments.1 + moments.2
        return half * 6
    }

    private static func decay(_ indices: Lanes, over width: Double) -> Moments {
        (exponential(-indices * width), exponential(-(indices + 1) * width), exponential(-(indices + 2) * width))
    }

    private static func integral(_ indices: Lanes, over width: Double) -> Moments {
        func integral(_ power: Lanes) -> Lanes {
            var result = Lanes.zero
            for lane in 0..<4 { result[lane] = -Double.expMinusOne(-power[lane] * width) / power[lane] }
            return result
        }
        return (integral(indices), integral(indices + 1), integral(indices + 2))
    }
}
