import Physics
import Scenarios
import Transport

extension TransportSetting {
    /// The setting of a scenario.
    /// - Throws: ``ParameterSetError``, ``NeutrinoMassError``, ``MixingAngleError``
    init(_ scenario: Scenario) throws {
        let set = try ParameterSet.named(scenario.conventions.parameterSet)
        let (neutrinos, sources) = (scenario.neutrinos, scenario.sources)
        let oscillations = set.oscillations(neutrinos.ordering)
        let masses =
            switch neutrinos.scaleOfOrdering {
            case .sum(let sum): try NeutrinoMasses(sumOfMasses: sum, splittings: oscillations.splittings)
            case .lightest(let mass): try NeutrinoMasses(lightest: mass, splittings: oscillations.splittings)
            }
        self.init(
            masses: masses, mixing: MixingMatrix(try neutrinos.angles.applied(to: oscillations.angles)),
            charges: neutrinos.charges.value, cosmology: set.cosmology, relicDensity: set.relicDensity,
            evolution: sources.evolution?.value ?? set.evolution, maximumRedshift: sources.maximumRedshift,
            composition: sources.composition.value)
    }
}

extension NarrowLineSolver {
    /// Narrow lines in the setting of a scenario, with its tolerance.
    /// - Parameter sources: of a scenario that may have the same.
    /// - Throws: as the setting does, and `TransportError`
    init(of scenario: Scenario, sources: SourceTables? = nil) throws {
        var precision = Precision()
        precision.tolerance = scenario.tolerance
        try self.init(TransportSetting(scenario), precision: precision, sources: sources)
    }
}

extension Scenario {
    /// That its neutrinos can be: masses that oscillations leave room for, angles and a parameter set that there are.
    /// - Throws: ``ParameterSetError``, ``NeutrinoMassError``, ``MixingAngleError``
    public func checkNeutrinos() throws { _ = try TransportSetting(self) }
}
