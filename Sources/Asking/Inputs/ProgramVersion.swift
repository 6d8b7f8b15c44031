import CurveArchive

/// What this program is.
package enum ProgramVersion {
    package static let number = "0.1.0"

    /// The version with the digest of the data the program carries, so that a result can name both.
    package static var text: String { "mutau \(number), data \(BundledFiles.ofProgram.digest.hexadecimal.prefix(16))" }
}
