import Scenarios
import Testing

@Suite("A scenario that options changed")
struct ScenarioNamingTests {
    private func changed(_ base: Scenario, _ choice: ScenarioChoice, _ text: String) throws -> Scenario {
        var scenario = base
        try choice.set(text, in: &scenario)
        scenario.nameChanges(from: base)
        return scenario
    }

    @Test("It is called by what differs, also when changed again")
    func naming() throws {
        let shipped = try Scenario.shipped("consistent")
        let once = try changed(shipped, .neffMax, "3.151")
        #expect(once.name == "consistent (changed in neff_max)")
        let twice = try changed(once, .kineticMixing, "none")
        #expect(twice.name == "consistent (changed in neff_max, kinetic_mixing)")
        #expect(try changed(twice, .neffMax, "3.2").name == twice.name)
    }

    @Test("One that says what the scenario says anyway leaves it as it is")
    func nothingChanged() throws {
        let shipped = try Scenario.shipped("consistent")
        #expect(try changed(shipped, .kineticMixing, "natural") == shipped)
    }
}
