import Testing

@testable import Files

@Suite struct PlannedFaultTests {
    @Test func failsWhereItIsPlanned() throws {
        let once = try #require(PlannedFault(stopAt: nil, failAt: "2:28"))
        let lasting = try #require(PlannedFault(stopAt: nil, failAt: "2+:5"))
        #expect(once != lasting)
        for (fault, failing) in [(once, [2]), (lasting, [2, 3])] {
            for number in 1...3 {
                var halves = 0
                var thrown: SystemError?
                do { try fault.meet(step: number) { halves += 1 } } catch { thrown = error }
                #expect(thrown?.code == (failing.contains(number) ? (fault == once ? 28 : 5) : nil))
                #expect(halves == (failing.contains(number) ? 1 : 0))
            }
        }
    }

    @Test(arguments: [nil, "", "x", "2", "2:", ":28", "+:28", "2:28:1", "2:nospace"])
    func isNoneWhereItIsNotUnderstood(text: String?) {
        #expect(PlannedFault(stopAt: nil, failAt: text) == nil)
        #expect(PlannedFault(stopAt: text == "2" ? nil : text, failAt: nil) == nil)
    }
}
