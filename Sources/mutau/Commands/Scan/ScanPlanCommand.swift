import Answers
import ArgumentParser
import Foundation
import Scan

struct ScanPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Say how much work a plan is, by some of its rows computed now.",
        discussion: "Nothing is written.")

    @OptionGroup var scan: ScanOptions
    @OptionGroup var format: FormatOptions

    /// As many rows as take about a second.
    func run() throws {
        let setting = try scan.setting
        let (plan, work) = (setting.plan, setting.work)
        let least = work.rowsAtLeast
        func whole(_ count: Int) -> Int { min(count / least * least, plan.rows(ofBlock: 0).count) }
        var (count, seconds) = (whole(max(16, least)), 0.0)
        while true {
            let start = ContinuousClock.now
            _ = try work.compute(0..<count, after: nil) { false }
            seconds = (ContinuousClock.now - start) / .seconds(1)
            guard seconds < 0.5, whole(count * 4) > count else { break }
            count = whole(count * 4)
        }
        // Blocks that are computed side by side take a core each.
        let secondsPerRow = seconds / Double(count * work.blocksAtOnce)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        try Console.write(
            ScanPlanReport(plan, columns: work.columns, secondsPerRow: secondsPerRow, cores: cores), as: format)
    }
}
