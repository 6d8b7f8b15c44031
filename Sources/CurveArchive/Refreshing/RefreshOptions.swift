/// The choices of a refresh.
public struct RefreshOptions: Sendable, Hashable {
    /// Fetch and compare, and write nothing.
    public var isDryRun = false
    /// Ask no server: see whether what is here is whole.
    public var isOffline = false
    /// Take a new version even where ``RefreshRefusal`` speaks against it.
    public var insists = false
    /// Let nothing count but what a lock file names.
    public var demands: RefreshDemands = .none
    /// How long to wait for another refresh to end.
    public var patience = Duration.seconds(30)
    public var plausibility = RefreshPlausibility()
    public var limits = RefreshLimits()

    public init() {}
}

/// What a refresh may bring.
public enum RefreshDemands: Sendable, Hashable {
    /// Newer versions.
    case none
    /// What the lock file of the refreshed curves names, and for the others what the program carries.
    case currentLock
    /// What another lock file names, whose documents may lie in its directory.
    case lock(CurvesLock, directory: String)
}
