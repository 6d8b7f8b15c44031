/// A unit of energy or mass that physicists write next to a number.
public enum EnergyUnit: String, Sendable, CaseIterable {
    case electronvolt = "eV"
    case kiloelectronvolt = "keV"
    case megaelectronvolt = "MeV"
    case gigaelectronvolt = "GeV"
    case teraelectronvolt = "TeV"
    case petaelectronvolt = "PeV"
    case exaelectronvolt = "EeV"

    /// The power of ten that turns this unit into electronvolts.
    public var decimalExponent: Int {
        switch self {
        case .electronvolt: 0
        case .kiloelectronvolt: 3
        case .megaelectronvolt: 6
        case .gigaelectronvolt: 9
        case .teraelectronvolt: 12
        case .petaelectronvolt: 15
        case .exaelectronvolt: 18
        }
    }

    /// Reads a number followed by a unit, `6.5MeV` or `1e-3 GeV`, and gives its value in this unit.
    ///
    /// The unit moves the decimal point of the text before it becomes binary, so that `0.0065GeV` and `6.5MeV` are
    /// the same number to the last bit. A number alone is taken to be in this unit.
    ///
    /// - Throws: ``QuantityError`` where the text is not a number or its unit is not one of energy.
    public func value(of text: String, quantity: String) throws(QuantityError) -> Double {
        let text = text.trimmingSpaces
        // An `e` belongs to the number only where digits follow it: the unit eV begins with one too.
        let end = text.indexAfterLeadingNumber
        let number = text[..<end]
        let unitText = String(text[end...]).trimmingSpaces
        guard !number.isEmpty else { throw .notANumber(quantity: quantity, text: text) }
        var shift = 0
        if !unitText.isEmpty {
            guard let unit = EnergyUnit(rawValue: unitText) else {
                throw .unknownUnit(quantity: quantity, text: text, unit: unitText)
            }
            shift = unit.decimalExponent - decimalExponent
        }
        guard let value = Double(shiftingDecimalPoint(of: number, by: shift)) else {
            throw .notANumber(quantity: quantity, text: text)
        }
        return value
    }
}

/// Multiplies a decimal number, as text, by a power of ten.
func shiftingDecimalPoint(of number: Substring, by shift: Int) -> String {
    guard shift != 0 else { return String(number) }
    guard let mark = number.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return "\(number)e\(shift)" }
    guard let exponent = Int(number[number.index(after: mark)...].drop { $0 == "+" }) else { return String(number) }
    let (sum, overflows) = exponent.addingReportingOverflow(shift)
    return overflows ? String(number) : "\(number[..<mark])e\(sum)"
}

extension String {
    /// Without white space at either end.
    var trimmingSpaces: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// Where a leading decimal number ends: sign, digits, point, digits, exponent with digits.
    var indexAfterLeadingNumber: Index {
        var index = startIndex
        func peek(_ at: Index) -> Character? { at < endIndex ? self[at] : nil }
        func skipDigits() { while let c = peek(index), c.isASCII, c.isNumber { index = self.index(after: index) } }
        if let sign = peek(index), sign == "+" || sign == "-" { index = self.index(after: index) }
        let digits = index
        skipDigits()
        if peek(index) == "." {
            index = self.index(after: index)
            skipDigits()
        }
        guard index > digits else { return startIndex }
        if let mark = peek(index), mark == "e" || mark == "E" {
            let beforeExponent = index
            index = self.index(after: index)
            if let sign = peek(index), sign == "+" || sign == "-" { index = self.index(after: index) }
            let exponent = index
            skipDigits()
            if index == exponent { index = beforeExponent }
        }
        return index
    }
}
