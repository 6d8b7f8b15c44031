import RealModule

/// Random numbers that are a function of where they stand: Philox4x64 with ten rounds.
///
/// Four words of 64 bits come from a key and a counter, and from nothing that was drawn before. So the numbers of any point of a
/// scan are found without those of the points before it, whoever computes them and in whichever order. Salmon et al., "Parallel
/// random numbers: as easy as 1, 2, 3", SC '11, doi:10.1145/2063384.2063405; it passes TestU01's BigCrush.
public struct Philox: Sendable {
    private let key: SIMD2<UInt64>

    /// - Parameters:
    ///   - seed: of the whole run.
    ///   - stream: what the numbers are for; the numbers of two streams have nothing to do with each other.
    public init(seed: UInt64, stream: UInt64) { key = [seed, stream] }

    /// The four words at a counter.
    @inlinable
    public func words(at counter: SIMD4<UInt64>) -> SIMD4<UInt64> { Self.words(counter: counter, key: keyWords) }

    @usableFromInline var keyWords: SIMD2<UInt64> { key }

    /// Ten rounds of the function itself, for any key.
    @inlinable
    public static func words(counter: SIMD4<UInt64>, key: SIMD2<UInt64>) -> SIMD4<UInt64> {
        var (words, key) = (counter, key)
        for round in 0..<10 {
            if round > 0 { key &+= [0x9E37_79B9_7F4A_7C15, 0xBB67_AE85_84CA_A73B] }
            let first = (0xD2E7_470E_E14C_6C93 as UInt64).multipliedFullWidth(by: words[0])
            let second = (0xCA5A_8263_9512_1157 as UInt64).multipliedFullWidth(by: words[2])
            words = [second.high ^ words[1] ^ key[0], second.low, first.high ^ words[3] ^ key[1], first.low]
        }
        return words
    }

    /// Four numbers from 0 up to but not 1, all multiples of 2⁻⁵³, for what stands at an index and is drawn for the `turn`th time.
    @inlinable
    public func uniform(at index: UInt64, turn: UInt64 = 0) -> SIMD4<Double> {
        let words = self.words(at: [turn, index, 0, 0]) &>> 11
        return SIMD4(Double(words[0]), Double(words[1]), Double(words[2]), Double(words[3])) * 0x1p-53
    }

    /// Four numbers of the normal distribution with mean 0 and variance 1 (Box and Muller), likewise.
    public func normal(at index: UInt64, turn: UInt64 = 0) -> SIMD4<Double> {
        let uniform = self.uniform(at: index, turn: turn)
        // 1 − u lies above 0, of which there is no logarithm.
        let first = (-2 * .log(1 - uniform[0])).squareRoot()
        let second = (-2 * .log(1 - uniform[2])).squareRoot()
        let (angle, other) = (2 * .pi * uniform[1], 2 * .pi * uniform[3])
        return [first * .cos(angle), first * .sin(angle), second * .cos(other), second * .sin(other)]
    }
}
