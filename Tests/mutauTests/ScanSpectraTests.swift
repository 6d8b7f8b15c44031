import Foundation
import Testing

/// Scans in which A and γ of IceCube's spectrum vary.
@Suite struct ScanSpectraTests {
    private static func plan(_ head: String, _ mass: String, _ coupling: String, _ gamma: String, _ more: String = "")
        -> String
    {
        """
        scenario: consistent
        choices: {solver: narrow-line}
        \(head)
        block: 4
        parameters:
          mass_MeV: {from: 5, to: 20, scale: log\(mass)}
          coupling: {from: 1e-4, to: 1e-3, scale: log\(coupling)}
          icecube.gamma: \(gamma)
        """ + more
    }

    private static let plans = [
        plan(
            "method: random\npoints: 10", "", "", "{mean: 2.6, sigma: 0.3}",
            "\n  icecube.amplitude: {from: 0.5, to: 3}\n"),
        plan("method: grid", ", count: 2", ", count: 2", "{from: 2, to: 3, count: 3}"),
        plan("method: profile", ", count: 3", ", count: 3", "{from: 2, to: 3}"),
    ]

    @Test(arguments: plans)
    func partsChangeNothing(plan: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write(plan, to: "plan.yaml")
        func merged(_ folder: String, _ shards: [String]) throws -> Data {
            for shard in shards {
                let answer = try program.run(["scan", "run", "plan.yaml", "--output", folder, "--shard", shard])
                #expect(answer.status == 0, "\(answer.errors)")
            }
            #expect(try program.run(["scan", "merge", "plan.yaml", "--output", folder]).status == 0)
            return try Data(contentsOf: program.home.appending(path: "\(folder)/scan.npz"))
        }
        #expect(try merged("whole", ["1/1"]) == merged("parts", ["3/3", "1/3", "2/3"]))
    }
}
