import CurveArchive

/// What this program is.
package enum ProgramVersion {
    package static let number = "0.1.0"
    /// The year of this version.
    package static let year = "2026"
    /// The DOI of this version; nil as long as it has none. `CITATION.cff` has the same.
    package static let doi: String? = nil

    /// The version with the digest of the data the program carries, so that a result can name both.
    package static var text: String { "mutau \(number), data \(BundledFiles.ofProgram.digest.hexadecimal.prefix(16))" }
}
