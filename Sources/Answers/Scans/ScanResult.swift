import Documents
import Scan

/// The answer of `scan merge`: what was put together, and what pseudo-experiments say.
public struct ScanResult: Sendable {
    private let plan: ScanPlan
    private let file: String
    private let provisionalData: [String]
    /// Each where the method has it.
    public var toys: ToySummary?
    public var ensemble: EnsembleSummary?
    public var profile: ProfileSummary?
    public var points: RowSummary?

    /// - Parameter provisionalData: the stems of data that their source calls provisional.
    public init(_ plan: ScanPlan, file: String, provisionalData: [String] = []) {
        (self.plan, self.file, self.provisionalData) = (plan, file, provisionalData)
    }

    /// Rows without χ², by the reason, in its order.
    private var withoutChi2: [MissingChi2]? {
        points.map { points in
            FitStatus.allCases.compactMap { status in
                points.withoutChi2[status].map { MissingChi2(reason: status.rawValue, count: $0) }
            }
        }
    }
}

extension ScanResult: RecordAnswer {
    public static let schemaName = "scan-merge"
    public static let schemaVersion = 1
    public static let meaning = "What a finished scan holds, and what it says."

    public static let fields: [Field<ScanResult>] = [
        Field("file", "The archive of NumPy with all rows.") { $0.file },
        Field("rows", "Points, pseudo-experiments or samples of a posterior.") { $0.plan.rows - $0.plan.passedOver },
        Field("toys", "What pseudo-experiments say; null for points.") { $0.toys.map(ToyRecord.init) },
        Field("ensemble", "What walkers say of the posterior; null without them.") {
            $0.ensemble.map(EnsembleRecord.init)
        },
        Field("profile", "Where χ² is least, and how it was found; null without a profile.") {
            $0.profile.map(ScanProfileRecord.init)
        },
        Field("without_chi2", "Points that have no χ², by the reason; null where rows are no points.") {
            $0.withoutChi2
        },
        ProvisionalData.field(\.provisionalData),
    ]

    public var rows: [ScanResult] { [self] }

    public var text: String {
        let rows = plan.rows - plan.passedOver
        var lines = ["\(Counted.text(rows, "row")) \(rows == 1 ? "is" : "are") in \(file)."]
        for missing in withoutChi2 ?? [] {
            lines.append(
                "\(Counted.text(missing.count, "row")) \(missing.count == 1 ? "has" : "have") no χ²: \(missing.reason)."
            )
        }
        if let profile { lines += ScanProfileRecord(profile).lines }
        if let ensemble { lines += EnsembleRecord(ensemble).lines }
        if let summary = toys {
            lines.append(
                "χ² improves by \(NumberText.fixed(summary.improvement, decimals: 3)) from the best fit without a Z′ to the best on the grid."
            )
            let isFree = plan.toys?.model == .withoutMediator
            if !isFree {
                lines.append("The pseudo-experiments have the model's Z′: no share of them is a p-value of the dip.")
            }
            let (global, local) =
                isFree
                ? (
                    "Global p-value, looking everywhere on the grid",
                    "Local p-value, at the place of the data's best fit"
                )
                : ("Improve as much anywhere on the grid", "Improve as much at the model's place")
            lines.append(Self.line(global, summary.global))
            if let share = summary.local { lines.append(Self.line(local, share)) }
            let model = isFree ? "" : ", among experiments with a Z′"
            lines.append(Self.line("Goodness of the best fit\(model)", summary.goodnessOfFit))
            lines.append(Self.line("Goodness of the best fit without a Z′\(model)", summary.goodnessWithoutMediator))
            if !isFree {
                for (level, share) in summary.coverage {
                    lines.append(
                        Self.line(
                            "Coverage of the \(NumberText.trimmed((level * 1000).rounded() / 10)) % contour", share))
                }
            }
        }
        if let remark = Wording.provisional(provisionalData) { lines.append(remark) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ what: String, _ share: ToySummary.Share) -> String {
        let (lower, upper) = (share.interval.lowerBound, share.interval.upperBound)
        func short(_ number: Double) -> String { NumberText.short(number, digits: 2) }
        return "\(what): \(short(share.value)) (\(short(lower)) to \(short(upper)) at 68 %)"
            + (share.deviations.map { ", \(NumberText.fixed($0, decimals: 2)) σ to one side" } ?? "") + "."
    }
}

/// What pseudo-experiments say.
public struct ToyRecord: Record {
    private let summary: ToySummary

    init(_ summary: ToySummary) { self.summary = summary }

    public static let fields: [Field<ToyRecord>] = [
        Field("improvement", "χ² without a Z′ less the least on the grid, of the data.") { $0.summary.improvement },
        Field("improvement_at_place", "The same at the place that is kept by itself; null without one.") {
            $0.summary.improvementAtPlace
        },
        Field("global", "Pseudo-experiments that improve as much anywhere on the grid.") {
            ShareRecord($0.summary.global)
        },
        Field("local", "Pseudo-experiments that improve as much at the place; null without one.") {
            $0.summary.local.map(ShareRecord.init)
        },
        Field("goodness_of_fit", "Pseudo-experiments whose least χ² is as large.") {
            ShareRecord($0.summary.goodnessOfFit)
        },
        Field("goodness_without_mediator", "Pseudo-experiments whose χ² without a Z′ is as large.") {
            ShareRecord($0.summary.goodnessWithoutMediator)
        },
        Field("coverage", "Of contours of two parameters around the least χ²: how many hold the place.") {
            $0.summary.coverage.map { CoverageRecord(level: $0.level, share: $0.share) }
        },
    ]
}

/// A share of pseudo-experiments.
public struct ShareRecord: Record {
    private let share: ToySummary.Share

    init(_ share: ToySummary.Share) { self.share = share }

    public static let fields: [Field<ShareRecord>] = [
        Field("count", "Pseudo-experiments.") { $0.share.count },
        Field("of", "Of so many.") { $0.share.of },
        Field("value", "The one over the other.") { $0.share.value },
        Field("interval_68", "Where it lies at 68 % (Clopper and Pearson).") { $0.share.interval },
        Field("deviations", "As standard deviations to one side; null where none went as far, and above a half.") {
            $0.share.deviations
        },
    ]
}

/// How many contours of a level hold the place.
public struct CoverageRecord: Record {
    let level: Double
    let share: ToySummary.Share

    public static let fields: [Field<CoverageRecord>] = [
        Field("confidence_level", "Of the contour.") { $0.level },
        Field("share", "Pseudo-experiments whose contour holds it.") { ShareRecord($0.share) },
    ]
}
