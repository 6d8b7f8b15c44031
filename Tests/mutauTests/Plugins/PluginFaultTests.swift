import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation
import PluginLoading
import Synchronization
import Testing

@testable import Asking
@testable import mutau

/// Whatever the code of a plugin does costs that plugin one line, and the others nothing.
@Suite struct PluginFaultTests {
    /// Behaviour, and what the one line says of it. Below 5 MeV all behave.
    static let faults: [(behaviour: String, word: String)] = [
        ("crash-init", "crashed"), ("throw-init", "lacks the parameter"), ("crash-mass", "crashed"),
        ("exit-mass", "status 3"), ("hang-mass", "within"), ("bomb", "memory"), ("negative", "no sense"),
        ("nan", "no sense"), ("unordered", "no sense"), ("count", "no sense"), ("scribble", "no sense"),
        ("throw-mass", "lacks the column"), ("close", "status 0"), ("crowd", "100000 intervals"),
    ]

    private static func bound(_ stem: String, _ plugins: Plugins) throws -> PluginBound {
        let contents = Workshop.document(stem)
        let entry = CatalogueEntry(
            stem: stem, document: try readDocument(contents, name: "\(stem).vot").document,
            origin: .plugin(path: stem), contents: contents)
        return try #require(plugins.bound(entry, Conventions()))
    }

    @Test(arguments: faults)
    func aFaultCostsOneLine(behaviour: String, word: String) throws {
        let files = try Workshop.place(
            [behaviour, "good"], of: Workshop.misbehaving.get(), in: Workshop.fresh())
        let told = Mutex<[PluginProblem]>([])
        let limits = behaviour.hasPrefix("hang") ? Workshop.shortLimits : Workshop.limits
        let plugins = Plugins(files, program: Program.executable.path, limits: limits) { problem in
            told.withLock { $0.append(problem) }
        }
        #expect(plugins.refused.isEmpty, "\(plugins.refused)")
        let row = MassRow(sorting: try [1, 6.5, 20].map { try Mass(inMeV: $0) })
        let (bad, good) = (try Self.bound(behaviour, plugins), try Self.bound("good", plugins))
        for _ in 0..<2 {
            let answers = bad.answers(along: row)
            #expect(answers.count == 3)
            guard case .failure(let fault) = answers[1] else {
                Issue.record("\(behaviour): \(answers)")
                return
            }
            #expect(ErrorText.of(fault).contains(word), "\(fault)")
            #expect(good.answers(along: row) == row.map { _ in .success(.excludes(.init(.above(1e-4)))) })
        }
        // However often it is asked.
        #expect(told.withLock { $0.count } == 1, "\(told.withLock { $0 })")
        #expect(told.withLock { $0.first?.file.name } == behaviour)
    }

    @Test(arguments: [
        ("crash-load", "crashed"), ("exit-load", "status 0"), ("hang-load", "within"), ("no-stem", "evil"),
    ])
    func aFaultAtLoadRefusesThePlugin(behaviour: String, word: String) throws {
        let files = try Workshop.place([behaviour, "good"], of: Workshop.misbehaving.get(), in: Workshop.fresh())
        let limits = behaviour.hasPrefix("hang") ? Workshop.shortLimits : Workshop.limits
        let plugins = Plugins(files, program: Program.executable.path, limits: limits) { _ in }
        #expect(plugins.taken.map(\.file.name) == ["good"])
        let refusal = try #require(plugins.refused.first)
        #expect(ErrorText.of(refusal.reason).contains(word) || word == "crashed", "\(refusal)")
        let good = try Self.bound("good", plugins)
        #expect(try good.boundary(at: Mass(inMeV: 6.5)) == .excludes(.init(.above(1e-4))))
    }

    @Test func whatAPluginPrintsIsNoAnswer() throws {
        let files = try Workshop.place(["print"], of: Workshop.misbehaving.get(), in: Workshop.fresh())
        let plugins = Plugins(files, program: Program.executable.path, limits: Workshop.limits) { _ in }
        let bound = try Self.bound("print", plugins)
        #expect(try bound.boundary(at: Mass(inMeV: 6.5)) == .excludes(.init(.above(1e-4))))
    }

    /// The whole program: the map is made, and says what it did without.
    @Test func theMapIsMadeAndSaysSo() throws {
        let program = try Program()
        defer { program.removeHome() }
        let place = try Workshop.fresh()
        try Workshop.place(["crash-mass", "good"], of: Workshop.misbehaving.get(), in: place)
        let answer = try program.run(
            ["map", "--grid", "20x20", "--figures", "none", "--output", "map"],
            environment: ["MUTAU_PLUGIN_PATH": place.path])
        #expect(answer.status == 0, "\(answer.errors)")
        let lines = answer.errors.split(separator: "\n").filter { $0.contains("crash") && $0.contains("left out") }
        #expect(lines.count == 1, "\(answer.errors)")
        #expect(answer.output.contains("crash-mass could not be evaluated at 20 masses"), "\(answer.output)")
        let summary = try String(contentsOf: program.home.appending(path: "map/summary.json"), encoding: .utf8)
        #expect(summary.contains("its code crashed") && summary.contains("good.so"))
        let page = try String(contentsOf: program.home.appending(path: "map/map.html"), encoding: .utf8)
        #expect(page.contains("crash-mass could not be evaluated") && page.contains("good.so"))
    }

    /// Bounds of two scenarios ask it, at one mass and at three hundred.
    @Test func whatIsNoNumberCostsOneLine() throws {
        let program = try Program()
        defer { program.removeHome() }
        let place = try Workshop.fresh()
        let files = try Workshop.place(["nan"], of: Workshop.misbehaving.get(), in: place)
        let path = ["MUTAU_PLUGIN_PATH": place.path]
        let map = ["map", "--grid", "20x20", "--figures", "none"]
        for line in [["check", "6.5", "1e-4"], ["table", "--masses", "6,7,8"], map] {
            let answer = try program.run(line, environment: path)
            #expect(answer.status == 0, "\(answer.errors)")
            let told = answer.errors.split(separator: "\n").filter { $0.contains("left out") }
            #expect(told.count == 1 && told.first?.contains("no sense") == true, "\(answer.errors)")
        }
        let checked = try program.run(["plugin", "check", files[0].folder])
        #expect(checked.status == 65)
        let answers = checked.output.split(separator: "\n").filter { $0.contains("it answers") }
        #expect(answers.count == 1, "\(checked.output)")
    }

    /// A program that is killed leaves no child behind, not even one whose plugin hangs.
    @Test func noChildOutlivesTheProgram() throws {
        let home = try Workshop.fresh()
        try Workshop.place(["hang-mass"], of: Workshop.misbehaving.get(), in: home)
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = ["check", "6.5", "1e-4"]
        process.environment = ["HOME": home.path, "MUTAU_PLUGIN_PATH": home.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let child = try #require(Self.eventually { Self.children(of: process.processIdentifier).first })
        // Long enough for the plugin to be loaded and to hang.
        usleep(300_000)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(Self.eventually { kill(child, 0) != 0 || Self.isZombie(child) ? true : nil } == true)
    }

    private static func eventually<Value>(_ find: () -> Value?) -> Value? {
        // A minute, where nothing else is at work far less.
        for _ in 0..<6000 {
            if let value = find() { return value }
            usleep(10_000)
        }
        return nil
    }

    private static func children(of parent: pid_t) -> [pid_t] {
        let text = try? String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
        return (text ?? "").split(separator: " ").compactMap { pid_t($0) }
    }

    /// Where nobody collects the dead, as in some containers, one stays listed.
    private static func isZombie(_ process: pid_t) -> Bool {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return text.contains(") Z ")
    }
}
