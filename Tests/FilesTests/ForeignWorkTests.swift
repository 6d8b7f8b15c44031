import Foundation
import Testing

@testable import Files

@Suite struct ForeignWorkTests {
    private struct Refused: Error {}

    private static func limits() -> [UInt] {
        [RLIMIT_AS, RLIMIT_CPU].map { resource in
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(resource.rawValue), &limit)
            return UInt(limit.rlim_cur)
        }
    }

    @Test func tooMuchMemoryEndsTheProgramWithAWord() async {
        let result = await #expect(processExitsWith: .exitCode(65), observing: [\.standardErrorContent]) {
            ForeignWork.bounded(addressSpace: 32 << 20, seconds: 100) {
                var hoard: [[UInt8]] = []
                while hoard.count < 1000 { hoard.append([UInt8](repeating: 1, count: 1 << 20)) }
            }
        }
        let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(words.contains("far more memory"), "\(words)")
    }

    @Test func tooMuchTimeEndsTheProgramWithAWord() async {
        let result = await #expect(processExitsWith: .exitCode(65), observing: [\.standardErrorContent]) {
            ForeignWork.bounded(addressSpace: 1 << 30, seconds: 0) { while getpid() != 0 {} }
        }
        let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(words.contains("far more processor time"), "\(words)")
    }

    /// In a process of its own: the limits are those of all tests at once.
    @Test func theLimitsAreTakenOffAgain() async {
        await #expect(processExitsWith: .success) {
            let before = Self.limits()
            var inside: [[UInt]] = []
            do {
                try ForeignWork.bounded { () throws(Refused) in
                    inside.append(Self.limits())
                    ForeignWork.bounded { inside.append(Self.limits()) }
                    inside.append(Self.limits())
                    throw Refused()
                }
            } catch {}
            #expect(inside.count == 3 && inside.allSatisfy { $0 == inside[0] })
            #expect(zip(inside[0], before).allSatisfy { $0 < $1 } && Self.limits() == before)
        }
    }
}
