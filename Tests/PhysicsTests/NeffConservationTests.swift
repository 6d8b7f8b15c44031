import RealModule
import Testing

@testable import Physics

@Suite("Identities of the thermal history")
struct NeffConservationTests {
    private static func history(_ mass: Double, _ coupling: Double, mixing: Double = 0) -> ThermalHistory {
        ThermalHistory(.init(mass: mass, coupling: coupling, mixing: mixing), precision: .init())
    }

    @Test(
        "Energy is conserved: dρ/d ln a = −3(ρ + P)", arguments: [(5.0, 3e-10, 0), (5, 1e-4, 1.4e-6), (0.01, 8e-9, 0)])
    func energy(mass: Double, coupling: Double, mixing: Double) throws {
        let history = Self.history(mass, coupling, mixing: mixing)
        var worst = 0.0
        _ = try history.integrate { _, state in
            let derivative = history.derivative(state)
            let step = 1e-6 / max(1, abs(derivative[2])) * derivative
            let slope = history.densities(state + step).energy - history.densities(state - step).energy
            let scale = step[0] / derivative[0]
            let expected = -3 * (history.densities(state).energy + history.densities(state).pressure)
            worst = max(worst, abs(slope / (2 * scale) / expected - 1))
        }
        // Rounding of 1e-16, where Z′ relax 1e4 times as fast as all expands, over steps of 1e-10; tables err by 1e-7.
        #expect(worst < 1e-5)
    }

    @Test("The plasma's entropy: dP/d ln T = ρ + P, and its heat capacity is dρ/d ln T")
    func plasma() {
        let plasma = Plasma()
        for temperature in [0.01, 0.1, 0.3, 1, 5, 30, 100] {
            func state(_ logarithm: Double) -> Plasma.State {
                plasma.state(temperature: Double.exp(logarithm), logarithm: logarithm)
            }
            let logarithm = Double.log(temperature)
            let (below, here, above) = (state(logarithm - 1e-3), state(logarithm), state(logarithm + 1e-3))
            // Differences over 1e-3 err by its square times a few.
            #expect(abs((above.pressure - below.pressure) / 2e-3 / (here.energy + here.pressure) - 1) < 1e-5)
            #expect(abs((above.energy - below.energy) / 2e-3 / here.heatCapacity - 1) < 1e-5)
        }
        // Photons alone.
        let cold = plasma.state(temperature: 1e-3, logarithm: Double.log(1e-3))
        #expect(abs(cold.energy / (.pi * .pi / 15 * 1e-12) - 1) < 1e-9)
    }

    @Test("Neutrinos and Z′ in equilibrium keep their entropy once they are free")
    func entropy() throws {
        let history = Self.history(1, 1e-4)
        var entropies: [Double] = []
        _ = try history.integrate { time, state in
            guard state[0] < Double.log(0.2) else { return }
            let densities = history.densities(state)
            let enthalpy = 4 / 3 * densities.neutrinos + densities.bosons.energy + densities.bosons.pressure
            entropies.append(enthalpy * Double.exp(3 * time - state[1]))
        }
        let (least, most) = (entropies.min() ?? 0, entropies.max() ?? .infinity)
        // At 0.2 MeV the weak interaction still exchanges (0.2/1.4)³ times T_γ − T_ν.
        #expect(most / least - 1 < 3e-3)
    }

    @Test("Massless QED: P = −5e²/288 + e³/(36√3 π)")
    func pressureOfQED() {
        let square = 4 * .pi * Constants.fineStructure
        let expected = -5 * square / 288 + square * square.squareRoot() / (36 * 3.0.squareRoot() * .pi)
        #expect(abs(QEDPressure.perFourthPower(massRatio: 1e-6) / expected - 1) < 1e-6)
    }

    @Test("A gas of vectors: relativistic and slow")
    func vectorGas() {
        let gas = VectorGas()
        let fast = gas.averages(ratio: 2e-5, logarithm: Double.log(2e-5))
        #expect(abs(fast.density * .pi * .pi / Constants.zetaOfThree - 1) < 1e-4)
        #expect(abs(fast.energy * 3 / (fast.pressure * 9) - 1) < 1e-4)
        #expect(abs(fast.heatCapacity / fast.energy - 1) < 1e-4)
        let slow = gas.averages(ratio: 200, logarithm: Double.log(200))
        // The next order is 15/8z.
        #expect(abs(slow.energy - 201.5) < 0.01 && abs(slow.pressure - 1) < 0.01)
        #expect(abs(slow.decayRate - 1) < 0.01 && abs(slow.blockedPower - 1) < 1e-9)
    }

    @Test("The fourth order, and damping of what is stiff")
    func rosenbrock() {
        func error(steps: Int, stiffness: Double) -> Double {
            // y₀ follows cos y₁, y₁ is the time.
            func slope(_ state: SIMD4<Double>) -> SIMD4<Double> {
                let departure = state[0] - Double.cos(state[1])
                return SIMD4(-stiffness * departure - Double.sin(state[1]), 1, 0, 0)
            }
            var state = SIMD4<Double>(1, 0, 0, 0)
            for _ in 0..<steps {
                let step = RosenbrockStep(at: state, slope)
                state = step.advance(state, by: 1 / Double(steps), slope).state
            }
            return abs(state[0] - Double.cos(1))
        }
        #expect(error(steps: 10, stiffness: 1) < 1e-6)
        #expect(error(steps: 20, stiffness: 1) < error(steps: 10, stiffness: 1) / 10)
        #expect(error(steps: 10, stiffness: 1e6) < 1e-9)
    }
}
