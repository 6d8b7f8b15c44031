import Foundation
import Testing

/// Many points from a file.
@Suite struct PointListTests {
    private func check(_ text: String, _ options: [String] = []) throws -> Program.Answer {
        let program = try Program()
        defer { program.removeHome() }
        return try program.run(["check", "--points", try program.write(text, to: "points.csv")] + options)
    }

    /// The columns of an answer in CSV, by their names.
    private func columns(_ output: String) throws -> [String: [String]] {
        let rows = output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = try #require(rows.first)
        #expect(rows.allSatisfy { $0.count == names.count }, "\(output)")
        return Dictionary(
            uniqueKeysWithValues: names.enumerated().map { column, name in (name, rows.dropFirst().map { $0[column] }) }
        )
    }

    /// Windows' line ends, an empty line, and a last line without an end; the cells come back as they are.
    @Test func eachPointIsALineInItsOrder() throws {
        let answer = try check("mass_MeV,coupling\r\n6.50,4.5e-4\r\n\r\n6.5,1e-3\r\n1e6,1e-4")
        #expect(answer.status == 0 && answer.errors.isEmpty, "\(answer.errors)")
        #expect(
            answer.output.hasPrefix(
                "mass_MeV,coupling,standing,excluded_by,chi2,delta_chi2,R,amplitude,gamma,speaking_bounds,limiting_bounds,deciding_bounds,reason\n"
            ))
        let columns = try columns(answer.output)
        #expect(columns["mass_MeV"] == ["6.50", "6.5", "1e6"] && columns["coupling"] == ["4.5e-4", "1e-3", "1e-4"])
        #expect(columns["standing"] == ["allowed", "excluded", "allowed"])
        #expect(columns["reason"] == ["", "", "no deciding bound limits the coupling at this mass"])
    }

    /// What a column of the table says, `check` says of the same point.
    @Test func theAnswersAreThoseOfASinglePoint() throws {
        let program = try Program()
        defer { program.removeHome() }
        let path = try program.write("6.5 1e-3\n20 4.5e-4\n", to: "points.dat")
        let options = ["--scenario", "consistent"]
        let columns = try columns(try program.run(["check", "--points", path] + options).output)
        for (row, point) in [["6.5", "1e-3"], ["20", "4.5e-4"]].enumerated() {
            let single = try program.run(["check"] + point + options + ["--format", "json"]).json()
            #expect(single["standing"] as? String == columns["standing"]?[row])
            let excluding: [String] = try #require(single["excluded_by"] as? [String])
            let cell: String = try #require(columns["excluded_by"]?[row])
            #expect(excluding.sorted() == cell.split(separator: " ").map(String.init).sorted())
            #expect((single["speaking_bounds"] as? Int)?.description == columns["speaking_bounds"]?[row])
            #expect((single["limiting_bounds"] as? Int)?.description == columns["limiting_bounds"]?[row])
            #expect((single["deciding_bounds"] as? Int)?.description == columns["deciding_bounds"]?[row])
            let iceCube = try #require(single["icecube"] as? [String: Any])
            for name in ["chi2", "delta_chi2", "R", "amplitude", "gamma"] {
                let value: Double = try #require(iceCube[name] as? Double)
                let cell: Double = try #require(Double(columns[name]?[row] ?? ""))
                let difference: Double = abs(cell - value)
                // A list may take the tables that a map does, which are good to 1e-3 of χ².
                #expect(difference <= 1e-3 * max(abs(value), 1), "\(name) \(cell) \(value)")
            }
        }
    }

    /// Above an edge in mass `allowed` is said of any coupling, which each form says.
    @Test func whereNothingLimitsTheCouplingIsSaid() throws {
        let program = try Program()
        defer { program.removeHome() }
        let path = try program.write("m_MeV,g\n2e5,3\n6.5,4.5e-4\n", to: "points.csv")
        let columns = try columns(try program.run(["check", "--points", path, "--no-icecube"]).output)
        #expect(columns["standing"] == ["allowed", "allowed"] && columns["limiting_bounds"]?.first == "0")
        #expect(columns["reason"] == ["no deciding bound limits the coupling at this mass", ""])
        let single = try program.run(["check", "200GeV", "3", "--no-icecube", "--format", "json"]).json()
        #expect(single["standing"] as? String == "allowed" && single["limiting_bounds"] as? Int == 0)
        #expect(single["speaking_bounds"] as? Int == 1)
    }

    /// A spectrum without γ has records too.
    @Test func recordsOfASpectrumWithoutIndex() throws {
        let program = try Program()
        defer { program.removeHome() }
        let path = try program.write("m_MeV,g\n6.5,5e-4\n", to: "points.csv")
        let answer = try program.run([
            "check", "--points", path, "--spectrum", "cut-off:2.2,1e6GeV", "--format", "json",
        ])
        #expect(answer.status == 0 && answer.output.contains("\"chi2\":"), "\(answer.errors)")
    }

    /// To the last digit: the same command says the same, whatever is asked for as its form.
    @Test(arguments: [
        [], ["--verdicts"], ["--spectrum", "broken:gamma,gamma+0.8,3e4..1e6GeV"],
        [
            "--spectrum", "broken:gamma,gamma+0.8,3e4..1e6GeV", "--verdicts",
        ],
    ])
    func recordsSayWhatColumnsSay(words: [String]) throws {
        let program = try Program()
        defer { program.removeHome() }
        let path = try program.write("m_MeV,g\n0.991367,0.0973156\n6.5,4.5e-4\n2e5,1\n", to: "points.csv")
        let options = ["check", "--points", path, "--scenario", "consistent"] + words
        let columns = try columns(try program.run(options.filter { $0 != "--verdicts" }).output)
        let records = try program.run(options + ["--format", "json"]).output.split(separator: "\n").dropFirst()
        #expect(records.count == 3)
        for (row, record) in records.enumerated() {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
            for name in ["standing", "reason"] {
                #expect(object[name] as? String ?? "" == columns[name]?[row], "\(name) \(row)")
            }
            let excluding = try #require(object["excluded_by"] as? [String])
            #expect(excluding.joined(separator: " ") == columns["excluded_by"]?[row])
            for name in ["speaking_bounds", "limiting_bounds", "deciding_bounds"] {
                #expect((object[name] as? Int)?.description == columns[name]?[row], "\(name) \(row)")
            }
            // The digits themselves: JSONSerialization reads some of them as the number next to theirs.
            let iceCube = try #require(record.firstRange(of: "\"icecube\":")).upperBound
            func digits(of key: String) throws -> String {
                let start = try #require(record[iceCube...].firstRange(of: "\"\(key)\":")).upperBound
                return String(record[start...].drop { $0 == " " }.prefix { !",}".contains($0) })
            }
            for name in ["chi2", "delta_chi2", "R", "amplitude", "gamma"] {
                #expect(try digits(of: name) == columns[name]?[row], "\(name) \(row)")
            }
            guard words.contains("--spectrum") else { continue }
            #expect(try digits(of: "name") == "\"break_GeV\"")
            // A value goes through its fraction of the range and back: to some digits, not all.
            let (found, column) = (Double(try digits(of: "value")), Double(columns["break_GeV"]?[row] ?? ""))
            let (value, cell) = (try #require(found), try #require(column))
            #expect(abs(value / cell - 1) < 1e-12, "\(row)")
        }
    }

    /// More than one reading of the file brings.
    @Test func manyPointsAreAllAnswered() throws {
        let count = 20_000
        let answer = try check(
            "mass_MeV,coupling\n" + String(repeating: "6.5,4.5e-4\n", count: count), ["--no-icecube"])
        #expect(answer.output.split(separator: "\n").count == count + 1)
        #expect(
            answer.output.hasPrefix(
                "mass_MeV,coupling,standing,excluded_by,speaking_bounds,limiting_bounds,deciding_bounds,reason\n"
            ))
    }

    @Test func rowsThatAreNoPointsCostThemselvesAlone() throws {
        let text = "standing;m [GeV];g\nx;0,0065;4,5e-4\ny;abc;1e-3\nz;0,0065;0,001\n"
        let answer = try check(text, ["--no-icecube"])
        #expect(
            answer.status == 0
                && answer.errors.contains("1 of 3 rows can't be answered; line 3: the mass 'abc' is no number")
        )
        let rows = answer.output.split(separator: "\n").map(String.init)
        #expect(
            rows[0]
                == "standing,m [GeV],g,mutau_standing,excluded_by,speaking_bounds,limiting_bounds,deciding_bounds,reason"
        )
        #expect(rows[1].hasPrefix("x,\"0,0065\",\"4,5e-4\",allowed,,") && rows[3].contains(",excluded,"))
        #expect(rows[2] == "y,abc,1e-3,invalid,,,,,line 3: the mass 'abc' is no number")
        // Everything is written before it counts as a failure.
        let strict = try check(text, ["--no-icecube", "--strict"])
        #expect(strict.status == 65 && strict.output == answer.output && strict.errors.contains("line 3"))
    }

    @Test(arguments: [
        ("", "holds no points"), (String(repeating: "x", count: 100_000), ":1: the line is longer"),
        ("a,b\n1,2\n", "--mass-column"), ("mass,epsilon\n1,2\n", "--quantity"),
        ("mass [Mev],g\n1,2\n", "--mass-unit MeV"),
    ])
    func whatIsNoTableOfPointsIsRefused(text: String, words: String) throws {
        let answer = try check(text)
        #expect(answer.status == 65 && answer.errors.contains(words) && answer.output.isEmpty, "\(answer.errors)")
    }

    @Test(arguments: [[], ["--verdicts"]])
    func linesOfJSONSayWhatColumnsSay(options: [String]) throws {
        let answer = try check(
            "name,mass_MeV,coupling\nfirst,6.5,1e-3\nsecond,x,1e-3\n",
            ["--no-icecube", "--format", "json"] + options)
        let lines = answer.output.split(separator: "\n")
        let all = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
        // What holds for all points stands once, above them.
        let head = try #require(all.first)
        #expect(head["schema"] as? String == "check-points/2" && head["scenario"] is [String: Any])
        let stems = (head["bounds"] as? [[String: Any]] ?? []).compactMap { $0["stem"] as? String }
        let records = Array(all.dropFirst())
        #expect(records.count == 2 && records[0]["schema"] == nil && records[0]["icecube"] == nil)
        #expect(records[0]["standing"] as? String == "excluded")
        let excluding = try #require(records[0]["excluded_by"] as? [String])
        #expect(!excluding.isEmpty && excluding.allSatisfy(stems.contains))
        #expect((records[0]["verdicts"] != nil) == !options.isEmpty)
        #expect(records[0]["input"] as? [String: String] == ["name": "first"])
        #expect(records[1]["standing"] as? String == "invalid")
        #expect(records[1]["reason"] as? String == "line 3: the mass 'x' is no number")
        // A row that is no point is known by all that it has.
        #expect(
            records[1]["input"] as? [String: String] == ["name": "second", "mass_MeV": "x", "coupling": "1e-3"])
    }

    /// One point, a table and a stream of records: by the most sensitive bound, as by any other way.
    @Test func theMostSensitiveBoundDecidesWithoutIceCubeToo() throws {
        let program = try Program()
        defer { program.removeHome() }
        let points = try program.write("mass_MeV,coupling\n6.5,1e-3\n20,1e-3\n6.5,1e-4\n", to: "points.csv")
        let words = ["--no-icecube", "--combination", "most-sensitive"]
        let table = try program.run(["check", "--points", points] + words).output.split(separator: "\n").dropFirst()
        let standings = table.map { $0.split(separator: ",")[2] }
        let lines = try program.run(["check", "--points", points, "--format", "json"] + words).output
        let records = try lines.split(separator: "\n").dropFirst().map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
        }
        #expect(records.map { $0["standing"] as? String } == standings.map(String.init))
        #expect(standings.contains("excluded") && standings.contains("allowed"))
        let one = try program.run(["check", "6.5", "1e-3", "--format", "json"] + words).json()
        let combinations = try #require(one["combinations"] as? [String: Any])
        #expect(combinations["chosen"] as? String == "most-sensitive" && combinations["likelihood"] is NSNull)
        #expect(one["standing"] as? String == standings.first.map(String.init))
        let text = try program.run(["check", "6.5", "1e-3"] + words)
        #expect(text.status == 0 && text.output.contains("the most sensitive bound here"), "\(text.output)")
    }

    @Test func onePointCanDoWithoutIceCube() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["check", "6.5", "4.5e-4", "--no-icecube"])
        #expect(answer.status == 0 && answer.output.contains("is allowed") && !answer.output.contains("IceCube:"))
        let refused = try program.run(["check", "6.5", "4.5e-4", "--no-icecube", "--combination", "likelihood"])
        #expect(refused.status == 64 && refused.errors.contains("--no-icecube"))
    }

    @Test(arguments: ["csv", "csv.gz", "jsonl", "npz"])
    func aFileIsThereWhenItIsWhole(ending: String) throws {
        let program = try Program()
        defer { program.removeHome() }
        let path = try program.write("6.5,4.5e-4\n20,x\n", to: "points.csv")
        let output = try program.write("before", to: "answers.\(ending)")
        let options = ["check", "--points", path, "--no-icecube", "-o", output]
        #expect(try program.run(options, environment: ["MUTAU_FAIL_AT": "3:28"]).status == 74)
        #expect(try String(contentsOfFile: output, encoding: .utf8) == "before")
        let answer = try program.run(options)
        #expect(answer.status == 0 && answer.output.isEmpty, "\(answer.errors)")
        #expect(try Data(contentsOf: URL(filePath: output)).count > 40)
        let names = try FileManager.default.contentsOfDirectory(atPath: program.home.path)
        #expect(names.allSatisfy { !$0.hasSuffix(".new") }, "\(names)")
        // What was written is read again.
        guard ending != "jsonl" else { return }
        let again = try program.run(["check", "--points", output, "--no-icecube"])
        let rows = again.output.split(separator: "\n")
        #expect(again.status == 0 && rows.count == 3, "\(again.errors)")
        #expect(rows.first?.contains(",mutau_standing,") == true)
    }

    @Test(arguments: [
        ["--output", "a.txt"], ["--output", "a.npz", "--format", "json"], ["--explain"], ["--quantity", "mass"],
    ])
    func optionsThatDoNotFitAreUsage(options: [String]) throws {
        #expect(try check("6.5,4.5e-4\n", options).status == 64)
    }

    /// As the file has it, unit and all, where two columns are masses.
    @Test func aColumnIsChosenByItsOwnHeading() throws {
        let text = "id,mass_MeV,coupling,mass_GeV\n1,6.5,4.5e-4,9\n"
        for heading in ["mass_MeV", "2"] {
            let answer = try check(text, ["--mass-column", heading, "--no-icecube"])
            #expect(answer.status == 0 && answer.output.contains("\n1,6.5,4.5e-4,9,allowed,"), "\(answer)")
        }
    }

    @Test func optionsOfATableWantATable() throws {
        let program = try Program()
        defer { program.removeHome() }
        let answer = try program.run(["check", "6.5", "4.5e-4", "--mass-unit", "GeV"])
        #expect(answer.status == 64 && answer.errors.contains("--points"))
    }

    /// Ctrl-C while more is waited for: what was written is whole lines.
    @Test func anInterruptedRunEndsBetweenTwoLines() throws {
        let program = try Program()
        defer { program.removeHome() }
        let output = try program.write("", to: "answers.csv")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = Program.executable
        process.arguments = ["check", "--points", "-", "--no-icecube"]
        process.environment = ["HOME": program.home.path]
        process.standardInput = pipe
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = FileHandle.nullDevice
        // A test that runs in the background ignores interruptions, and what it starts would too.
        let before = signal(SIGINT, SIG_DFL)
        defer { signal(SIGINT, before) }
        // A thread of the tests holds signals back, and so would what it starts.
        var (none, held) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &held)
        defer { pthread_sigmask(SIG_SETMASK, &held, nil) }
        try process.run()
        try pipe.fileHandleForWriting.write(
            contentsOf: Data(("mass_MeV,coupling\n" + String(repeating: "6.5,4.5e-4\n", count: 30_000)).utf8))
        let answered = { try String(contentsOfFile: output, encoding: .utf8) }
        while try answered().count < 10_000, process.isRunning { usleep(10_000) }
        process.interrupt()
        // Another block, between which and the next it ends.
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 130, "\(process.terminationStatus)")
        let text = try answered()
        #expect(
            text.hasSuffix("\n")
                && text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("6.5,4.5e-4,allowed,") })
    }
}
