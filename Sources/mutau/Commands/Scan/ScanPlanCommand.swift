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
        var (count, seconds) = (min(16, plan.rows), 0.0)
        while true {
            let start = ContinuousClock.now
            _ = try work.compute(0..<count) { false }
            seconds = (ContinuousClock.now - start) / .seconds(1)
            guard seconds < 0.5, count < plan.rows, count < plan.block else { break }
            count = min(count * 4, plan.rows, plan.block)
        }
        try Console.write(
            ScanPlanReport(
                plan, columns: work.columns, secondsPerRow: seconds / Double(count),
                cores: ProcessInfo.processInfo.activeProcessorCount), as: format)
    }
}
