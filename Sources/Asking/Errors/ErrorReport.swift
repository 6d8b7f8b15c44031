import ArgumentParser
import CurveArchive
import CurveFormats
import Scenarios
import VOTable

/// What the user is told when a command can't do its work: one clear message and an exit code.
package struct ErrorReport: Error {
    package let message: String
    package let code: Int32

    package init(_ message: String, code: Int32) {
        self.message = message
        self.code = code
    }

    /// An error of what a file says, and nobody said on the command line: a value that would be one of usage there is bad
    /// data here.
    /// - Returns: any other error as it is.
    package static func fault(_ error: any Error, ofFile path: String) -> any Error {
        guard let report = ErrorReport(of: error), report.code == ExitStatus.usage else { return error }
        return ErrorReport("in '\(ErrorText.clipped(path))': \(report.message)", code: ExitStatus.badData)
    }

    /// For an error that nothing here has words for, and so a fault of the program; nil for the argument parser's own and
    /// for an exit code. Its code must not be 1, by which `check --exit-code` says that a point is excluded.
    package init?(unforeseen error: any Error) {
        guard !(error is ExitCode), NoArguments.exitCode(for: error) == .failure else { return nil }
        self.init("internal error, please report it: \(error)", code: ExitStatus.internalError)
    }
}

/// Asks the argument parser for the exit code of an error, which is the same for every command.
private struct NoArguments: ParsableArguments {}

extension ErrorReport {
    /// Whether an error comes from a library of the system that is not installed, whatever was asked of it.
    package static func lacksLibrary(_ error: any Error) -> Bool {
        switch error {
        case CurveFormatError.votable(.libraryMissing, _), CurveFormatError.badFile(_, .libraryMissing, _): true
        case FetchError.libraryMissing, FetchError.refusedURL(_, .libraryMissing): true
        case CatalogueError.unusable(_, _, .format(let error)): lacksLibrary(error)
        case DataSetLibraryError.notVOTable(_, .libraryMissing): true
        default: false
        }
    }
}
