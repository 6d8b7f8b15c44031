import ConstraintKit

/// The part of a survey at one mass.
struct SurveyColumn: Sendable {
    // One value for each g′ of the space.
    var byCoupling: [Double]
    /// The same, and for couplings next to those that are allowed.
    var unrestricted: [Double]
    var amplitude: [Double]
    var gamma: [Double]
    // One value for each A, for each γ.
    var byAmplitude: [Double]
    var byGamma: [Double]
    /// All A for the first g′, and so on; all γ likewise; all γ for the first A.
    var byCouplingAndAmplitude: [Double]
    var byCouplingAndGamma: [Double]
    var byAmplitudeAndGamma: [Double]
    var evaluations = 0

    init(_ counts: FitSpace.Counts) {
        func unknown(_ count: Int) -> [Double] { [Double](repeating: .infinity, count: count) }
        byCoupling = unknown(counts.coupling)
        unrestricted = byCoupling
        amplitude = unknown(counts.coupling)
        gamma = unknown(counts.coupling)
        byAmplitude = unknown(counts.amplitude)
        byGamma = unknown(counts.gamma)
        byCouplingAndAmplitude = unknown(counts.coupling * counts.amplitude)
        byCouplingAndGamma = unknown(counts.coupling * counts.gamma)
        byAmplitudeAndGamma = unknown(counts.gamma * counts.amplitude)
    }

    /// - Parameters:
    ///   - mass: [MeV].
    ///   - couplings: those of the space.
    ///   - allowed: those that may be taken; the edges of these ranges are looked at besides the couplings of the space.
    ///   - pairs: for which the least is kept, beside m and g′.
    init(
        mass: Double, couplings: [Double], allowed: [ClosedRange<Double>], keeping pairs: Set<FitPair>,
        _ evaluation: inout MediatorEvaluation
    ) throws(FitError) {
        self.init(evaluation.setting.space.counts)
        let kept = Kept(pairs)
        let space = evaluation.setting.space
        for (row, coupling) in couplings.enumerated() {
            let isAllowed = allowed.contains { $0.contains(coupling) }
            // Beyond an edge one point is enough for an outline to be drawn up to it.
            let neighbours = couplings[max(row - 1, 0)]...couplings[min(row + 1, couplings.count - 1)]
            guard isAllowed || allowed.contains(where: { $0.overlaps(neighbours) }),
                let mediator = evaluation.setting.mediator(mass: mass, coupling: coupling)
            else { continue }
            try evaluation.load(mediator)
            if isAllowed {
                add(&evaluation, row: row, kept)
                unrestricted[row] = byCoupling[row]
            } else {
                unrestricted[row] = evaluation.best(amplitudes: space.amplitudes).chi2
            }
        }
        let edges = Set(allowed.flatMap { [$0.lowerBound, $0.upperBound] })
            .subtracting([space.couplings.lowerBound, space.couplings.upperBound])
        for coupling in edges.sorted() {
            guard let mediator = evaluation.setting.mediator(mass: mass, coupling: coupling) else { continue }
            try evaluation.load(mediator)
            add(&evaluation, row: nil, kept)
        }
    }

    /// What of the amplitudes is asked for: χ² at all of them takes half of a survey's time.
    private struct Kept {
        let byAmplitude: Bool
        let byAmplitudeAndGamma: Bool
        let byCouplingAndAmplitude: Bool

        var hasAmplitudes: Bool { byAmplitude || byAmplitudeAndGamma || byCouplingAndAmplitude }

        init(_ pairs: Set<FitPair>) {
            func has(_ one: FitParameter, _ other: FitParameter) -> Bool {
                FitPair(one, other).map(pairs.contains) ?? false
            }
            byAmplitude = has(.mass, .amplitude)
            byAmplitudeAndGamma = has(.amplitude, .gamma)
            byCouplingAndAmplitude = has(.coupling, .amplitude)
        }
    }

    /// Takes in the mediator that is loaded.
    /// - Parameter row: the number of its coupling; nil where it is not one of the space.
    private mutating func add(_ evaluation: inout MediatorEvaluation, row: Int?, _ kept: Kept) {
        let setting = evaluation.setting
        let counts = setting.space.counts
        var lowest = (number: 0, chi2: Double.infinity)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: counts.amplitude) { values in
            guard let start = values.baseAddress else { return }
            for number in 0..<counts.gamma {
                evaluation.setIndex(number: number)
                let least = evaluation.chain.minimum(in: setting.space.amplitudes).chi2
                if least < lowest.chi2 { lowest = (number, least) }
                byGamma[number] = min(byGamma[number], least)
                if let row { byCouplingAndGamma[row * counts.gamma + number] = least }
                guard kept.hasAmplitudes else { continue }
                setting.amplitudes.withUnsafeBufferPointer { evaluation.chain.values(at: $0, into: start) }
                if kept.byAmplitude { Self.lower(&byAmplitude, from: 0, to: values) }
                if kept.byAmplitudeAndGamma {
                    Self.lower(&byAmplitudeAndGamma, from: number * counts.amplitude, to: values)
                }
                guard kept.byCouplingAndAmplitude, let row else { continue }
                Self.lower(&byCouplingAndAmplitude, from: row * counts.amplitude, to: values)
            }
        }
        evaluations += counts.gamma * (kept.hasAmplitudes ? counts.amplitude : 1)
        guard let row else { return }
        let gammas = setting.gammas
        let best = evaluation.best(
            amplitudes: setting.space.amplitudes, from: gammas[max(lowest.number - 1, 0)],
            to: gammas[min(lowest.number + 1, gammas.count - 1)])
        byCoupling[row] = best.chi2
        amplitude[row] = best.amplitude
        gamma[row] = best.gamma
    }

    /// Replaces what is above other values by them.
    @inline(__always)
    static func lower(_ array: inout [Double], from start: Int, to values: UnsafeMutableBufferPointer<Double>) {
        array.withUnsafeMutableBufferPointer { array in
            for index in values.indices {
                let value = values[index]
                let old = array[start + index]
                array[start + index] = value < old ? value : old
            }
        }
    }
}
