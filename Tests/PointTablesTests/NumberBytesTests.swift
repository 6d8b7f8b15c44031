import Foundation
import Testing

@testable import PointTables

/// Numbers of tables, against C's reader of numbers, which rounds once.
@Suite struct NumberBytesTests {
    private func quick(_ text: String, shift: Int = 0, point: Character = ".") -> Double? {
        Array(text.utf8).withUnsafeBufferPointer {
            NumberBytes.quick($0, point: point.asciiValue ?? 0, shift: shift)
        }
    }

    @Test func everyNumberThatIsReadIsTheNearestDouble() throws {
        var generator = SplitMix(state: 3)
        var quickly = 0
        for _ in 0..<20_000 {
            let digits = Int.random(in: 0...18, using: &generator)
            let value = Double.random(in: 1...10, using: &generator)
            let exponent = Int.random(in: -40...40, using: &generator)
            let text = String(format: "%.*fe%d", digits, value, exponent)
            guard let read = quick(text) else { continue }
            quickly += 1
            #expect(read == strtod(text, nil), "\(text)")
        }
        // What NumPy's savetxt writes is among them, as a rule.
        #expect(quickly > 10_000)
        for text in ["6.500000000000000000e+00", "4.500000000000000093e-04", "1e0", ".5", "5.", "-0", "+1.5E+2"] {
            #expect(quick(text) == strtod(text, nil), "\(text)")
        }
    }

    /// Halfway between two doubles, and a hair beside it: by 64 bits rounded twice these would be wrong.
    @Test func halvesAreLeftToTheSlowWay() {
        for text in ["9007199254740993", "9007199254740993e1", "9007199254740992.999e0", "1.00000000000000011102e0"] {
            if let read = quick(text) { #expect(read == strtod(text, nil), "\(text)") }
        }
    }

    @Test func decimalsAreMovedBeforeAnythingIsRounded() {
        #expect(quick("0.0065", shift: 3) == 6.5)
        #expect(quick("1.1e-3", shift: 3) == 1.1)
        #expect(quick("6,5", point: ",") == 6.5)
    }

    @Test(arguments: [
        "", "-", ".", "e5", "1e", "1e+", "0x6", "6 5", "nan", "inf", "1.2.3", "6.5MeV", "1,5", "1e99999", "\u{664}",
    ])
    func whatIsNoNumberOfAComputersIsLeftToTheSlowWay(text: String) { #expect(quick(text) == nil) }

    @Test func numbersAreWrittenAsTheyAreReadAgain() {
        func written(_ value: Double) -> String {
            let buffer = ByteBuffer(capacity: 1)
            NumberBytes.append(value, to: buffer)
            return String(decoding: buffer.bytes, as: UTF8.self)
        }
        #expect([6.5, 1e6, 4.5e-4, 1e-5, -3, .nan].map(written) == ["6.5", "1000000", "0.00045", "1e-05", "-3", ""])
    }
}

/// Numbers at random that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
