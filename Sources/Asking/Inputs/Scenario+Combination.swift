import Scenarios

extension Scenario {
    /// What the ways to combine the bounds say, where an answer in this form tells them all: in JSON, and where the scenario
    /// takes another than the union. A search for the best fit of all likelihoods costs more than all else that is asked of a
    /// point, and is left out everywhere else.
    ///
    /// Where the union is taken and the others can't be told, that costs their part of the answer, not the answer.
    package func combined<Value>(for output: FormatOptions, _ body: () throws -> Value) throws -> Value? {
        try combined(isTold: output.format == .json, body)
    }

    /// - Parameter isTold: whether the answer tells them of a scenario that takes the union.
    package func combined<Value>(isTold: Bool, _ body: () throws -> Value) throws -> Value? {
        guard isTold || combination != .union else { return nil }
        do { return try body() } catch {
            guard combination == .union else { throw error }
            let reason = ErrorReport(of: error)?.message ?? "\(error)"
            Console.warn("the combinations of bounds can't be told: \(reason)")
            return nil
        }
    }
}
