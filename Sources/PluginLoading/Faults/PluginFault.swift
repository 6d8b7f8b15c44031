import ConstraintKit
import Files

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
    case nonsense(PluginNonsense)
    /// It said itself that it can't, in these words.
    case failed(String)
    /// It can't be asked.
    case unusable(PluginDefect)
    /// The child process could not be started or talked to: no fault of the plugin.
    case noChild(SystemError)
}

/// What can't be an answer of a bound.
public enum PluginNonsense: Sendable, Hashable {
    /// Bytes that are none of our messages.
    case noMessage
    /// The child is there, and closed its end.
    case closedConnection
    /// A number that `mutau_plugin.h` gives to no kind of answer.
    case unknownKind(Int)
    case tooManyIntervals(Int, limit: Int)
    /// One interval begins before the one before it ends.
    case intervalsNotRising
    case intervals([CouplingInterval])
    case boundary(Boundary)
    /// So many answers to so many masses.
    case answers(Int, masses: Int)
    /// ln L relative to its greatest value is above 0.
    case logLikelihood(Double)
}

/// Why the code of a plugin can't be asked.
public enum PluginDefect: Sendable, Hashable {
    /// The dynamic linker's own words; nil where it gave none.
    case refusedByLinker(String?)
    /// It is of Swift, and the program that runs has no shared runtime that it could use.
    case runtimeNotShared
    /// It is loaded, and where can't be told.
    case placeUnknown
    case functionMissing(String)
    /// Of `mutau_plugin.h`.
    case otherVersion(found: Int, expected: Int)
    /// Its bound of this number lacks a stem or its function.
    case incompleteBound(Int)
    case servedTwice(stem: String)
    case notServed(stem: String)
    case notLoaded
    case refused
    case noSuchBound
    case noLikelihood
    /// Its function returned and left no answer.
    case noAnswer
    /// It failed with this status, or none, and left no words.
    case failedWithoutWords(status: Int?)
}
