/// The units that remarks in words say of columns which say none themselves.
public struct RemarkedUnits: Sendable, Hashable {
    /// That of masses: `# masses in GeV`.
    public var mass: String?
    /// That of couplings: `# couplings in units of 1e-4`.
    public var coupling: String?

    public init(mass: String? = nil, coupling: String? = nil) { (self.mass, self.coupling) = (mass, coupling) }

    /// Nothing where remarks say several.
    init(of remarks: [String]) {
        func only(_ units: [String]) -> String? { Set(units).count == 1 ? units[0] : nil }
        self.init(mass: only(remarks.compactMap(Self.mass)), coupling: only(remarks.compactMap(Self.coupling)))
    }

    /// `mass in GeV`, `m in GeV`, `masses are in GeV`, `Mass [GeV]` within a sentence, `units: GeV`: what stands between speaks of the
    /// unit alone, and no other unit follows. `Higgs mass = 125 GeV`, `masses in GeV were converted to MeV` say nothing of the
    /// column.
    private static func mass(in remark: String) -> String? {
        let words = words(of: remark)
        func isUnit(_ word: String) -> Bool { (word.hasSuffix("eV") || word.contains("eV/c")) && MassUnit(word) != nil }
        let units = words.indices.filter { isUnit(words[$0]) }
        if words.count == 2, units == [1], ["unit", "units"].contains(words[0].lowercased()) { return words[1] }
        func isMass(_ word: String) -> Bool { word.lowercased().hasPrefix("mass") || MassNames.isShort(word) }
        return unit(behind: isMass, in: words) { place in
            guard isUnit(words[place]) else { return false }
            return units.allSatisfy { $0 <= place || words[$0] == words[place] }
        }
    }

    /// `couplings in units of 1e-4`, `coupling in 10^-4`; `g in [1e-5, 1e-2]` and `a coupling of 1e-3` say values.
    private static func coupling(in remark: String) -> String? {
        let words = words(of: remark)
        return unit(behind: isCoupling, in: words) { place in
            let isUnit = words[..<place].suffix(2).contains { ["unit", "units"].contains($0.lowercased()) }
            let isRaised = ["10^", "10**", "10⁻"].contains(where: words[place].hasPrefix)
            let isWrittenAsPower = isRaised && words[place - 1].lowercased() == "in"
            return isPowerOfTen(words[place]) && (isUnit || isWrittenAsPower)
                && words[(place + 1)...].allSatisfy { !isPowerOfTen($0) }
        }
    }

    /// Whether a remark may say a factor of the couplings in words that are not read: `couplings are multiplied by 1e4`, `coupling in 1e-4`.
    static func mayScaleCouplings(_ remark: String) -> Bool {
        let words = words(of: remark)
        let numbers = words.indices.filter { isPowerOfTen(words[$0]) }
        guard numbers.count == 1, words.contains(where: isCoupling), coupling(in: remark) == nil else { return false }
        if numbers[0] > 0, words[numbers[0] - 1].lowercased() == "in" { return true }
        let says: Set<String> = [
            "multiplied", "divided", "scaled", "times", "factor", "units", "unit", "/", "×", "x", "*",
        ]
        return words.contains { says.contains($0.lowercased()) }
    }

    private static func isCoupling(_ word: String) -> Bool {
        word.lowercased().hasPrefix("coupling") || CurveQuantity(columnName: word) != nil
    }

    private static func isPowerOfTen(_ word: String) -> Bool {
        guard let unit = NumberUnit(word), !NumberUnit.isNone(word) else { return false }
        return unit.factor == 1 && unit.exponent != 0
    }

    private static func words(of remark: String) -> [String] {
        remark.split(whereSeparator: \.isWhitespace).map { word in
            String(word.drop { "[(".contains($0) }.trimmingSuffix { "]),.;:".contains($0) })
        }
    }

    /// The first word that is a unit behind one that names the quantity, with nothing between that speaks of anything else.
    private static func unit(
        behind isName: (String) -> Bool, in words: [String], where isUnit: (Int) -> Bool
    ) -> String? {
        for (index, word) in words.enumerated() where isName(word) {
            let place = words[(index + 1)...].firstIndex { !between.contains($0.lowercased()) } ?? words.endIndex
            if place < words.endIndex, place - index <= mostBetween, isUnit(place) { return words[place] }
        }
        return nil
    }

    private static let between: Set<String> = [
        "in", "is", "are", "all", "given", "the", "column", "units", "of", "unit",
    ]
    private static let mostBetween = 6
}

/// The header of astropy's ECSV, a remark for each column: `- {name: m, unit: GeV, datatype: float64}`.
enum ECSVHeader {
    /// - Returns: the unit of each of the columns, empty where it says none; nil in any other file.
    static func units(of names: [String], in remarks: [String]) -> [String]? {
        guard remarks.contains(where: { $0.hasPrefix("%ECSV") || $0.hasPrefix("ECSV") }) else { return nil }
        var units: [String: String] = [:]
        var entry = ""
        for remark in remarks {
            // An entry that is long goes on in the next line.
            entry = remark.hasPrefix("- {") ? remark : entry.isEmpty ? "" : entry + " " + remark
            guard entry.hasSuffix("}") else { continue }
            let pairs = fields(of: entry.dropFirst(3).dropLast(), separator: ",")
            if let name = value(of: "name", in: pairs) { units[name] = value(of: "unit", in: pairs) ?? "" }
            entry = ""
        }
        return names.map { units[$0] ?? "" }
    }

    private static func value(of key: String, in pairs: [String]) -> String? {
        guard let pair = pairs.first(where: { $0.trimmed.hasPrefix("\(key):") }) else { return nil }
        return String(pair.trimmed.dropFirst(key.count + 1).trimmed.filter { !"'\"".contains($0) })
    }
}
