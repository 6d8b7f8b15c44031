/// Deterministic changes of a few bytes.
public struct Mutations {
    private var state: UInt64
    public init(seed: UInt64) { state = seed }

    /// Steele's SplitMix64.
    private mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ value >> 31) % UInt64(bound))
    }

    /// The bytes with one to four places changed, doubled or taken away.
    public mutating func mutant(of original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0...next(below: 3) {
            let place = next(below: bytes.count)
            switch next(below: 5) {
            case 0: bytes[place] = UInt8(next(below: 256))
            case 1: bytes[place] ^= 1 << UInt8(next(below: 8))
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(Array("<>&\"';0919e-x*=/ ".utf8)[next(below: 17)], at: place)
            default: bytes.insert(contentsOf: bytes[place..<min(place + 1 + next(below: 40), bytes.count)], at: place)
            }
        }
        return bytes
    }
}
