import Foundation
import Testing

/// A scan that is killed, whose disk is full, that two work on at once: in the end it is the one that nobody disturbed.
@Suite struct ScanFaultTests {
    private let program: Program

    init() throws { program = try Program() }

    /// Chains, whose blocks need those before them.
    private func plan(steps: Int) throws {
        _ = try program.write(
            """
            scenario: paper
            method: ensemble
            parameters:
              mass_MeV: {from: 1, to: 20, scale: log}
              coupling: {from: 1e-5, to: 1e-1, scale: log}
              amplitude: {from: 0, to: 5}
              gamma: {from: 1.8, to: 3.5}
            ensemble: {chains: 2, walkers: 12, steps: \(steps), burn: \(steps / 4), thin: 5}
            """, to: "plan.yaml")
    }

    private func scan(_ command: String, _ folder: String) -> [String] {
        ["scan", command, "plan.yaml", "--output", folder]
    }

    private func merged(_ folder: String) throws -> Data {
        let answer = try program.run(scan("merge", folder))
        try #require(answer.status == 0, "\(answer.errors)")
        return try Data(contentsOf: program.home.appending(path: "\(folder)/scan.npz"))
    }

    private func undisturbed(steps: Int) throws -> Data {
        try plan(steps: steps)
        #expect(try program.run(scan("run", "whole")).status == 0)
        return try merged("whole")
    }

    private func remove(_ folder: String) throws {
        try FileManager.default.removeItem(at: program.home.appending(path: folder))
    }

    /// Killed while the folder is begun, while a block is written, before it has its name, and between blocks.
    @Test func killedAtSomeSteps() throws {
        defer { program.removeHome() }
        let whole = try undisturbed(steps: 40)
        var killed = 0
        for step in [2, 9, 17, 22, 23, 24] {
            let answer = try program.run(scan("run", "hurt"), environment: ["MUTAU_STOP_AT": "\(step)"])
            if answer.status == SIGKILL { killed += 1 }
        }
        #expect(killed >= 4, "only \(killed) runs were killed")
        #expect(try program.run(scan("run", "hurt")).status == 0)
        #expect(try merged("hurt") == whole)
    }

    /// From the moment at which nothing more can be written the program says so; what was done stays.
    @Test func theDiskIsFull() throws {
        defer { program.removeHome() }
        let whole = try undisturbed(steps: 40)
        for step in ["8+", "24+", "27+"] {
            let answer = try program.run(scan("run", "full"), environment: ["MUTAU_FAIL_AT": "\(step):\(ENOSPC)"])
            #expect(
                answer.status != 0 && answer.errors.contains("No space left on device"), "\(step): \(answer.errors)")
        }
        #expect(try program.run(scan("run", "full")).status == 0)
        let refused = try program.run(scan("merge", "full"), environment: ["MUTAU_FAIL_AT": "3+:\(ENOSPC)"])
        #expect(refused.status != 0 && refused.errors.contains("No space left on device"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.home.appending(path: "full/scan.npz").path))
        #expect(try merged("full") == whole)
    }

    /// Two on the same part, and a clock that has gone back since: nothing is asked of times.
    @Test func twoAtOnceAndAClockGoneBack() throws {
        defer { program.removeHome() }
        let whole = try undisturbed(steps: 40)
        let processes = [try program.start(scan("run", "two")), try program.start(scan("run", "two"))]
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let blocks = program.home.appending(path: "two/blocks")
        let later = Date(timeIntervalSince1970: 4e9)
        let names = try FileManager.default.contentsOfDirectory(atPath: blocks.path)
        for name in names {
            try FileManager.default.setAttributes(
                [.modificationDate: later], ofItemAtPath: blocks.appending(path: name).path)
        }
        #expect(try program.run(scan("run", "two")).status == 0)
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: blocks.appending(path: name).path)
            #expect(attributes[.modificationDate] as? Date == later, "\(name) was written again")
        }
        #expect(try merged("two") == whole)
    }

    /// At instants of the clock, wherever they fall; a scan that is complete is compared, and another begun.
    @Test(.enabled(if: KillTests.kills != nil, "make kill-test"))
    func killedAtRandom() throws {
        defer { program.removeHome() }
        let kills = try #require(KillTests.kills)
        let whole = try undisturbed(steps: 4000)
        try remove("whole")
        let began = ContinuousClock.now
        #expect(try program.run(scan("run", "whole")).status == 0)
        let duration = began.duration(to: .now)
        var random = KillTests.random(kills, within: duration, of: "scan run")
        var (cutShort, compared) = (0, 0)
        for _ in 0..<kills {
            let delay = duration * (1.2 * Double.random(in: 0..<1, using: &random))
            if try program.killed(scan("run", "hurt"), after: delay) {
                cutShort += 1
                continue
            }
            #expect(try merged("hurt") == whole)
            compared += 1
            try remove("hurt")
        }
        #expect(try program.run(scan("run", "hurt")).status == 0)
        #expect(try merged("hurt") == whole)
        #expect(cutShort > kills / 4, "\(cutShort) of \(kills) were cut short, \(compared) scans were compared")
        print("scan run: \(kills) kills, \(cutShort) cut short, \(compared) scans compared")
    }
}
