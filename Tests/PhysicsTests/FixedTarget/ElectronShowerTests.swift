import RealModule
import Testing

@testable import Physics

@Suite("Electrons of a beam that ends in a target")
struct ElectronShowerTests {
    /// How far an electron runs with more than a part of its energy: ∫ dt P(bt, y), P the regularised incomplete Γ
    /// function, by its series and equal steps.
    private func length(aboveFraction fraction: Double) -> Double {
        let y = -Double.log(fraction)
        let step = 0.01
        func probability(_ shape: Double) -> Double {
            var (term, sum) = (1.0, 0.0)
            for k in 0..<40 {
                sum += term
                term *= y / (shape + Double(k) + 1)
            }
            return Double.exp(shape * Double.log(y) - y - Double.logGamma(shape + 1)) * sum
        }
        return (0..<2000).reduce(0) { $0 + step * probability(4.0 / 3 * step * (Double($1) + 0.5)) }
    }

    @Test("The rule adds up to the way above an energy", arguments: [0.3, 0.5, 0.8])
    func length(lowest: Double) {
        let sum = ElectronShower(downTo: lowest).points.reduce(0) { $0 + $1.length }
        #expect(abs(sum / length(aboveFraction: lowest) - 1) < 1e-3)
    }

    @Test("The rule weighs the energies as the ways above them do")
    func weights() {
        // What an energy above half is worth grows with it.
        let half = ElectronShower(downTo: 0.5).points.reduce(0) { $0 + $1.length * ($1.fraction - 0.5) }
        let steps = (0..<200).map { 0.5 + (Double($0) + 0.5) / 400 }
        // By parts: ∫ (f − ½) dL = ∫ L(above f) df.
        let sum = steps.reduce(0) { $0 + length(aboveFraction: $1) / 400 }
        #expect(abs(half / sum - 1) < 2e-3)
    }
}
