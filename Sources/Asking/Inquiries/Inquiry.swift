import AllowedRegion
import Assessment
import Scenarios
import Synchronization

/// A scenario as it was asked for, and what answers of it are made from, each made when it is first wanted. Used from many
/// threads.
package final class Inquiry: Sendable {
    package let ingredients: Ingredients
    package let request: ScenarioRequest
    /// What the scenario was named.
    package let name: String
    /// Whether an amplitude, and an index, were chosen beside the scenario's own.
    let givesAmplitude, givesGamma: Bool
    private let made = Mutex(Made())

    private struct Made {
        var boundSet: BoundSet?
        var analysis: Analysis?
        var profiling: Analysis?
        var elsewhere: [BoundSet]?
        var batch: PointBatch?
        var spectra: PointBatch?
    }

    /// - Parameters:
    ///   - additions: bounds of this inquiry alone.
    ///   - program: whose child runs plugins, for a library; nil: this one.
    /// - Throws: what a command with these options says.
    package init(_ options: ScenarioOptions, adding additions: [Addition] = [], program: String? = nil) throws {
        var ingredients = try Ingredients(options.places, program: program)
        var request = try ingredients.request(options)
        if !additions.isEmpty {
            let named = request.scenario
            for addition in additions {
                let entry = try addition.entry(beside: ingredients.catalogue, request.overlays)
                if let bound = addition.bound { ingredients.serve(entry.stem, by: bound) }
                request.overlays.append(entry)
                try request.scenario.take(entry.stem, .init(of: [], in: ingredients.catalogue, given: [entry]))
            }
            request.scenario.nameChanges(from: named)
        }
        self.ingredients = ingredients
        self.request = request
        name = options.scenario
        givesAmplitude = options.sources.amplitude != nil
        givesGamma = options.sources.gamma != nil
    }

    /// The bounds.
    package var boundSet: BoundSet {
        get throws { try kept(\.boundSet) { try ingredients.boundSet(of: request) } }
    }

    /// The bounds and IceCube's data, amplitude and index as the scenario has them.
    package var analysis: Analysis {
        get throws {
            let boundSet = try boundSet
            return try kept(\.analysis) { try Analysis(boundSet, dataSets: DataSetLibrary(as: request.recorded)) }
        }
    }

    /// The same with an amplitude and an index that are profiled where none was chosen beside the scenario's, as `chi2` has
    /// them.
    package var profiling: Analysis {
        get throws {
            try kept(\.profiling) {
                var open = request
                open.profileWhatIsOpen(amplitude: !givesAmplitude, gamma: !givesGamma)
                return try ingredients.analysis(of: open)
            }
        }
    }

    /// What answers many points; IceCube's data take part where the standing of a point is theirs too.
    package var batch: PointBatch {
        get throws {
            let boundSet = try boundSet
            let iceCube = boundSet.scenario.combination == .likelihood ? try analysis.iceCube : nil
            return try kept(\.batch) { try PointBatch(boundSet, iceCube: iceCube) }
        }
    }

    /// What fits IceCube's spectrum at many points as ``profiling`` does at one, without a bound.
    package var spectra: PointBatch {
        get throws {
            let analysis = try profiling
            return try kept(\.spectra) {
                var scenario = analysis.scenario
                (scenario.bounds, scenario.alternatives, scenario.combination) = ([], [], .union)
                return try PointBatch(
                    BoundSet(scenario, catalogue: ingredients.catalogue, linkedBounds: ingredients.linkedBounds),
                    iceCube: analysis.iceCube)
            }
        }
    }

    /// The bounds of the other shipped scenarios.
    var elsewhere: [BoundSet] {
        get throws {
            let scenario = try boundSet.scenario
            return try kept(\.elsewhere) { try ingredients.elsewhere(than: name, scenario, request) }
        }
    }

    /// What was made before, or is made now: one thread makes it, and the others wait.
    private func kept<Value: Sendable>(
        _ path: WritableKeyPath<Made, Value?> & Sendable, _ make: () throws -> Value
    ) throws -> Value {
        try made.withLock { made in
            if let value = made[keyPath: path] { return value }
            let value = try make()
            made[keyPath: path] = value
            return value
        }
    }
}

extension ScenarioRequest {
    /// Leaves amplitude and index to the fit, whatever the scenario says of them.
    package mutating func profileWhatIsOpen(amplitude: Bool, gamma: Bool) {
        if amplitude { scenario.iceCube.amplitude = nil }
        if gamma { scenario.iceCube.gamma = nil }
    }
}
