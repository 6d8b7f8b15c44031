import Answers
import ArgumentParser
import Foundation
import Scan

struct ScanRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Compute what is missing of a scan, or of a part of it.",
        discussion: """
            The finished scan is the same to the last bit whatever parts it is \
            computed in. Ends with 65 where blocks failed, with 130 when interrupted, and with 75 when told by USR1 or TERM that its \
            time is up: the same command goes on. \
            With 65 too where USR1 came before a block was done.
            """)

    @OptionGroup var scan: ScanOptions

    @Option(
        help: ArgumentHelp("Compute the k-th of n parts.", valueName: "k/n"),
        transform: { text in
            let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else {
                throw ValidationError("'\(ErrorText.clipped(text))' is no part: write 3/10 for the third of ten")
            }
            do throws(ScanError) { return try Shard(number, of: count) } catch {
                throw ValidationError(ErrorText.of(error))
            }
        })
    var shard: Shard = .whole

    @OptionGroup var output: FormatOptions

    func run() throws {
        let setting = try scan.setting
        let folder = try setting.opened(begins: true)
        Interruption.watch()
        TimeLimit.watch()
        let progress = ProgressBar(label: "scan")
        let outcome = try folder.run(
            setting.work, shard, shouldStop: { Interruption.isAsked || TimeLimit.isReached },
            progress: { progress.update($0) }, words: ErrorText.words)
        progress.finish()
        try Console.write(ScanRunAnswer(outcome, folder: folder.path), as: output)
        guard !Interruption.isAsked else {
            throw ErrorReport("interrupted: what is done stays, the same command goes on", code: ExitStatus.interrupted)
        }
        guard !outcome.wasStopped || !TimeLimit.isTimeOver || outcome.done > outcome.before else {
            throw ErrorReport(
                """
                the time ended before a block was done, as it would again: give the jobs more of it, or the plan smaller \
                blocks ('block')
                """, code: ExitStatus.badData)
        }
        guard !outcome.wasStopped else {
            throw ErrorReport("told to end: what is done stays, the same command goes on", code: ExitStatus.unfinished)
        }
        guard let (block, words) = outcome.failed.min(by: { $0.key < $1.key }) else { return }
        throw ErrorReport(
            "\(outcome.failed.count) of \(Counted.text(outcome.count, "block")) failed, block \(block) for instance: \(words)",
            code: ExitStatus.badData)
    }
}
