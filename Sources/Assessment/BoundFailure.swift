import PluginLoading

/// Why a bound could not be evaluated.
public enum BoundFailure: Sendable, Hashable {
    /// Its intervals are not ordered.
    case notWellFormed
    case plugin(PluginFault)
    /// An error that is none of ours, as it describes itself.
    case other(String)

    init(_ error: any Error) {
        self = if let fault = error as? PluginFault { .plugin(fault) } else { .other("\(error)") }
    }
}
