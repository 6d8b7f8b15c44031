import Foundation

/// The rows of a run as they are kept in `bench.json`.
struct BenchmarkRun: Codable {
    struct Entry: Codable {
        let name: String
        let seconds: Double
        /// To the baseline of the same run.
        let ratio: Double
        let megabytes: Double?

        init(_ row: Row) { (name, seconds, ratio, megabytes) = (row.name, row.seconds, row.ratio, row.megabytes) }
    }

    var rows: [Entry] = []

    init() {}

    init(path: String) throws {
        self = try JSONDecoder().decode(BenchmarkRun.self, from: Data(contentsOf: URL(filePath: path)))
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(self).write(to: URL(filePath: path))
    }

    /// What both runs measured: the ratio to the baseline, over that of the earlier run; below 1 is faster.
    func lines(over earlier: BenchmarkRun) -> [String] {
        let known = Dictionary(earlier.rows.map { ($0.name, $0.ratio) }, uniquingKeysWith: { first, _ in first })
        return rows.compactMap { row in
            known[row.name].map {
                row.name.padding(toLength: 64, withPad: " ", startingAt: 0) + String(format: "%8.3f", row.ratio / $0)
            }
        }
    }
}
