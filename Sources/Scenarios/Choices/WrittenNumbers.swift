import ConstraintKit
import Transport
import VOTable

/// The numbers of a spectrum as they are written, one after another: `2.5`, `gamma+0.8`, `1e5GeV`, or a range of them.
struct WrittenNumbers {
    /// Of each index, whether it follows γ.
    private(set) var follows: [Bool] = []
    /// The ranges.
    private(set) var parameters: [SpectrumParameter] = []
    /// The ends of the first range whose ends fall; nil: all rise.
    private(set) var falling: (lower: Double, upper: Double)?
    private var count = 0

    private static let name = "gamma"
    private static let dots = ".."

    /// - Returns: nil for what is neither 2.5 nor gamma, gamma+0.8 or gamma-0.8, nor has a range in place of the number; where it
    ///   follows γ, what is added to it.
    mutating func index(_ text: Substring) -> Double? {
        let followsGamma = text.hasPrefix(Self.name)
        let rest = followsGamma ? text.dropFirst(Self.name.count) : text
        guard !followsGamma || rest.isEmpty || rest.hasPrefix("+") || rest.hasPrefix("-") else { return nil }
        follows.append(followsGamma)
        let (lower, upper) = Self.ends(rest.isEmpty && followsGamma ? "0" : rest)
        guard let first = DecimalText.finiteNumber(lower) else { return nil }
        return add(followsGamma ? .step : .index, first, upper.map(DecimalText.finiteNumber))
    }

    /// - Returns: [GeV]; nil for what is no energy with its unit. The first of a range may leave the unit to the second.
    mutating func energy(_ text: Substring, _ kind: SpectrumParameter.Kind) -> Double? {
        let (lower, upper) = Self.ends(text)
        let unit = upper.map { String($0.reversed().prefix { $0.isLetter }.reversed()) } ?? ""
        let first = DecimalText.finiteNumber(lower) == nil ? String(lower) : lower + unit
        return Self.energy(first).flatMap { add(kind, $0, upper.map { Self.energy(String($0)) }) }
    }

    /// - Returns: nil for what is no number.
    mutating func weight(_ text: Substring) -> Double? {
        let (lower, upper) = Self.ends(text)
        return DecimalText.finiteNumber(lower).flatMap { add(.weight, $0, upper.map(DecimalText.finiteNumber)) }
    }

    /// - Parameter upper: nil: it is no range; nil in it: what stands there is no number.
    private mutating func add(_ kind: SpectrumParameter.Kind, _ lower: Double, _ upper: Double??) -> Double? {
        defer { count += 1 }
        guard let upper else { return lower }
        guard let upper else { return nil }
        if upper < lower {
            falling = falling ?? (lower, upper)
        } else if upper > lower {
            parameters.append(SpectrumParameter(kind, lower...upper, place: count))
        }
        return lower
    }

    /// What stands before two dots, and what behind them; nil where there are none.
    private static func ends(_ text: Substring) -> (lower: Substring, upper: Substring?) {
        for place in text.indices where text[place...].hasPrefix(dots) {
            let upper = text[place...].dropFirst(dots.count)
            // Of three dots nobody can tell to which number one belongs.
            return (text[..<place], upper.hasPrefix(".") ? "" : upper)
        }
        return (text, nil)
    }

    /// Whether somebody meant a range by it and wrote none: `3e4...3e6`, `3e4-3e6`, `2 to 3`.
    static func isMeantAsRange(_ text: Substring) -> Bool {
        if ["...", "…", "–", " to "].contains(where: text.contains) { return true }
        let signs = Array(text)
        return signs.indices.dropFirst().dropLast().contains { place in
            signs[place] == "-" && (signs[place - 1].isNumber || signs[place - 1] == "V") && signs[place + 1].isNumber
        }
    }

    private static func energy(_ text: String) -> Double? {
        do { return try EnergyUnit.gigaelectronvolt.value(of: text, quantity: "energy") } catch { return nil }
    }
}
