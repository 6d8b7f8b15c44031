import ConstraintKit
import CurveFormats
import Files

/// What became of one curve.
public enum RefreshOutcome: Sendable, Hashable {
    /// A new version counts now; nil where there was none before to compare with.
    case updated(url: String, CurveChange?, warnings: [CurveWarning])
    /// A curve of which there was no version, and which nobody named: it is there, and not taken.
    case arrived(url: String)
    /// A mirror's catalogue names it, and nothing here does.
    case ignored
    /// What is here is still the version of the address, or of the lock file; nil where none was asked.
    case unchanged(url: String?)
    /// No public address of its numbers is known, and why, where the catalogue says so.
    case noAddress(reason: String?)
    /// The version that the lock file wants was at hand, and another one counted.
    case restored
    /// It was fetched before; the lock file wants it no more.
    case dropped
    /// The program carries it, and the lock file says nothing of it.
    case notInLock
    /// None of its addresses has the document.
    case notFound(urls: [String])
    /// A new version was fetched and not taken.
    case refused(url: String, [RefreshRefusal], CurveChange?)
    /// No version was to be had; one failure for each address tried.
    case failed([RefreshFailure])
}

/// Why an address gave nothing that could be used.
public enum RefreshFailure: Error, Sendable, Hashable {
    case fetch(FetchError)
    case document(url: String, DocumentFault)
    /// HEPData does not say where the table is.
    case table(HEPDataError)
    /// The address has another file than the lock file demands.
    case notLocked(url: String, expected: SHA256, found: SHA256)
    /// The address has the file, and this program makes another document of it than the one that was locked.
    case otherConversion(url: String, expected: SHA256, found: SHA256)
    /// The document that the lock file demands is nowhere on this machine.
    case notAtHand(SHA256)

    /// Whether the address is there and has something other than the lock file demands.
    var isOtherVersion: Bool {
        switch self {
        case .notLocked, .otherConversion, .document: true
        case .fetch, .table, .notAtHand: false
        }
    }

    /// Whether the server is in order and simply has no such document.
    var isNotFound: Bool { if case .fetch(let error) = self { error.isNotFound } else { false } }
}

/// Why a new version is not taken, unless the user insists.
public indirect enum RefreshRefusal: Sendable, Hashable {
    /// A limit moved by more than is credible.
    case moved(limit: String, dex: Double, massInMeV: Double)
    /// A limit no longer speaks about most of the masses it spoke about; `fraction` is what is left.
    case coverageLost(limit: String, fraction: Double)
    /// A limit, table, column or parameter of the version before is gone.
    case missing(String)
    /// There is a limit, table, column or parameter that the version before did not have.
    case added(String)
    /// A fact that decides is another: an observed limit turned into a projection, say.
    case otherFact(CurveChange.OtherFact)
    /// It says another thing at cells of the plane, by more than a limit may move.
    case cellsFlip(FlippedCells)
    /// No bound can be made from it.
    case noBound(DocumentError?)
    /// The lock file names another document, which can't be read here to compare with.
    case notThePinned(SHA256)
    /// It is another file than the one that was taken, and there is no version of the program's or the user's own from
    /// which it could be told how far they went.
    case notTheTaken(SHA256)
    /// It is close to the version before, and not to the one that all began with, whose place is given.
    case sinceTheFirst(CurveOrigin, RefreshRefusal)
    /// A parameter changed by more than is credible.
    case parameterMoved(String, from: Double, to: Double)
}
