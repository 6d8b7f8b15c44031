import ConstraintKit
import CurveArchive

/// Something that a bound does and must not, or does not and must.
public enum ConformanceFault: Error {
    // Its card.
    case noTitle, noSummary, noMethodNote
    case unusableConfidenceLevel(Double)
    case unusableDocument(CatalogueError)

    // Its references.
    case noReferences, emptyReference
    case notAtArXiv(String)
    case noDOI(String)
    case noTexkey(String)

    // Its answers.
    case fails(Mass, any Error)
    case unusable(PluginFault)
    case notWellFormed(Mass, Boundary)
    /// It names couplings, and none of its intervals has an edge.
    case noEdge(Mass)
    case speaks(Mass)
    case isSilent(Mass)
    /// It says that a mass lies outside a range which holds it, or is none [MeV].
    case silentInRange(Mass, lower: Double, upper: Double)
    case isAlwaysSilent
    /// So many answers along a row of so many masses.
    case answersOfRow(Int, masses: Int)
    case otherwiseInRow(Mass, together: Boundary, alone: Boundary)
    case failsInRow(any Error)
    case threadsDisagree(Mass, Result<Boundary, any Error>)

    // Values it must reproduce.
    case missesKnownLimit(KnownLimit, found: [Double])
    case failsAtKnownLimit(KnownLimit, any Error)
    case unreadableKnownLimits(any Error)
    /// Its status is validated, and nothing shows it.
    case noKnownLimits(path: String)

    /// What was examined.
    public var subject: ConformanceFinding.Subject {
        switch self {
        case .noTitle, .noSummary, .noMethodNote, .unusableConfidenceLevel, .unusableDocument: .card
        case .noReferences, .emptyReference, .notAtArXiv, .noDOI, .noTexkey: .references
        case .fails, .unusable: .evaluation
        case .notWellFormed: .wellFormed
        case .noEdge: .finiteLimits
        case .speaks, .isSilent, .silentInRange, .isAlwaysSilent: .silence
        case .answersOfRow, .otherwiseInRow, .failsInRow: .rows
        case .threadsDisagree: .threads
        case .missesKnownLimit, .failsAtKnownLimit, .unreadableKnownLimits, .noKnownLimits: .knownValues
        }
    }
}
