import ConstraintKit

extension WireWriter {
    mutating func put(_ conventions: Conventions) {
        switch conventions.kineticMixing {
        case .none: put(0 as UInt8)
        case .natural: put(1 as UInt8)
        case .ratio(let ratio):
            put(2 as UInt8)
            put(ratio)
        case .fixed(let epsilon):
            put(3 as UInt8)
            put(epsilon)
        case .running: put(4 as UInt8)
        }
        put(conventions.crossSection.rawValue)
        put(conventions.confidenceLevel)
        put(conventions.parameterSet)
        put(conventions.greatestNeff)
        for element in conventions.charges.real + conventions.charges.imaginary { put(element) }
        let mixing = conventions.leptonMixing
        for angle in [mixing?.theta12, mixing?.theta13, mixing?.theta23, mixing?.delta] { put(angle) }
    }
}

extension WireReader {
    mutating func conventions() throws(WireError) -> Conventions {
        let mixing: KineticMixing
        switch try byte() {
        case 0: mixing = .none
        case 1: mixing = .natural
        case 2: mixing = .ratio(try double())
        case 3: mixing = .fixed(try double())
        case 4: mixing = .running
        case let other: throw .unknownTag(other)
        }
        guard let crossSection = CrossSection(rawValue: try text()) else { throw .unusableValue }
        var conventions = Conventions(
            kineticMixing: mixing, crossSection: crossSection, confidenceLevel: try optionalDouble(),
            parameterSet: try text())
        conventions.greatestNeff = try optionalDouble()
        conventions.charges = LeptonCharges(real: try nineDoubles(), imaginary: try nineDoubles())
        conventions.leptonMixing = try leptonMixing()
        return conventions
    }

    /// All four angles or none.
    private mutating func leptonMixing() throws(WireError) -> LeptonMixing? {
        var angles: [Double] = []
        for _ in 0..<4 { if let angle = try optionalDouble() { angles.append(angle) } }
        guard !angles.isEmpty else { return nil }
        guard angles.count == 4 else { throw .unusableValue }
        return LeptonMixing(theta12: angles[0], theta13: angles[1], theta23: angles[2], delta: angles[3])
    }

    private mutating func nineDoubles() throws(WireError) -> [Double] {
        var elements: [Double] = []
        for _ in 0..<9 { elements.append(try double()) }
        return elements
    }
}
