import NumericalMethods
import Physics
import RealModule

/// The plane in which spectra of lines with width are tabulated: x = ln κ, how much is absorbed, and y = ln κg′², the depth
/// of the wings; eqs. (34) and (35) of Documentation/Transport.md.
struct WidePlane: Sendable {
    /// A node of the table.
    struct Node: Hashable {
        /// Of x and y, in steps.
        var strength: Int
        var wing: Int
        /// C of the cross section, which tells the mass that belongs to both.
        var normalisation: Double

        /// Of the sixteen from this one on, up and to the right.
        func neighbour(_ number: Int) -> Node {
            Node(strength: strength + number / 4, wing: wing + number % 4, normalisation: normalisation)
        }
    }

    /// A node's lines.
    struct Lines {
        /// κ [eV⁻²].
        var strength: Double
        /// g′²
        var squaredCoupling: Double
        /// ln m² [ln MeV²].
        var logarithmOfSquaredMass: Double
    }

    /// Four nodes either way around a mediator, and what they count for.
    struct Stencil {
        var first: Node
        var strengths: SIMD4<Double>
        var wings: SIMD4<Double>

        /// Of each of the sixteen.
        func weight(_ number: Int) -> Double { strengths[number / 4] * wings[number % 4] }
    }

    /// Between nodes, in both.
    static let step = 0.5
    /// How far, in ln m², a node lies from a mediator it serves: two steps either way, and ln m² is y − 2x but for a constant.
    static let reach = 6 * step

    func stencil(_ mediator: Mediator) -> Stencil {
        let x = Double.log(mediator.strength)
        let y = x + 2 * Double.log(mediator.coupling.value)
        let (column, row) = ((x / Self.step).rounded(.down) - 1, (y / Self.step).rounded(.down) - 1)
        return Stencil(
            first: Node(
                strength: Int(column), wing: Int(row), normalisation: mediator.crossSection.normalisation),
            strengths: CubicStencil.weights(at: x / Self.step - column),
            wings: CubicStencil.weights(at: y / Self.step - row))
    }

    func lines(_ node: Node) -> Lines {
        let x = Self.step * Double(node.strength)
        let logarithmOfSquare = Self.step * Double(node.wing) - x
        return Lines(
            strength: Double.exp(x), squaredCoupling: Double.exp(logarithmOfSquare),
            logarithmOfSquaredMass: Double.log(node.normalisation) + logarithmOfSquare - x - 2 * Double.log(1e6))
    }
}
