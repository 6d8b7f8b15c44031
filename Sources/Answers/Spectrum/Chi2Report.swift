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
            detail.ratio.map { "R = \(NumberText.fixed($0, decimals: 3))" },
            "A = \(NumberText.short(fit.amplitude, digits: 4)) (\(treatment("amplitude"))), "
                + (detail.spectrum.map { "spectrum \($0): γ is no parameter" }
                    ?? "γ = \(NumberText.short(fit.gamma, digits: 4)) (\(treatment("gamma")))"),
            fit.isIndexAtEdge ? "γ is at the end of the range searched: the data want another one" : nil,
        ].compactMap(\.self)
        lines += detail.caveats.map(Wording.sentence)
        let text = lines.joined(separator: "\n") + "\n"
        return showsSegments ? text + "\n" + table.text(as: .text) : text
    }

    /// The contract of `chi2 --format json`; keys may be added.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("chi2", .number(detail.fit.chi2)), .init("chi2_no_interaction", .number(detail.chi2WithoutMediator)),
            .init("R", .number(detail.ratio)), .init("points", .integer(detail.segments.count)),
            .init("chi2_standard_model", .number(detail.chi2StandardModel)),
            .init("mass_MeV", .number(detail.mass.inMeV)), .init("coupling", .number(detail.coupling.value)),
            .init("amplitude", .number(detail.fit.amplitude)),
            .init("gamma", .number(detail.spectrum == nil ? detail.fit.gamma : nil)),
            .init("spectrum", .text(detail.spectrum ?? "power-law")),
            .init("profiled", .texts(detail.fit.profiled.names)),
            .init("caveats", .texts(detail.caveats.map(Wording.sentence))),
        ]
        if showsSegments { members.append(.init("segments", .array(detail.segments.map(Self.json)))) }
        return .object(members)
    }

    /// One record for each data point.
    public var csv: String { table.text(as: .csv) }

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
                    .text(report.dataSet), .text(report.channel.rawValue), .number(report.segment.lowerEdge),
                    .number(report.segment.upperEdge),
                    report.segment.isUpperLimit
                        ? .intervals([.init(lower: nil, upper: measured)]) : .number(measured),
                    .number(report.predictedFlux), .number(report.contribution),
                ]
            },
            notes: ["E²Φ per flavour, ν and ν̄ together [GeV cm⁻² s⁻¹ sr⁻¹]; < is an upper limit."])
    }

    private static func json(_ report: SegmentReport) -> JSONValue {
        [
            "data_set": .text(report.dataSet), "channel": .text(report.channel.rawValue),
            "E_low_GeV": .number(report.segment.lowerEdge), "E_high_GeV": .number(report.segment.upperEdge),
            "upper_limit": .boolean(report.segment.isUpperLimit),
            "N_observed": .number(report.measured), "N_predicted": .number(report.predicted),
            "chi2": .number(report.contribution),
        ]
    }
}

extension Segment {
    var isUpperLimit: Bool {
        if case .upperLimit = measurement { return true }
        return false
    }
}
