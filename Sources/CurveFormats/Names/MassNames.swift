/// What the mediator's mass is called in headings.
enum MassNames {
    /// Whether a name is that of the mass.
    static func isOne(_ name: String) -> Bool { isShort(name) || isInWords(name) }

    /// `m`, `mass`, `m_Z'`.
    static func isShort(_ name: String) -> Bool { short.contains(name.lowercased()) }

    /// `E`, `energy`, `Gamma`, `width`: another quantity in units of energy.
    static func isOfAnotherEnergy(_ name: String) -> Bool {
        let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        return words.contains(where: otherEnergies.contains) && !words.contains { $0.hasPrefix("mass") || $0 == "m" }
    }

    private static let otherEnergies: Set<String> = [
        "e", "energy", "energies", "ebeam", "gamma", "γ", "width", "widths", "temperature", "sqrt", "ecm", "pt",
        "momentum",
    ]

    /// `Mass of the Z'`, `m(Z')`, `dark photon mass`: the mediator's mass in words, and no other particle's.
    static func isInWords(_ name: String) -> Bool {
        let words = name.lowercased().replacing("′", with: "'").replacing("prime", with: "'")
            .split { !($0.isLetter || $0.isNumber || $0 == "'") }
        let mediators: Set<Substring> = ["z'", "zp", "a'", "ap", "x", "v"]
        var rest = words.filter { !["the", "of", "boson", "mediator", "vector", "dark", "photon"].contains($0) }
        rest.removeAll(where: mediators.contains)
        let namesMediator = rest.count < words.count
        return namesMediator && (rest == ["mass"] || rest == ["m"])
    }

    private static let short: Set<String> = [
        "mass", "m", "mx", "m_x", "mz'", "m_z'", "mzp", "m_zp", "mzprime", "m_zprime", "mz_prime", "m_z_prime", "mv",
        "m_v", "ma'", "m_a'", "map", "m_ap", "maprime", "m_aprime", "mz′", "m_z′",
    ]
}
