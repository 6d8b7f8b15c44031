import Foundation
import Testing

@testable import Transport

@Suite("The axes of the table of lines with width")
struct WideAxisTests {
    static let axes = [
        WideAxis(origin: 8.6, scale: 1, step: 0.5, rises: false),
        WideAxis(origin: 2.4, scale: 2.5, step: 0.4, rises: true),
    ]

    @Test("A node that counts for a value serves it", arguments: axes.indices)
    func served(number: Int) {
        let axis = Self.axes[number]
        for value in stride(from: -40.0, through: 60, by: 0.037) {
            let stencil = axis.stencil(value)
            for node in stencil.first..<stencil.first + 4 {
                #expect(axis.rises ? node >= 0 : node <= 0)
                let served = axis.served(by: node)
                // To rounding.
                #expect(served.lowerBound <= value + 1e-9 && value <= served.upperBound + 1e-9, "\(node) \(value)")
            }
            #expect(abs(stencil.weights.sum() - 1) < 1e-12)
        }
    }

    @Test("At a node that node alone counts", arguments: axes.indices)
    func nodes(number: Int) {
        let axis = Self.axes[number]
        for distance in 1...40 {
            let node = axis.rises ? distance : -distance
            let (first, weights) = axis.stencil(axis.value(node))
            for place in 0..<4 {
                #expect(abs(weights[place] - (first + place == node ? 1 : 0)) < 1e-9, "\(node)")
            }
        }
    }

    @Test("Nodes lie a step apart on one side, and a function that stops changing on the other is read")
    func spacing() {
        for axis in Self.axes {
            let far = axis.rises ? 120 : -120
            #expect(abs(axis.value(far + 1) - axis.value(far) - axis.step) < 1e-6)
            // From 0 to 1, as fast as the axis expects at most: e^−(step/scale) to the power of a place, with the error of
            // a cubic next to the last of four nodes.
            let error = pow(axis.step / axis.scale, 4) / 24
            func function(_ value: Double) -> Double {
                let distance = (value - axis.origin) / axis.scale
                return 1 / (1 + exp(axis.rises ? -distance : distance))
            }
            for value in stride(from: axis.origin - 30, through: axis.origin + 30, by: 0.1) {
                let (first, weights) = axis.stencil(value)
                let read = (0..<4).reduce(0.0) { $0 + weights[$1] * function(axis.value(first + $1)) }
                #expect(abs(read - function(value)) < error)
            }
        }
    }
}
