import CurveArchive
import Yams

/// Which documents stand for the bounds that the paper quotes and draws, by their stems: a file of `Constraints/`.
struct PublishedBounds: Decodable, Sendable {
    /// NA64μ with 1.98e10 muons on target, and its projections for 1e11 and 1e12.
    let limit: String
    let projection11: String
    let projection12: String
    /// Muon g−2 with the White Paper of 2020, and with the lattice.
    let whitePaper: String
    let lattice: String
    /// The mass that N_eff demands: as it is drawn, and as thermal equilibrium gives it.
    let drawnMassEdge: String
    let thermalMassEdge: String
    /// Bounds of the scenario that Fig. 2 does not draw.
    let notInFigure2: [String]
    /// What is known better, bound by bound.
    let corrections: [Correction]

    /// A bound that the scenario `consistent` has in place of one that is drawn, or beside those.
    struct Correction: Decodable, Sendable {
        /// The stem of what is drawn; nil where nothing is.
        let drawn: String?
        let corrected: String
        /// What is corrected, in a sentence.
        let reason: String
    }

    private enum CodingKeys: String, CodingKey {
        case limit, lattice, corrections
        case projection11 = "projection_1e11"
        case projection12 = "projection_1e12"
        case whitePaper = "white_paper"
        case drawnMassEdge = "drawn_mass_edge"
        case thermalMassEdge = "thermal_mass_edge"
        case notInFigure2 = "not_in_figure_2"
    }

    static let path = "papers/2406.19968.yaml"

    /// Those of the file that the program carries.
    /// - Throws: ``PublishedBoundsError``, and what the decoder finds wrong: faults of the program.
    static func ofProgram() throws -> PublishedBounds {
        guard let file = BundledFiles.ofProgram[path] else { throw PublishedBoundsError.missing(path: path) }
        return try YAMLDecoder(encoding: .utf8).decode(
            PublishedBounds.self, from: String(decoding: file.contents(), as: UTF8.self))
    }
}

/// Why a paper can't be compared with: a fault of the program.
public enum PublishedBoundsError: Error, Sendable, Hashable {
    /// The program carries no such file.
    case missing(path: String)
}
