import CurveArchive

/// What this program is.
enum ProgramVersion {
    static let number = "0.1.0"
    /// The DOI of this version; nil as long as it has none. `CITATION.cff` has the same.
    static let doi: String? = nil

    /// The version with the digest of the data the program carries, so that a result can name both.
    static var text: String { "mutau \(number), data \(BundledFiles.ofProgram.digest.hexadecimal.prefix(16))" }
}
