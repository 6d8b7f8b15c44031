import NumericalMethods
import Physics
import RealModule

/// Takes the light of sources that all lie at one redshift to Earth, one column in x = ξ − u after another, from far above the
/// lines to the lowest energy; eq. (38) of Documentation/Transport.md.
///
/// A path keeps its x, and so nothing is read between paths: however near the sources are, a column has as many intervals of u, and
/// as many columns as wings ask for. Daughters keep their u and go to columns below. What is absorbed of a column is exact but for
/// daughters that are absorbed again, and all of it is re-emitted: the order is the second in either step.
struct ShellSweep {
    typealias Lanes = GridIndices.Lanes

    let layout: GridLayout
    let indices: GridIndices
    let lines: Lines
    let resonance: Resonance
    let columns: ShellColumns
    /// P_k Γ_ν/Γ.
    let shares: SIMD4<Double>
    /// What arrives of each state without interaction, relative to the mean.
    let free: SIMD4<Double>
    /// What sources emit at ξ relative to the power law; nil: that.
    let shape: ((Double) -> Double)?
    /// Told x, and what the first index had absorbed around it, ∫a dx du.
    let observer: ((Double, Double) -> Void)?

    /// Lends what arrives at Earth.
    func run<Result>(_ body: (UnsafeMutableBufferPointer<Lanes>) -> Result) -> Result {
        let places = columns.places
        let count = places.count * indices.groups * 3
        let size = ShellFields.size(layout)
        return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: count + size * indices.groups) { memory in
            memory.initialize(repeating: .zero)
            let arriving = UnsafeMutableBufferPointer(rebasing: memory[..<count])
            let fields = (0..<indices.groups).map { group in
                let first = count + size * group
                return ShellFields(layout, .init(rebasing: memory[first..<first + size]))
            }
            return withUnsafeTemporaryAllocation(of: ShellStep.self, capacity: layout.intervals) { steps in
                var path = ShellPath(layout, lines, resonance)
                for number in 1..<places.count {
                    let place = places[number]
                    let (above, below) = (columns.width(above: number), columns.width(below: number))
                    path.move(to: place, above: above, below: below, steps)
                    let emitted = shape?(place + layout.step * Double(layout.intervals)) ?? 1
                    for (group, field) in fields.enumerated() {
                        let cell = columns.cell(above: number, indices.gammas[group])
                        let (change, absorbed) = field.pass(steps, cell, light: free * emitted, shares: shares)
                        for state in 0..<3 {
                            arriving[3 * (number * indices.groups + group) + state] = change[state]
                        }
                        if group == 0 { observer?(place, absorbed[0] * (above + below)) }
                    }
                }
                return body(arriving)
            }
        }
    }
}
