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
        func seconds(_ body: () throws -> Void) rethrows -> Double {
            try ContinuousClock().measure(body) / .seconds(1)
        }
        let start = ContinuousClock.now
        let setting = try scan.setting
        var preparation = (ContinuousClock.now - start) / .seconds(1)
        let (plan, work) = (setting.plan, setting.work)
        let least = work.rowsAtLeast
        func whole(_ count: Int) -> Int { min(count / least * least, plan.rows(ofBlock: 0).count) }
        var (count, taken) = (whole(work.rowsTriedFirst), 0.0)
        while true {
            func tried() throws { _ = try work.compute(0..<count, after: nil) { false } }
            let first = try seconds(tried)
            // What the rows share is there now.
            taken = try seconds(tried)
            preparation += max(first - taken, 0)
            guard taken < 0.5, whole(count * 4) > count else { break }
            count = whole(count * 4)
        }
        // Blocks that are computed side by side take a core each.
        let secondsPerRow = taken / Double(count * work.blocksAtOnce)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        try Console.write(
            ScanPlanReport(
                plan, columns: work.columns, preparation: preparation, secondsPerRow: secondsPerRow, cores: cores),
            as: format)
    }
}
