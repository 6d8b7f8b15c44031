import ConstraintKit
import NumericalMethods
import Physics
import RealModule
import Testing

@Suite("Muon g−2: the Z′ loop")
struct MuonGMinus2Tests {
    /// A row of the table of couplings, in units of 1e-4: the mass [MeV] and what Δa + nσ gives for each n.
    struct Row: Sendable {
        let mass: Double
        let wp20: [Double]
        let bmw21: [Double]
        let wp25: [Double]
    }

    /// Computed once, independently, with the same integral (eq. 8) to the digits printed here.
    static let table = [
        Row(
            mass: 1, wp20: [3.29, 3.95, 4.52, 5.02, 5.48], bmw21: [1.73, 2.95, 3.79, 4.48],
            wp25: [1.77, 2.88, 3.67]),
        Row(
            mass: 6.5, wp20: [3.52, 4.23, 4.84, 5.38, 5.87], bmw21: [1.86, 3.16, 4.06, 4.80],
            wp25: [1.90, 3.09, 3.93]),
        Row(
            mass: 30, wp20: [4.42, 5.31, 6.07, 6.74, 7.36], bmw21: [2.33, 3.96, 5.09, 6.02],
            wp25: [2.38, 3.87, 4.93]),
        Row(
            mass: 100, wp20: [6.89, 8.28, 9.46, 10.5, 11.5], bmw21: [3.63, 6.18, 7.95, 9.39],
            wp25: [3.71, 6.04, 7.69]),
    ]

    @Test("Couplings for the White Papers and BMW, to the printed digits", arguments: table)
    func couplings(row: Row) throws {
        func check(_ printed: [Double], value: Double, error: Double, from first: Int) throws {
            for (index, expected) in printed.enumerated() {
                let anomaly = (value + Double(first + index) * error) * 1e-10
                let coupling = MuonGMinus2.coupling(anomaly: anomaly, at: try Mass(inMeV: row.mass)) * 1e4
                // Half a unit of the third digit, and a hair for what was rounded exactly there.
                let half = expected < 10 ? 0.00501 : 0.0501
                #expect(abs(coupling - expected) <= half, "\(row.mass) MeV, \(first + index)σ: \(coupling)")
            }
        }
        try check(row.wp20, value: 25.1, error: 5.9, from: -2)
        try check(row.bmw21, value: 10.7, error: 7.0, from: -1)
        try check(row.wp25, value: 3.85, error: 6.37, from: 0)
    }

    @Test("At the muon's own mass the integral is π/(3√3) − 1/2")
    func closedForm() throws {
        let anomaly = MuonGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: Constants.muonMass))
        let exact = (.pi / (3 * 3.0.squareRoot()) - 0.5) / (4 * .pi * .pi)
        // 1e-13: the rounding of a sum of 300 terms.
        #expect(abs(anomaly / exact - 1) < 1e-13)
    }

    @Test("Light and heavy limits")
    func limits() throws {
        let light = MuonGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: 1e-6))
        // The first correction is of the order of m/m_μ = 1e-8, with a coefficient of a few.
        #expect(abs(light * 8 * .pi * .pi - 1) < 1e-7)
        let ratio = 1e9 / Constants.muonMass
        let heavy = MuonGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: 1e9))
        // The first correction is 3r ln(1/r) = 1.1e-12.
        #expect(abs(heavy * 12 * .pi * .pi * ratio * ratio - 1) < 2e-12)
    }

    @Test("The integral by another rule, at masses with a layer at either end", arguments: [1.0, 30, 3e3, 1e5])
    func anotherRule(mass: Double) throws {
        let r = (Constants.muonMass / mass) * (Constants.muonMass / mass)
        let rule = GaussLegendre(count: 40)
        // Pieces that shrink tenfold towards both ends, so that each layer is resolved.
        let left = [0.0] + (-8 ... -1).map { Double.pow(10, $0) } + [0.5]
        var sum = 0.0
        for (low, high) in zip(left, left.dropFirst()) {
            sum += (high - low) * rule.integral { Self.integrand(x: low + (high - low) * $0, r: r) }
            sum += (high - low) * rule.integral { Self.integrand(rest: low + (high - low) * $0, r: r) }
        }
        let anomaly = MuonGMinus2.anomalyPerSquaredCoupling(try Mass(inMeV: mass))
        // Forty nodes a decade leave nothing above 1e-12 for these integrands.
        #expect(abs(anomaly * 4 * .pi * .pi / sum - 1) < 1e-12)
    }

    @Test("The coupling that gives an anomaly gives it back; none gives a negative one")
    func inverse() throws {
        for mass in [1e-6, 6.5, 1e9] {
            let mass = try Mass(inMeV: mass)
            let coupling = try Coupling(MuonGMinus2.coupling(anomaly: 2.51e-9, at: mass))
            // A square and its root: a few roundings.
            #expect(abs(MuonGMinus2.anomaly(mass, coupling) / 2.51e-9 - 1) < 1e-14)
            #expect(MuonGMinus2.coupling(anomaly: -1e-10, at: mass) == 0)
        }
    }

    private static func integrand(x: Double, r: Double) -> Double { x * x * (1 - x) * r / (1 - x + x * x * r) }

    private static func integrand(rest: Double, r: Double) -> Double {
        let x = 1 - rest
        return x * x * rest * r / (rest + x * x * r)
    }
}
