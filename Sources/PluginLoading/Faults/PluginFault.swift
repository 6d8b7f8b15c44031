import Files
import Glibc

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
