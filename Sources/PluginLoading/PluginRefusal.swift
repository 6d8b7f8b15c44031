import CurveArchive
import Glibc

/// Why a file on the search path is no plugin of this program.
public enum PluginRefusal: Error, Sendable, Hashable {
    case unreadable(ReadingError)
    /// Someone else can write the file, or a directory on the way to it.
    case writableByOthers(path: String)
    /// What is wrong with the file itself, seen without running it.
    case image(ELFError)
    /// It is a shared object, and registers no bounds.
    case registersNothing
    /// It was built for another generation of ConstraintKit or by another compiler.
    case otherGeneration(found: String, expected: String)
    /// It needs parts of ConstraintKit that this program lacks, some of them by name.
    case missingSymbols([String])
    /// It claims something as a stem that can't be one.
    case notAStem(String)
    /// One of its stems belongs to something else already.
    case stemTaken(stem: String, by: String)
    /// One of its bounds has no document.
    case documentMissing(stem: String, path: String)
    /// What it did when it was run.
    case fault(PluginFault)
}

/// What the code of a plugin did, at whatever time.
public enum PluginFault: Error, Sendable, Hashable {
    /// A signal ended it.
    case crashed(signal: Int32)
    /// It ended the process.
    case exited(status: Int32)
    /// No answer came in time [s].
    case tookTooLong(seconds: Double)
    /// It asked for more memory than it may have [bytes].
    case outOfMemory(limit: Int)
    /// Its answer can't be one.
    case nonsense(String)
    /// It said itself that it can't.
    case failed(String)
    /// The child process could not be started or talked to: no fault of the plugin.
    case noChild(SystemError)
}

extension PluginFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .crashed(let signal): "its code crashed (\(String(cString: strsignal(signal))))"
        case .exited(let status): "its code ended the process with status \(status)"
        case .tookTooLong(let seconds): "its code gave no answer within \(Int(seconds.rounded(.up))) s"
        case .outOfMemory(let limit): "its code used up the \(limit >> 20) MB of memory that plugins may have"
        case .nonsense(let detail): "its answer makes no sense: \(detail)"
        case .failed(let message): message
        case .noChild(let error): "the process for plugins could not be started: \(error.text)"
        }
    }
}
