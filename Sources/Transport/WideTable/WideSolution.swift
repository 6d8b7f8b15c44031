import NumericalMethods
import Physics
import RealModule

/// What one mediator changes of the flux above each place of the mesh, in the sums over states that are asked for, at all
/// spectral indices.
///
/// c(ε) = e^{−(γ−1)ε} ∫_{−∞}^ε e^{(γ−1)ε′}(f − w) dε′ and dc/dε = (f − w) − (γ − 1)c, eq. (11) of Documentation/Transport.md,
/// from the top of the wings.
///
/// Written when it is made, and only read from then on.
final class WideSolution: @unchecked Sendable {
    typealias Lanes = GridIndices.Lanes

    /// The first place.
    let first: Int
    let count: Int
    /// c and dc/dε, place after place, group after group, projection after projection. No array: sixteen are read for each edge of each
    /// mediator, and counting who holds them would take longer.
    let values: UnsafePointer<Lanes>

    /// - Parameters:
    ///   - places: of the mesh, rising, from number `first` on.
    ///   - projections: the weights of the states.
    init(
        _ resonance: Resonance, places: ArraySlice<Double>, solver: WideSolver, projections: [SIMD3<Double>]
    ) {
        first = places.startIndex
        count = places.count
        var values = [Lanes](
            repeating: .zero, count: 2 * places.count * projections.count * solver.fine.lanes.groups)
        if let lowest = places.first, let highest = places.last {
            for (spectra, part) in solver.parts {
                spectra.swept(resonance, energies: -highest...(-lowest)) { arrival in
                    for group in 0..<spectra.lanes.groups {
                        Self.add(arrival, group, part, places, projections, to: &values)
                    }
                }
            }
        }
        let memory = UnsafeMutablePointer<Lanes>.allocate(capacity: values.count)
        memory.initialize(from: values, count: values.count)
        self.values = UnsafePointer(memory)
    }

    deinit { values.deallocate() }

    private static func add(
        _ arrival: GridArrival, _ group: Int, _ part: Double, _ places: ArraySlice<Double>,
        _ projections: [SIMD3<Double>], to values: inout [Lanes]
    ) {
        let growth = arrival.indices.gammas[group] - 1
        var sums = GridArrival.States(repeating: .zero)
        var upper = arrival.levels[0]
        for (number, epsilon) in places.enumerated() where -epsilon < upper {
            let more = arrival.integral(group, growth: growth, over: -epsilon...upper)
            let decay = exponential(growth * (-epsilon - upper))
            for state in 0..<3 { sums[state] = sums[state] * decay + more[state] }
            upper = -epsilon
            let change = arrival.change(group: group, at: -epsilon)
            for (projection, weights) in projections.enumerated() {
                var (sum, changed) = (Lanes.zero, Lanes.zero)
                for state in 0..<3 {
                    sum += sums[state] * weights[state]
                    changed += change[state] * weights[state]
                }
                let place = 2 * ((projection * arrival.indices.groups + group) * places.count + number)
                values[place] += sum * part
                values[place + 1] += (changed - growth * sum) * part
            }
        }
    }
}
