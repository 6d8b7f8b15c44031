import ConstraintKit
import Dispatch
import Synchronization

extension SearchSetting {
    /// Surveys the whole grid on all cores, a column of one mass at a time.
    /// - Parameter progress: told the fraction done, from any thread.
    /// - Throws: ``FitError``
    func survey(
        _ restriction: CouplingRestriction, progress: @Sendable (Double) -> Void
    ) throws(FitError) -> FitSurvey {
        let masses = space.values(of: .mass)
        let couplings = space.values(of: .coupling)
        let collected = Mutex(SurveyAssembly(space))
        let done = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: masses.count) { number in
            let column = Result { () throws(FitError) in
                var evaluation = MediatorEvaluation(self)
                let allowed =
                    (try? Mass(inMeV: masses[number]))
                    .map { restriction.ranges(at: $0, in: space.couplings) } ?? []
                return try SurveyColumn(mass: masses[number], couplings: couplings, allowed: allowed, &evaluation)
            }
            collected.withLock { $0.add(column, number: number) }
            progress(Double(done.add(1, ordering: .relaxed).newValue) / Double(masses.count))
        }
        return try collected.withLock { assembly throws(FitError) in try assembly.survey() }
    }
}

/// Puts the columns of a survey together, in whatever order they come.
private struct SurveyAssembly {
    let space: FitSpace
    var columns: [SurveyColumn?]
    /// What does not depend on the mass.
    var common: SurveyColumn
    var failure: FitError?

    init(_ space: FitSpace) {
        self.space = space
        columns = Array(repeating: nil, count: space.counts.mass)
        common = SurveyColumn(space.counts)
    }

    mutating func add(_ result: Result<SurveyColumn, FitError>, number: Int) {
        switch result {
        case .failure(let error): failure = failure ?? error
        case .success(var column):
            Self.lower(&common.byCouplingAndAmplitude, to: &column.byCouplingAndAmplitude)
            Self.lower(&common.byCouplingAndGamma, to: &column.byCouplingAndGamma)
            Self.lower(&common.byAmplitudeAndGamma, to: &column.byAmplitudeAndGamma)
            common.evaluations += column.evaluations
            columns[number] = column
        }
    }

    /// Takes the values over and lets go of them: a column keeps only what is its own.
    private static func lower(_ array: inout [Double], to values: inout [Double]) {
        values.withUnsafeMutableBufferPointer { SurveyColumn.lower(&array, from: 0, to: $0) }
        values = []
    }

    func survey() throws(FitError) -> FitSurvey {
        if let failure { throw failure }
        let columns = columns.compactMap(\.self)
        let counts = space.counts
        // A came first within γ: now γ within A.
        let byAmplitudeAndGamma = (0..<counts.amplitude).flatMap { amplitude in
            (0..<counts.gamma).map { common.byAmplitudeAndGamma[$0 * counts.amplitude + amplitude] }
        }
        let planes = FitPair.all.map { pair in
            switch (pair.first, pair.second) {
            case (.mass, .coupling): columns.flatMap(\.byCoupling)
            case (.mass, .amplitude): columns.flatMap(\.byAmplitude)
            case (.mass, _): columns.flatMap(\.byGamma)
            case (.coupling, .amplitude): common.byCouplingAndAmplitude
            case (.coupling, _): common.byCouplingAndGamma
            default: byAmplitudeAndGamma
            }
        }
        return FitSurvey(
            space: space, planes: planes, unrestricted: columns.flatMap(\.unrestricted),
            amplitude: columns.flatMap(\.amplitude), gamma: columns.flatMap(\.gamma),
            evaluations: common.evaluations)
    }
}
