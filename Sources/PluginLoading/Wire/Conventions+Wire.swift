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
        return conventions
    }

    private mutating func nineDoubles() throws(WireError) -> [Double] {
        var elements: [Double] = []
        for _ in 0..<9 { elements.append(try double()) }
        return elements
    }
}
