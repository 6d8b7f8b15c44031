import Foundation
import Testing

/// What is said of a scan that was submitted, with stand-ins for Slurm.
@Suite struct ScanJobsTests {
    private let program: Program

    init() throws {
        program = try Program()
        _ = try program.write(
            """
            scenario: paper
            method: random
            points: 4
            parameters:
              mass_MeV: {from: 5, to: 100, scale: log}
              coupling: {from: 1e-5, to: 1e-3, scale: log}
            """, to: "plan.yaml")
    }

    private func standIn(_ command: String, _ script: String) throws {
        let path = try program.write("#!/bin/sh\n\(script)\n", to: command)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    private func scan(_ command: String, _ more: String..., path: String? = nil) throws -> Program.Answer {
        try program.run(
            ["scan", command, "plan.yaml"] + more, environment: ["PATH": path ?? "\(program.home.path):/usr/bin:/bin"])
    }

    private func jobs() throws -> String {
        try String(contentsOf: program.home.appending(path: "plan-scan/jobs"), encoding: .utf8)
    }

    /// The jobs that are noted would be forgotten: neither `status` nor `cancel` would know them.
    @Test func aSecondSubmissionIsRefusedWhileTheFirstIsThere() throws {
        defer { program.removeHome() }
        try standIn("scontrol", "echo 'MaxArraySize = 1001'")
        try standIn("sbatch", "echo x >> \"$0.count\"; wc -l < \"$0.count\"")
        try standIn("squeue", "echo RUNNING; echo COMPLETING")
        let first = try scan("submit", "--shards", "2")
        #expect(first.status == 0, "\(first.errors)")
        #expect(try jobs() == "1\n2\n")
        let second = try scan("submit", "--shards", "2")
        #expect(second.status == 69 && second.errors.contains("mutau scan cancel"), "\(second.errors)")
        #expect(try jobs() == "1\n2\n")
        try standIn("squeue", "echo COMPLETING")
        #expect(try scan("submit", "--shards", "2").status == 0)
        #expect(try jobs() == "3\n4\n")
    }

    /// Progress is in the folder: one that was copied home has it too.
    @Test func statusIsToldWhereTheSchedulerCannotBeAsked() throws {
        defer { program.removeHome() }
        #expect(try scan("run").status == 0)
        _ = try program.write("1\n2\n", to: "plan-scan/jobs")
        let without = try scan("status", path: "/nonexistent")
        #expect(without.status == 0 && without.output.hasPrefix("1 of 1 block is done"), "\(without.output)")
        #expect(without.errors.contains("'squeue' is not on PATH"), "\(without.errors)")
        try standIn("squeue", "echo 'Unable to contact slurm controller' >&2; exit 1")
        let silent = try scan("status", "--format", "json")
        #expect(silent.status == 0 && silent.errors.contains("Unable to contact"), "\(silent.errors)")
        #expect(try silent.json()["tasks"] is NSNull && silent.json()["done"] as? Int == 1)
        try standIn("squeue", "echo PENDING")
        let asked = try scan("status")
        #expect(asked.errors.isEmpty && asked.output.contains("At the scheduler: 1 PENDING."), "\(asked.output)")
    }

    @Test(arguments: [
        (
            "method: ensemble\nensemble: {steps: 10}\n", ["amplitude: {from: 0, to: 5}", "gamma: {from: 0.0, to: 12}"],
            "'parameters.gamma' of the plan is '0.0 to 12.0', and should be values from 1.0 to 10.0"
        ),
        (
            "method: toys\npoints: 4\n", ["gamma: {from: 2, to: 3, count: 2}"],
            "'parameters.gamma.count' of the plan is '2', and should be 3 at least"
        ),
        (
            "method: toys\npoints: 4\ntoys: {limits: redrawn}\nchoices: {icecube.upper_limits: zero-centred}\n", [],
            "'toys.limits' of the plan is 'redrawn', and should be left out"
        ),
    ])
    func whatCannotBeScannedIsNamed(head: String, parameters: [String], words: String) throws {
        defer { program.removeHome() }
        let count = head.contains("toys") ? ", count: 4" : ""
        let ranges = [
            "mass_MeV: {from: 1, to: 20, scale: log\(count)}", "coupling: {from: 1e-5, to: 1e-1, scale: log\(count)}",
        ]
        let lines = (ranges + parameters).map { "  \($0)\n" }.joined()
        _ = try program.write("scenario: paper\n\(head)parameters:\n\(lines)", to: "plan.yaml")
        let answer = try scan("plan")
        #expect(answer.status == 65 && answer.errors.contains(words), "\(answer.errors)")
    }
}
