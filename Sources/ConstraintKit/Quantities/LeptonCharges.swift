/// The couplings of the neutrinos to the Z′ in units of g′, a Hermitian matrix with rows and columns e, μ, τ.
public struct LeptonCharges: Sendable, Hashable {
    /// Real parts, row by row: nine.
    public let real: [Double]
    /// Imaginary parts, row by row: nine.
    public let imaginary: [Double]

    /// diag(0, 1, −1).
    public static let muonMinusTau = LeptonCharges(
        real: [0, 0, 0, 0, 1, 0, 0, 0, -1], imaginary: [Double](repeating: 0, count: 9))

    /// - Parameters:
    ///   - real: nine real parts, row by row.
    ///   - imaginary: nine imaginary parts, row by row.
    public init(real: [Double], imaginary: [Double]) {
        precondition(real.count == 9 && imaginary.count == 9, "a matrix of three by three")
        self.real = real
        self.imaginary = imaginary
    }
}
