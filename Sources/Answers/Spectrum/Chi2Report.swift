import AllowedRegion
import Documents
import IceCubeFit

/// The answer of `chi2`: how well IceCube's spectrum is described, and by which data points.
public struct Chi2Report: Sendable {
    private let detail: Chi2Detail
    private let showsSegments: Bool

    public init(_ detail: Chi2Detail, showsSegments: Bool) {
        self.detail = detail
        self.showsSegments = showsSegments
    }

    public var text: String {
        let fit = detail.fit
        let profiled = fit.profiled.names
        func treatment(_ name: String) -> String { profiled.contains(name) ? "profiled" : "fixed" }
        var lines = [
            "χ² = \(NumberText.fixed(fit.chi2, decimals: 3)) for \(detail.segments.count) points, "
                + "\(NumberText.fixed(detail.chi2WithoutMediator, decimals: 3)) without a Z′, "
                + "\(NumberText.fixed(detail.chi2StandardModel, decimals: 3)) without a Z′ at the paper's (1.4, 2.6)",
            "Δχ² = \(NumberText.signed(fit.chi2 - detail.freeFit.chi2, decimals: 3)) against the best fit without a Z′ ("
                + [
                    FitParameter.amplitude.text(detail.freeFit.amplitude),
                    detail.hasIndex ? FitParameter.gamma.text(detail.freeFit.gamma) : nil,
                    Wording.values(detail.freeSpectrumValues),
                    NumberText.fixed(detail.freeFit.chi2, decimals: 3),
                ].compactMap(\.self).joined(separator: ", ") + ")",
            detail.ratio.map { "R = \(NumberText.fixed($0, decimals: 3))" },
            "A = \(NumberText.short(fit.amplitude, digits: 4)) (\(treatment("amplitude"))), "
                + [
                    detail.spectrum.map { "spectrum \($0)" + (detail.hasIndex ? "" : ": γ is no parameter") },
                    detail.hasIndex ? "γ = \(NumberText.short(fit.gamma, digits: 4)) (\(treatment("gamma")))" : nil,
                ].compactMap(\.self).joined(separator: ", "),
            fit.isIndexAtEdge ? "γ is at the end of the range searched: the data want another one" : nil,
        ].compactMap(\.self)
        lines += Wording.sentences(detail.spectrumValues)
        lines += Wording.remarks(provisionalData: detail.provisionalData, other: detail.other)
        lines += detail.caveats.map(Wording.sentence)
        let text = lines.joined(separator: "\n") + "\n"
        return showsSegments ? text + "\n" + table.text(as: .text) : text
    }

    private var table: PrintedTable {
        PrintedTable(
            columns: [
                .init("data set"), .init("channel"), .init("E_low [GeV]", alignment: .right),
                .init("E_high [GeV]", alignment: .right), .init("E²Φ measured", alignment: .right),
                .init("E²Φ predicted", alignment: .right), .init("χ²", alignment: .right),
            ],
            rows: detail.segments.map { report in
                let measured = report.measured / report.segment.integral
                return [
                    .text(report.dataSet + (report.isProvisional ? " (provisional)" : "")),
                    .text(report.channel.rawValue), .number(report.segment.lowerEdge),
                    .number(report.segment.upperEdge),
                    report.segment.isUpperLimit
                        ? .intervals([.init(lower: nil, upper: measured)]) : .number(measured),
                    .number(report.predictedFlux), .number(report.contribution),
                ]
            },
            notes: ["E²Φ per flavour, ν and ν̄ together [GeV cm⁻² s⁻¹ sr⁻¹]; < is an upper limit."])
    }
}

extension Chi2Report: RecordAnswer {
    public static let schemaName = "chi2"
    public static let schemaVersion = 1
    public static let meaning = "How well IceCube's spectrum is described at a point, and by which data points."
    public var rows: [SegmentRecord] { detail.segments.map(SegmentRecord.init) }

    public static let fields: [Field<Chi2Report>] = [
        Field("chi2", "χ² at the amplitude and index below.") { $0.detail.fit.chi2 },
        Field("chi2_no_interaction", "χ² without a Z′ under the same treatment.") { $0.detail.chi2WithoutMediator },
        Field("chi2_free_fit", "χ² of the best fit without a Z′ of both amplitude and gamma.") {
            $0.detail.freeFit.chi2
        },
        Field("delta_chi2_free_fit", "χ² minus that.") { $0.detail.fit.chi2 - $0.detail.freeFit.chi2 },
        Field("R", "χ² per degree of freedom over that of the Standard Model; null with too few points.") {
            $0.detail.ratio
        },
        Field("points", "The number of data points.") { $0.detail.segments.count },
        Field("chi2_standard_model", "χ² without a Z′ at the paper's (1.4, 2.6).") { $0.detail.chi2StandardModel },
        Field("mass_MeV", unit: "MeV", "Mass of the Z′.") { $0.detail.mass.inMeV },
        Field("coupling", "Gauge coupling g′.") { $0.detail.coupling.value },
        Field("amplitude", unit: "1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹", "Flux per flavour at 100 TeV without interaction.") {
            $0.detail.fit.amplitude
        },
        Field("gamma", "Spectral index; null where the spectrum of the sources has no γ.") {
            $0.detail.hasIndex ? $0.detail.fit.gamma : nil
        },
        Field("spectrum", "The spectrum of the sources.") { $0.detail.spectrum ?? "power-law" },
        SpectrumValueRecord.field { $0.detail.spectrumValues },
        Field("profiled", "Which of amplitude and gamma were minimised over.") { $0.detail.fit.profiled.names },
        Field("caveats", "What limits the meaning of these numbers.") { $0.detail.caveats.map(Wording.sentence) },
        ProvisionalData.field(\.detail.provisionalData), OtherSpectrumRecord.field(\.detail.other),
        Field(
            "segments", "Each data point, where they were asked for.", ifPresent: { $0.showsSegments ? $0.rows : nil }),
    ]
}

/// A data point and what is predicted for it.
public struct SegmentRecord: Record {
    private let report: SegmentReport

    init(_ report: SegmentReport) { self.report = report }

    public static let fields: [Field<SegmentRecord>] = [
        Field("data_set", "The stem of the data set.") { $0.report.dataSet },
        Field("provisional", "Whether the source of its numbers calls them provisional.") { $0.report.isProvisional },
        Field("channel", words: Channel.allCases.map(\.rawValue), "What is measured.") { $0.report.channel.rawValue },
        Field("E_low_GeV", unit: "GeV", "The lower edge of its energies.") { $0.report.segment.lowerEdge },
        Field("E_high_GeV", unit: "GeV", "The upper edge of its energies.") { $0.report.segment.upperEdge },
        Field("upper_limit", "Whether what is measured is an upper limit.") { $0.report.segment.isUpperLimit },
        Field(
            "E2Phi_measured_GeV_per_cm2_s_sr", unit: "GeV cm⁻² s⁻¹ sr⁻¹",
            "E²Φ per flavour, ν and ν̄ together, as measured; of an upper limit the limit."
        ) { $0.report.measured / $0.report.segment.integral },
        Field(
            "E2Phi_predicted_GeV_per_cm2_s_sr", unit: "GeV cm⁻² s⁻¹ sr⁻¹",
            "The constant E²Φ that has the predicted integral."
        ) { $0.report.predictedFlux },
        Field("N_observed", unit: "cm⁻² s⁻¹ sr⁻¹", "The flux over its energies as measured, or its limit.") {
            $0.report.measured
        },
        Field("N_predicted", unit: "cm⁻² s⁻¹ sr⁻¹", "The flux over its energies as predicted.") { $0.report.predicted },
        Field("chi2", "What it adds to χ².") { $0.report.contribution },
    ]
}

extension Segment {
    var isUpperLimit: Bool {
        if case .upperLimit = measurement { return true }
        return false
    }
}
