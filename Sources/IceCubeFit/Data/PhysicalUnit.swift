import Physics

/// A unit made of energy, length, time and solid angle, as a power of each.
struct PhysicalUnit: Equatable {
    /// What one of the unit is in GeV, cm, s, sr.
    var scale = 1.0
    var energy = 0
    var length = 0
    var time = 0
    var solidAngle = 0

    var isEnergy: Bool { dimension == [1, 0, 0, 0] }
    /// E²Φ: energy × number per area, time and solid angle.
    var isEnergyFlux: Bool { dimension == [1, -2, -1, -1] }
    private var dimension: [Int] { [energy, length, time, solidAngle] }

    /// Multiplies by a power of a named unit.
    fileprivate mutating func multiply(by symbol: String, power: Int) -> Bool {
        guard let (dimension, scale) = Self.symbols[symbol], abs(power) <= Self.largestPower else { return false }
        self[keyPath: dimension] += power
        for _ in 0..<abs(power) { self.scale *= power > 0 ? scale : 1 / scale }
        return true
    }

    /// More than any unit of physics has; it bounds the work a document can ask for.
    private static let largestPower = 4

    private static var symbols: [String: (dimension: WritableKeyPath<PhysicalUnit, Int>, scale: Double)] {
        [
            "eV": (\.energy, 1e-9), "keV": (\.energy, 1e-6), "MeV": (\.energy, 1e-3), "GeV": (\.energy, 1),
            "TeV": (\.energy, 1e3), "PeV": (\.energy, 1e6), "EeV": (\.energy, 1e9),
            "erg": (\.energy, Constants.gigaelectronvoltsPerErg),
            "cm": (\.length, 1), "m": (\.length, 1e2), "km": (\.length, 1e5), "s": (\.time, 1), "sr": (\.solidAngle, 1),
        ]
    }
}

extension PhysicalUnit {
    /// Reads `GeV.cm**-2.s**-1.sr**-1` (VOUnits), and as people write it, `GeV cm-2 s-1 sr-1` or `GeV/(cm^2 s sr)`.
    ///
    /// - Returns: nil where a symbol is not one of the few that a flux is given in, or the grammar is another.
    init?(_ text: String) {
        self.init()
        var reader = UnitReader(text)
        while !reader.isAtEnd {
            guard let factor = reader.next(), multiply(by: factor.symbol, power: factor.power) else { return nil }
        }
        guard !reader.isInDivisor else { return nil }
    }
}

/// Takes a unit's text apart into symbols and their powers.
private struct UnitReader {
    private var rest: ArraySlice<UInt8>
    /// Whether a parenthesis behind a slash is open.
    private(set) var isInDivisor = false

    init(_ text: String) { rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next symbol with its power; nil where there should be one and is none.
    mutating func next() -> (symbol: String, power: Int)? {
        skipSeparators()
        var sign = isInDivisor ? -1 : 1
        if !isInDivisor, take("/") {
            sign = -1
            skipSeparators()
            isInDivisor = take("(")
            skipSeparators()
        }
        let symbol = rest.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        guard !symbol.isEmpty else { return nil }
        rest = rest.dropFirst(symbol.count)
        guard let power = takePower() else { return nil }
        skipSeparators()
        if isInDivisor, take(")") { isInDivisor = false }
        return (String(decoding: symbol, as: UTF8.self), sign * power)
    }

    /// `**-2`, `^-2`, `-2`, or nothing, which is 1.
    private mutating func takePower() -> Int? {
        let isMarked = take("**") || take("^")
        let digits = rest.prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || (0x30...0x39).contains($0) }
        rest = rest.dropFirst(digits.count)
        if digits.isEmpty { return isMarked ? nil : 1 }
        // More digits than any power has: what they would overflow is never computed.
        guard digits.count <= 3 else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private mutating func skipSeparators() {
        // A star alone multiplies; two would be a power without a symbol.
        rest = rest.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "*") }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard rest.starts(with: expected) else { return false }
        rest = rest.dropFirst(expected.count)
        return true
    }
}
