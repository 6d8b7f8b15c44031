#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Now, as `2026-01-31T12:00:00Z`.
public func currentTime() -> String { Date().formatted(.iso8601) }
