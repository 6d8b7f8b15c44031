import AllowedRegion
import Asking
import CMutau
import ConstraintKit
import Transport

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_spectrum(
    _ scenario: OpaquePointer!, _ mass: Double, _ coupling: Double, _ energies: UnsafePointer<Double>!, _ count: Int,
    _ amplitude: Double, _ gamma: Double, _ fluxes: UnsafeMutablePointer<Double>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        let energies = Array(try row(energies, count, "energies"))
        guard count > 0 else { return }
        let fluxes = try given(fluxes, "fluxes")
        if let energy = energies.first(where: { !EnergyBin.allowed.contains($0) }) {
            throw ErrorReport(
                "\(energy) GeV is no energy to be asked for: they go from \(EnergyBin.allowed.lowerBound) to "
                    + "\(EnergyBin.allowed.upperBound)", code: ExitStatus.usage)
        }
        let spectrum = try handle.inquiry.analysis.iceCube.spectrum(
            mass: Mass(inMeV: mass), coupling: Coupling(coupling), energies: energies,
            amplitude: amplitude.isNaN ? nil : amplitude, gamma: gamma.isNaN ? nil : gamma)
        for (index, states) in spectrum.states.enumerated() {
            let flavours = spectrum.mixing.flavours(of: states)
            for (place, flavour) in Flavour.allCases.enumerated() {
                fluxes[place * count + index] = flavour.flux(of: flavours)
            }
        }
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_log_likelihood(
    _ scenario: OpaquePointer!, _ models: UnsafePointer<Double>!, _ count: Int, _ bounds: Int32,
    _ values: UnsafeMutablePointer<Double>!, _ stop: UnsafePointer<Int32>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        let bounds = try BoundsInLikelihood(bounds)
        nonisolated(unsafe) let values = try row(values, count, "values")
        guard count > 0 else { return }
        nonisolated(unsafe) let models = try given(models, "models")
        let analysis = try handle.inquiry.analysis
        try StopFlag(stop).forEach(count) { index in
            let model = models + 4 * index
            values[index] = -.infinity
            guard let mass = try? Mass(inMeV: model[0]), let coupling = try? Coupling(model[1]) else { return }
            values[index] = try analysis.logLikelihood(
                mass: mass, coupling: coupling, amplitude: model[2], gamma: model[3], bounds: bounds)
        }
    }
}
