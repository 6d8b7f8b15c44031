import Testing

@testable import CurveArchive

@Suite struct RetryPolicyTests {
    private let policy: RetryPolicy = {
        var policy = RetryPolicy()
        policy.retries = 4
        policy.firstDelay = .milliseconds(500)
        policy.longestDelay = .seconds(3)
        return policy
    }()

    @Test func doublesUpToTheLongest() {
        let delays = (1...5).map { policy.delay(afterAttempts: $0, requested: nil) }
        #expect(delays == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(3), nil])
    }

    @Test func serversWishIsMetIfItIsNotTooLong() {
        #expect(policy.delay(afterAttempts: 1, requested: .seconds(2)) == .seconds(2))
        #expect(policy.delay(afterAttempts: 3, requested: .seconds(1)) == .seconds(2))
        #expect(policy.delay(afterAttempts: 1, requested: .seconds(4)) == nil)
    }
}
