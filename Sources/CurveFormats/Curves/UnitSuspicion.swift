import ConstraintKit

/// Masses that are called MeV and look like GeV: by their range, and by what the curve is called.
enum UnitSuspicion {
    /// Experiments, and the mass [MeV] that their limits reach beyond at least; in GeV the number is a thousand times
    /// smaller.
    private static let reach: [(names: Set<String>, mass: Double)] = [
        (["atlas", "cms", "lhc", "lhcb", "cdf", "d0", "tevatron", "lep", "aleph", "opal", "delphi"], 200),
        (["belle", "babar", "besiii", "bes", "kloe", "cleo", "bfactory"], 12),
    ]

    /// - Parameters:
    ///   - masses: as they were read [MeV].
    ///   - words: whatever names the curve.
    static func finding(_ masses: [Double], words: [String], table: String) -> PlausibilityFinding? {
        guard let lower = masses.min(), let upper = masses.max(), upper > 0 else { return nil }
        let text = words.joined(separator: " ").lowercased()
        let named = Set(text.split { !($0.isLetter || $0.isNumber) }.map(String.init))
        let joined = text.filter { $0.isLetter || $0.isNumber || $0.isWhitespace }
        for (names, reach) in reach where upper < reach {
            let name = names.sorted().first { name in
                named.contains(name) || named.contains { $0.hasPrefix(name) && name.count > 4 }
            }
            if let name { return .unitSuspected(lower: lower, upper: upper, called: name, table: table) }
        }
        // "limits in GeV", "curve_GeV.csv" beside a column in MeV.
        if named.contains("gev"), !named.contains("mev"), upper < 1000, joined.contains("mass") || named.count < 8 {
            return .unitSuspected(lower: lower, upper: upper, called: "GeV", table: table)
        }
        return nil
    }
}
