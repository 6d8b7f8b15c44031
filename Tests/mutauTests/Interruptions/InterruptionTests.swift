import Foundation
import Testing

/// Each command that changes the archive is stopped at every call of the system that changes something on the disk, in
/// turn, and each of these calls fails in turn: what is found after is all of the old or all of the new.
@Suite struct InterruptionTests {
    private let archive: OwnArchive

    init() throws { archive = try OwnArchive() }

    @Test(arguments: OwnArchive.Change.allCases) func isAllOrNothing(change: OwnArchive.Change) throws {
        defer { archive.program.removeHome() }
        try archive.prepare(for: change)
        let trial = try Trial(archive, arguments: change.arguments(archive))
        // What takes long to prepare is tried with the two that matter most.
        for fault in change.isQuick ? Fault.allCases : [.stopped, .full] { try trial.interrupt(by: fault) }
        #expect(
            trial.steps > 10 && trial.olds > 10 && trial.news > 5, "\(trial.olds) and \(trial.news) of \(trial.steps)")
    }

    /// A change that was made and not carried through is carried through by the next, and that is interrupted.
    @Test func whatCarriesOnIsInterrupted() throws {
        defer { archive.program.removeHome() }
        try archive.prepare(for: .remove)
        let before = try archive.state()
        let template = try Trial.copy(archive)
        for step in 1... {
            try Trial.restore(archive, template)
            let stop = Fault.stopped.environment(at: step)
            let status = try archive.program.run(["remove", "other"], environment: stop).status
            try #require(status == SIGKILL, "step \(step)")
            if try archive.state() != before { break }
        }
        let trial = try Trial(archive, arguments: OwnArchive.Change.remove.arguments(archive))
        for fault in [Fault.stopped, .full] { try trial.interrupt(by: fault) }
        #expect(trial.olds > 10 && trial.news > 5, "\(trial.olds) and \(trial.news) of \(trial.steps)")
    }
}
