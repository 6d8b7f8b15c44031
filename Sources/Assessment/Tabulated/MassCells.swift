/// The axis of masses in cells of equal width within each power of two, 256 of them each: a mass finds its cell and its
/// place in it by the bits of its number.
package enum MassCells {
    private static let bitsOfCell: UInt64 = 8
    private static let shift = UInt64(Double.significandBitCount) - bitsOfCell
    private static let firstPower = -20
    private static let powers = 50
    private static let first = Double(sign: .plus, exponent: firstPower, significand: 1).bitPattern >> shift

    /// From 1 eV to 1000 TeV, or nearly so; masses outside have no cell.
    package static let count = powers << Int(bitsOfCell)

    /// The cell of a mass [MeV] that is positive and finite; nil outside all of them.
    @inline(__always)
    package static func cell(of mass: Double) -> Int? {
        let key = mass.bitPattern >> shift
        guard key >= first else { return nil }
        let cell = Int(key - first)
        return cell < count ? cell : nil
    }

    /// How far in its cell a mass lies, from 0 to below 1.
    @inline(__always)
    package static func place(of mass: Double) -> Double {
        Double(mass.bitPattern & (1 << shift - 1)) * Double(sign: .plus, exponent: -Int(shift), significand: 1)
    }

    /// Cells that are tabulated together: an eighth of a power of two.
    package static let cellsOfBlock = 32
    package static let blocks = count / cellsOfBlock

    /// The least mass of a cell [MeV]; that of the cell behind the last one is its end.
    static func lowerEdge(of cell: Int) -> Double { Double(bitPattern: (first + UInt64(cell)) << shift) }
}
