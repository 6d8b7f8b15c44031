extension NeffTable {
    /// The table as text, a kilobyte a hundred and fifty histories.
    ///
    /// A first line that names the format, and one with the digest of all that follows; then each grid: `grid NAME`, the
    /// axes as `mass_MeV|coupling|mixing FIRST LAST COUNT`, and a line of values for every mass and coupling, along the
    /// mixing: N_eff − 3 in units of 1e-4. Values that repeat to a line's end are written once. Lines that begin with # are
    /// for people.
    public var text: String {
        var lines = [
            "# The effective number of neutrinos that a muon-minus-tau Z' leaves, by its thermal history in the early universe.",
            "# Made by 'mutau reproduce --neff-table FILE' (Documentation/NeffBound.md); without a Z' it is \(Neff.standardModel).",
            "# Axes are even in the logarithm; mixing is that of Z' and photon, times the root of the electrons' phase space.",
            "# Each line is one mass and one coupling, along the mixing: N_eff - 3 in units of 1e-4.",
        ]
        for (name, grid) in [("light", light), ("early", early), ("heavy", heavy)] {
            lines.append("grid \(name)")
            lines.append("mass_MeV \(grid.masses.text)")
            lines.append("coupling \(grid.couplings.text)")
            if let mixings = grid.mixings { lines.append("mixing \(mixings.text)") }
            let length = NeffGrid.rowLength(grid.mixings)
            for start in stride(from: 0, to: grid.values.count, by: length) {
                lines.append(Self.line(grid.values[start..<start + length]))
            }
        }
        let rest = lines.joined(separator: "\n") + "\n"
        return "\(Self.format)\n\(Self.digestKey) \(Self.digest(of: rest.utf8))\n\(rest)"
    }

    /// The first line of every table.
    static let format = "mutau N_eff table 1"
    /// The first word of the second.
    static let digestKey = "fnv1a"

    /// Fowler, Noll and Vo's FNV-1a of 64 bits, in hexadecimal: it finds a slip of an editor, and is no seal.
    static func digest(of bytes: some Sequence<UInt8>) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    /// Values in units of 1e-4 from 3, without repetitions at the end.
    private static func line(_ values: ArraySlice<Double>) -> String {
        var units = values.map { Int((($0 - 3) * 1e4).rounded()) }
        while units.count > 1, units[units.count - 1] == units[units.count - 2] { units.removeLast() }
        return units.map(String.init).joined(separator: " ")
    }
}

extension CubicAxis {
    fileprivate var text: String { "\(first) \(last) \(count)" }
}
