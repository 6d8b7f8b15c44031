import ConstraintKit
import Testing

@testable import CurveFormats

/// Written and read again, any curve is the same to the last bit: random ones, with gaps, closed, and as bands.
@Suite struct CurvePropertyTests {
    /// Doubles of every magnitude that a plausible or implausible curve may have, with all 53 bits at random.
    private struct Numbers {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11
        }
        mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
        mutating func positive(exponents: ClosedRange<Int>) -> Double {
            let exponent = exponents.lowerBound + below(exponents.count)
            return Double(sign: .plus, exponent: exponent, significand: 1 + Double(next() & ((1 << 52) - 1)) * 0x1p-52)
        }
        mutating func knots(_ count: Int) -> [Curve.Knot] {
            var masses: Set<Double> = []
            while masses.count < count { masses.insert(positive(exponents: -40...60)) }
            return masses.sorted().map { Curve.Knot(mass: $0, coupling: positive(exponents: -80...20)) }
        }
    }

    private func region(_ numbers: inout Numbers) throws -> Region {
        let count = 3 + numbers.below(60)
        let knots = numbers.knots(count)
        switch numbers.below(5) {
        case 0: return .above(try Curve(knots: knots))
        case 1:
            return .below(
                try Curve(knots: knots, gapsAfter: Set((0..<numbers.below(5)).map { _ in numbers.below(count - 1) })))
        case 2: return .above(try Curve(knots: knots, gapsAfter: Set((0..<3).map { _ in numbers.below(count - 1) })))
        case 3: return .inside(try Contour(knots))
        default: return .outside(try Contour(knots.reversed()))
        }
    }

    @Test func anyCurveComesBack() throws {
        var numbers = Numbers(state: 20_260_115)
        var options = ImportOptions()
        options.insists = true
        for number in 0..<500 {
            let region = try region(&numbers)
            let card = Card(
                stem: "any-\(number)", title: "any", kind: .observed, confidenceLevel: .stated(0.9), method: .computed)
            let document = Document(
                card: card,
                limits: [Limit(name: "a", kind: .observed, confidenceLevel: .stated(0.9), region: region)])
            let read = try readDocument(nativeVOTable(of: document).serialized(), name: "a.vot", options: options)
            #expect(read.document == document)
        }
    }

    /// Between neighbouring doubles there is no third for the row that marks the gap.
    @Test func aGapBetweenNeighbouringNumbersComesBack() throws {
        for mass in [1.0, 1.0.nextUp, 0.1, 3e5] {
            let knots = [mass.nextDown, mass, mass.nextUp].map { Curve.Knot(mass: $0, coupling: 1e-4) }
            for gap in 0...1 {
                let card = Card(
                    stem: "any", title: "any", kind: .observed, confidenceLevel: .stated(0.9), method: .computed)
                let limit = Limit(
                    name: "a", kind: .observed, confidenceLevel: .stated(0.9),
                    region: .above(try Curve(knots: knots, gapsAfter: [gap])))
                let document = Document(card: card, limits: [limit])
                #expect(try readDocument(nativeVOTable(of: document).serialized(), name: "a.vot").document == document)
            }
        }
    }
}
