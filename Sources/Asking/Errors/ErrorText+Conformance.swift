import ConstraintKit
import CurveArchive
import PluginLoading

// Words for what 'plugin check' finds wrong with a bound.

extension ErrorText {
    package static func of(_ fault: ConformanceFault) -> String {
        switch fault {
        case .noTitle: "it has no title"
        case .noSummary: "it does not say what was measured or computed"
        case .noMethodNote: "it does not say how its numbers were reconstructed"
        case .unusableConfidenceLevel(let level): "its confidence level is \(level)"
        case .unusableDocument(.unusable(_, _, .format(let fault))): fault.explanation
        case .unusableDocument(let error): "its document can't be read: \(of(error))"
        case .noReferences: "there is none"
        case .emptyReference: "one says nothing"
        case .notAtArXiv(let text): "'\(clipped(text))' is no number at arXiv"
        case .noDOI(let text): "'\(clipped(text))' is no DOI"
        case .noTexkey(let text): "'\(clipped(text))' is no texkey of INSPIRE"
        case .fails(let mass, let error): "\(at(mass)) it fails: \(words(for: error))"
        case .unusable(let fault): of(fault)
        case .notWellFormed(let mass, let boundary): "\(at(mass)) it answers \(boundary)"
        case .noEdge(let mass): "\(at(mass)) its intervals have no edge"
        case .speaks(let mass): "it speaks \(at(mass))"
        case .isSilent(let mass): "it is silent \(at(mass))"
        case .silentInRange(let mass, let lower, let upper):
            "\(at(mass)) it is silent, as outside \(lower) to \(upper) MeV"
        case .isAlwaysSilent: "it is silent at every mass from 10 eV to 10 PeV"
        case .answersOfRow(let count, let masses): "it answers \(count) times along a row of \(masses) masses"
        case .otherwiseInRow(let mass, let together, let alone):
            "\(at(mass)) it answers \(together) in a row and \(alone) alone"
        case .failsInRow(let error): "along a row it fails: \(words(for: error))"
        case .threadsDisagree(let mass, let answer): "\(at(mass)) threads disagree: \(answer)"
        case .missesKnownLimit(let known, let found):
            "\(at(known.mass)) it gives \(found.isEmpty ? "no limit" : list(found.map(String.init(describing:)))), "
                + "and should give \(known.coupling) to \(known.tolerance)"
        case .failsAtKnownLimit(let known, let error): "\(at(known.mass)) it fails: \(words(for: error))"
        case .unreadableKnownLimits(let error): words(for: error)
        case .noKnownLimits(let path): "its status is validated, and \(path) has none"
        }
    }

    package static func of(_ error: KnownLimitError) -> String {
        let expected =
            error.isHeader
            ? "the header \(KnownLimit.header.joined(separator: ","))"
            : "a mass in MeV, a coupling and a relative tolerance below 1"
        return "line \(error.line) should be \(expected)"
    }

    private static func at(_ mass: Mass) -> String { "at \(mass.inMeV) MeV" }
}
