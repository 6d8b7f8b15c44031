import AllowedRegion
import Documents
import Transport

/// The words for the spectrum of the sources.
extension Wording {
    /// Where a spectrum bends, there and here.
    static func sentence(_ edge: SpectrumEdge) -> String {
        let name = edge.kind == .bend ? "break" : "cut-off"
        return edge.isGivenAsSeen
            ? "The \(name) seen at \(energy(edge.seen)) lies at \(energy(edge.emitted)) where neutrinos are made, by the mean "
                + "1 + z of the sources."
            : "The \(name) at \(energy(edge.emitted)) is where neutrinos are made: it is seen at about \(energy(edge.seen))."
    }

    /// How well another spectrum than the scenario's describes the data.
    static func sentence(_ other: OtherSpectrumAnswer) -> String {
        let index =
            (other.gamma.map { ", γ = \(NumberText.short($0))" } ?? "")
            + (values(other.spectrumValues).map { ", \($0)" } ?? "")
        let line =
            "With the spectrum \(other.spectrum) instead, at the same m and g′: χ² = \(NumberText.fixed(other.chi2, decimals: 3)) "
            + "(\(NumberText.signed(other.deltaChi2, decimals: 3)) against no Z′, either with \(other.gamma == nil ? "A" : "A and γ") fitted anew), "
            + "A = \(NumberText.short(other.amplitude))\(index)."
        return PlainText.clean(([line] + other.caveats.map(sentence)).joined(separator: " "))
    }

    /// Which of IceCube's data are provisional; nil where none are.
    static func provisional(_ stems: [String]) -> String? {
        stems.isEmpty ? nil : PlainText.clean("Provisional by their source: the data \(stems.joined(separator: ", ")).")
    }

    /// What is to be said of a comparison beside its numbers.
    static func remarks(provisionalData: [String], other: OtherSpectrumAnswer?) -> [String] {
        [other.map(sentence), provisional(provisionalData)].compactMap(\.self)
    }

    /// `62.3 TeV`.
    private static func energy(_ inGeV: Double) -> String {
        let unit: (size: Double, name: String) = inGeV >= 1e6 ? (1e6, "PeV") : inGeV >= 1e3 ? (1e3, "TeV") : (1, "GeV")
        return "\(NumberText.short(inGeV / unit.size)) \(unit.name)"
    }
}

extension EarthSpectrum {
    /// `γ = 2.6`, or the spectrum where it is no power law.
    var sources: String {
        let index = gamma.map { "γ = \(NumberText.trimmed($0))" }
        return spectrum == "power-law"
            ? index ?? spectrum : (["spectrum \(spectrum)"] + [index].compactMap(\.self)).joined(separator: ", ")
    }
}
