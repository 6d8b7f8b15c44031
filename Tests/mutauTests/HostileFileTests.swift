import Foundation
import HostileFiles
import Testing

/// Hostile files, through the program: each is refused for what stops it, within 64 MB above the idle program and with
/// a bounded number of requests to the allocator.
///
/// Work is counted, not timed: a slow or busy machine counts the same. What it takes in seconds is measured by
/// `make bench`.
@Suite struct HostileFileTests {
    /// What a finished process has asked for.
    private struct Cost {
        var answer: Program.Answer
        /// Requests to the allocator, and their sum [MB].
        var requests: Int
        var requested: Double
        /// The most memory held at once [MB].
        var peak: Double
    }

    private static let counting = Result { try Workshop.built("Counting", from: "counting.c") }

    @Test func anIdleProgramIsCounted() throws {
        let program = try Program()
        defer { program.removeHome() }
        let idle = try cost(of: ["--version"], in: program)
        #expect(idle.answer.status == 0)
        #expect(idle.requests > 100 && idle.requested > 0.01 && idle.peak > 1, "nothing is counted here")
    }

    @Test(arguments: HostileFile.all) func isRefusedAtLittleCost(_ hostile: HostileFile) throws {
        let program = try Program()
        defer { program.removeHome() }
        let idle = try cost(of: ["--version"], in: program)
        let file = program.home.appending(path: hostile.name)
        try Data(hostile.bytes()).write(to: file)
        let cost = try cost(of: ["inspect", file.path], in: program)
        #expect(cost.answer.status == 65)
        let words = cost.answer.output + cost.answer.errors
        #expect(words.contains(hostile.refusal), "\(words)")
        // Reading the file itself is part of the 64 MB.
        #expect(cost.peak - idle.peak < 64, "\(cost.peak - idle.peak) MB")
        // Unoptimised, the reader of text asks four times for each of a file's four million bytes.
        #expect(cost.requests < 25_000_000, "\(cost.requests) requests to the allocator")
        #expect(cost.requested < 500, "\(cost.requested) MB were asked for in all")
    }

    private func cost(of arguments: [String], in program: Program) throws -> Cost {
        let counts = program.home.appending(path: "counts")
        let answer = try program.run(
            arguments, environment: ["LD_PRELOAD": Self.counting.get().path, "COUNTS": counts.path])
        let numbers = try String(contentsOf: counts, encoding: .utf8).split(whereSeparator: \.isWhitespace)
        let found = try numbers.map { try #require(Int($0)) }
        try #require(found.count == 3)
        return Cost(
            answer: answer, requests: found[0], requested: Double(found[1]) / 1e6, peak: Double(found[2]) / 1024)
    }
}
