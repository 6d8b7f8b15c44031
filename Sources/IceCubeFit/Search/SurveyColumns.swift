import ConstraintKit
import NumericalMethods
import Synchronization

extension SearchSetting {
    /// Surveys the whole grid on all cores, a column of one mass at a time.
    /// - Parameters:
    ///   - pairs: for which the least is kept, beside m and g′.
    ///   - progress: told the fraction done, from any thread.
    ///   - shouldStop: asked before each column, from any thread.
    /// - Throws: ``FitError``
    func survey(
        _ pairs: Set<FitPair>, _ restriction: CouplingRestriction, progress: @Sendable (Double) -> Void,
        shouldStop: @Sendable () -> Bool
    ) throws(FitError) -> FitSurvey {
        let masses = space.values(of: .mass)
        let couplings = space.values(of: .coupling)
        let common = Mutex(SurveyColumn(space.counts))
        let columns = try Parallel.map(masses.count, progress: progress) { number throws(FitError) in
            if shouldStop() { throw .stopped }
            var evaluation = MediatorEvaluation(self)
            let allowed =
                (try? Mass(inMeV: masses[number])).map { restriction.ranges(at: $0, in: space.couplings) } ?? []
            var column = try SurveyColumn(
                mass: masses[number], couplings: couplings, allowed: allowed, keeping: pairs, &evaluation)
            // The least of several does not depend on their order.
            common.withLock { $0.takeCommon(from: &column) }
            return column
        }
        return common.withLock { FitSurvey(space: space, pairs: pairs, columns: columns, common: $0) }
    }
}

extension SurveyColumn {
    /// Takes over what does not depend on the mass, and lets a column keep only what is its own.
    fileprivate mutating func takeCommon(from column: inout SurveyColumn) {
        Self.take(&byCouplingAndAmplitude, from: &column.byCouplingAndAmplitude)
        Self.take(&byCouplingAndGamma, from: &column.byCouplingAndGamma)
        Self.take(&byAmplitudeAndGamma, from: &column.byAmplitudeAndGamma)
        evaluations += column.evaluations
    }

    private static func take(_ array: inout [Double], from values: inout [Double]) {
        values.withUnsafeMutableBufferPointer { lower(&array, from: 0, to: $0) }
        values = []
    }
}

extension FitSurvey {
    /// - Parameters:
    ///   - pairs: that were kept, beside m and g′.
    ///   - columns: one for each mass of the space.
    ///   - common: what does not depend on the mass.
    fileprivate init(space: FitSpace, pairs: Set<FitPair>, columns: [SurveyColumn], common: SurveyColumn) {
        let counts = space.counts
        // A came first within γ: now γ within A.
        let byAmplitudeAndGamma = (0..<counts.amplitude).flatMap { amplitude in
            (0..<counts.gamma).map { common.byAmplitudeAndGamma[$0 * counts.amplitude + amplitude] }
        }
        let planes: [[Double]] = FitPair.all.map { pair in
            switch (pair.first, pair.second) {
            case (.mass, .coupling): columns.flatMap(\.byCoupling)
            case _ where !pairs.contains(pair): []
            case (.mass, .amplitude): columns.flatMap(\.byAmplitude)
            case (.mass, _): columns.flatMap(\.byGamma)
            case (.coupling, .amplitude): common.byCouplingAndAmplitude
            case (.coupling, _): common.byCouplingAndGamma
            default: byAmplitudeAndGamma
            }
        }
        self.init(
            space: space, planes: planes, unrestricted: columns.flatMap(\.unrestricted),
            amplitude: columns.flatMap(\.amplitude), gamma: columns.flatMap(\.gamma),
            evaluations: common.evaluations)
    }
}
