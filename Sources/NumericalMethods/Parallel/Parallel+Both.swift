import Dispatch

extension Parallel {
    /// Does one thing on another thread while this one does another, and returns when both are done.
    /// - Parameters:
    ///   - aside: what mostly waits, for the disk or a program of its own; it throws nothing that would be lost.
    ///   - here: what this thread does meanwhile. Where it throws, what is aside is waited for first.
    public static func both<Aside: Sendable, Here, Failure: Error>(
        aside: @Sendable () -> Aside, here: () throws(Failure) -> Here
    ) throws(Failure) -> (aside: Aside, here: Here) {
        // Written by the other thread, and read when it has ended.
        nonisolated(unsafe) var result: Aside?
        let group = DispatchGroup()
        return try withoutActuallyEscaping(aside) { aside throws(Failure) in
            DispatchQueue.global().async(group: group) { result = aside() }
            defer { group.wait() }
            let here = try here()
            group.wait()
            guard let result else { preconditionFailure("the group waits for what is aside") }
            return (result, here)
        }
    }
}
