import Documents
import Scan

/// What walkers say of a posterior.
public struct EnsembleRecord: Record {
    private let summary: EnsembleSummary

    init(_ summary: EnsembleSummary) { self.summary = summary }

    public static let fields: [Field<EnsembleRecord>] = [
        Field("samples", "Places of walkers that were put together.") { $0.summary.samples },
        Field("acceptance", "The part of the moves that were taken.") { $0.summary.acceptance },
        Field("effective_samples", "The least of all parameters; null where the chains are too short to tell.") {
            $0.summary.effectiveSamples
        },
        Field("parameters", "Each, in the order of the plan.") { $0.summary.parameters.map(PosteriorRecord.init) },
    ]

    /// For a person.
    var lines: [String] {
        func short(_ number: Double, _ digits: Int = 4) -> String { NumberText.short(number, digits: digits) }
        var lines = [
            "\(short(summary.acceptance * 100, 3)) % of the moves were taken; "
                + (summary.effectiveSamples.map { "they are worth \(short($0, 3)) independent samples." }
                    ?? "the chains are shorter than fifty autocorrelation times: 'mutau scan extend' adds steps.")
        ]
        for parameter in summary.parameters {
            let quantiles = parameter.quantiles
            lines.append(
                "\(parameter.name): \(short(quantiles[2])) (\(short(quantiles[1])) to \(short(quantiles[3])) at 68 %, "
                    + "\(short(quantiles[0])) to \(short(quantiles[4])) at 95 %)"
                    + (parameter.autocorrelationTime.map { "; autocorrelation time \(short($0, 3)) steps" } ?? "")
                    + (parameter.splitRHat.map { ", split-R̂ \(NumberText.fixed($0, decimals: 4))" } ?? "") + ".")
        }
        return lines
    }
}

/// A parameter of a posterior.
public struct PosteriorRecord: Record {
    private let parameter: EnsembleSummary.Parameter

    init(_ parameter: EnsembleSummary.Parameter) { self.parameter = parameter }

    public static let fields: [Field<PosteriorRecord>] = [
        Field("name", "As in the plan.") { $0.parameter.name },
        Field("mean", "Of the posterior, in the parameter's unit.") { $0.parameter.mean },
        Field("deviation", "Its standard deviation.") { $0.parameter.deviation },
        Field("median", "Half of the posterior lies below.") { $0.parameter.quantiles[2] },
        Field("interval_68", "Its middle 68 %.") { $0.parameter.quantiles[1]...$0.parameter.quantiles[3] },
        Field("interval_95", "Its middle 95 %.") { $0.parameter.quantiles[0]...$0.parameter.quantiles[4] },
        Field("autocorrelation_time", "Of the walkers' mean, in steps; null where the chains are below fifty of it.") {
            $0.parameter.autocorrelationTime
        },
        Field("effective_samples", "As many independent ones know the mean as well; null likewise.") {
            $0.parameter.effectiveSamples
        },
        Field("split_r_hat", "Near 1 where all chains found the same; null where nothing varies.") {
            $0.parameter.splitRHat
        },
    ]
}
