import Testing

@testable import Scenarios

/// A scenario may name bounds that are not there yet.
@Suite struct FetchedBoundsTests {
    @Test func whatIsFetchedTakesPartAndWhatIsNotIsNoError() throws {
        var scenario = Scenario.undecided
        (scenario.bounds, scenario.whenFetched) = (["a"], ["b", "c"])
        scenario.takeFetched(among: ["a", "c", "d"])
        #expect(scenario.bounds == ["a", "c"] && scenario.whenFetched == ["b", "c"])
        // Once more changes nothing.
        scenario.takeFetched(among: ["a", "c", "d"])
        #expect(scenario.bounds == ["a", "c"])
    }

    @Test func itSurvivesItsFile() throws {
        var scenario = try Scenario.shipped("consistent")
        #expect(!scenario.whenFetched.isEmpty && Set(scenario.whenFetched).isDisjoint(with: scenario.stems))
        #expect(try Scenario.shipped("paper").whenFetched.isEmpty)
        scenario.whenFetched = ["one", "two"]
        #expect(try Scenario(yaml: scenario.yaml) == scenario)
    }
}
