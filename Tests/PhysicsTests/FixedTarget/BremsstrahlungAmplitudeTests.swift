import Testing

@testable import Physics

/// Time first.
private typealias FourVector = SIMD4<Double>

private func dot(_ a: FourVector, _ b: FourVector) -> Double {
    let product = a * b
    return product.x - product.y - product.z - product.w
}

/// ¼ Tr of slashed vectors, by the recursion that anticommutes the first one through.
private func trace(_ vectors: [FourVector]) -> Double {
    guard let first = vectors.first else { return 1 }
    guard vectors.count.isMultiple(of: 2) else { return 0 }
    var sum = 0.0
    for index in vectors.indices.dropFirst() {
        var rest = vectors
        rest.remove(at: index)
        rest.removeFirst()
        sum += (index.isMultiple(of: 2) ? -1 : 1) * dot(first, vectors[index]) * trace(rest)
    }
    return sum
}

/// A sum of products of slashed vectors.
private struct Dirac {
    var terms: [(factor: Double, vectors: [FourVector])]

    static func slash(_ p: FourVector, plus mass: Double = 0) -> Dirac { Dirac(terms: [(1, [p]), (mass, [])]) }

    static func * (a: Dirac, b: Dirac) -> Dirac {
        Dirac(terms: a.terms.flatMap { x in b.terms.map { (x.factor * $0.factor, x.vectors + $0.vectors) } })
    }

    static func + (a: Dirac, b: Dirac) -> Dirac { Dirac(terms: a.terms + b.terms) }

    func scaled(_ factor: Double) -> Dirac { Dirac(terms: terms.map { ($0.factor * factor, $0.vectors) }) }

    /// γ⁰ M† γ⁰: the same in reverse order.
    var conjugate: Dirac { Dirac(terms: terms.map { ($0.factor, $0.vectors.reversed()) }) }

    var trace: Double {
        4 * terms.reduce(0) { $0 + ($1.factor == 0 ? 0 : $1.factor * PhysicsTests.trace($1.vectors)) }
    }
}

@Suite("Amplitude of a lepton that radiates a vector boson")
struct BremsstrahlungAmplitudeTests {
    /// Momenta of no particular kind: p′, k, p (space parts), m_ℓ, m_V.
    private static let cases: [(SIMD3<Double>, SIMD3<Double>, SIMD3<Double>, Double, Double)] = [
        ([0.3, -0.2, 1.1], [-0.4, 0.5, 0.7], [0.1, 0.2, 2.0], 0.6, 0.9),
        ([1.3, 0.4, -0.1], [0.2, 0.9, 0.3], [-0.5, 0.7, 0.8], 1.2, 0.3),
        ([0.01, 0.02, 5], [0.03, -0.01, 7], [0, 0, 12.5], 0.1, 0.2),
    ]

    @Test("The closed form is the trace", arguments: cases)
    func closedForm(
        after: SIMD3<Double>, boson: SIMD3<Double>, before: SIMD3<Double>, leptonMass: Double, bosonMass: Double
    ) {
        func onShell(_ space: SIMD3<Double>, _ mass: Double) -> FourVector {
            [((space * space).sum() + mass * mass).squareRoot(), space.x, space.y, space.z]
        }
        let (p, q, k) = (onShell(before, leptonMass), onShell(after, leptonMass), onShell(boson, bosonMass))
        let photon = q + k - p
        // Any vector without a part along the photon will do for the nucleus's.
        let any: FourVector = [3.1, 0.4, -0.7, 0.9]
        let nucleus = any - photon * (dot(any, photon) / dot(photon, photon))
        let s = 2 * dot(q, k) + bosonMass * bosonMass
        let u = bosonMass * bosonMass - 2 * dot(p, k)

        var sum = 0.0
        for index in 0..<4 {
            var unit = FourVector()
            unit[index] = 1
            let late = Dirac.slash(unit) * .slash(q + k, plus: leptonMass) * .slash(nucleus)
            let early = Dirac.slash(nucleus) * .slash(p - k, plus: leptonMass) * .slash(unit)
            let vertex = late.scaled(1 / s) + early.scaled(1 / u)
            let squared = Dirac.slash(q, plus: leptonMass) * vertex * .slash(p, plus: leptonMass) * vertex.conjugate
            sum -= dot(unit, unit) * squared.trace / 2
        }

        let closed = BremsstrahlungAmplitude.squared(
            .init(
                bosonMassSquared: bosonMass * bosonMass, leptonMassSquared: leptonMass * leptonMass, s: s, u: u,
                t: -dot(photon, photon), before: dot(nucleus, p), after: dot(nucleus, q),
                nucleusSquared: dot(nucleus, nucleus)))
        // A few hundred products cancel to a part in a hundred.
        #expect(abs(closed / sum - 1) < 1e-10, "\(closed) against \(sum)")
    }
}
