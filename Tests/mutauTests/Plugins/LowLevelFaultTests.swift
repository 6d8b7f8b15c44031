import Answers
import ConstraintKit
import CurveArchive
import CurveFormats
import Foundation
import PluginLoading
import Synchronization
import Testing

/// What a plugin in C may do to the processes around it and to memory.
@Suite struct LowLevelFaultTests {
    /// The library that behaves as a macro says, with a document, and the only line that it costs.
    private static func outcome(
        _ macro: String, limits: PluginLimits = Workshop.limits
    ) throws -> (answers: [Result<Boundary, PluginFault>], told: Int) {
        let text = try "#define \(macro)\n" + Workshop.source("misbehaving.c")
        let library = try Workshop.built(macro, from: "misbehaving.c", text: text)
        let files = try Workshop.place(["low-level"], of: library, in: Workshop.fresh())
        let told = Mutex(0)
        let plugins = Plugins(files, program: Program.executable.path, limits: limits) { _ in
            told.withLock { $0 += 1 }
        }
        #expect(plugins.refused.isEmpty, "\(plugins.refused)")
        let contents = Workshop.document("low-level")
        let entry = CatalogueEntry(
            stem: "low-level", document: try readDocument(contents, name: "low-level.vot").document,
            origin: .plugin(path: ""), contents: contents)
        let bound = try #require(plugins.bound(entry, Conventions()))
        let answers = bound.answers(along: MassRow(sorting: try [1, 6.5].map { try Mass(inMeV: $0) }))
        return (answers, told.withLock { $0 })
    }

    /// Address space that is only reserved, and memory that is asked for again and again, are no crash and no hang.
    @Test(arguments: ["RESERVES", "BEGS"])
    func lackOfMemoryIsCalledThat(macro: String) throws {
        let limits = Workshop.shortLimits
        let (answers, told) = try Self.outcome(macro, limits: limits)
        #expect(answers[1] == .failure(.outOfMemory(limit: limits.memory)))
        #expect(told == 1)
    }

    @Test func aPluginThatIgnoresSignalsIsEnded() throws {
        let (answers, told) = try Self.outcome("IGNORES", limits: Workshop.shortLimits)
        #expect(answers[1] == .failure(.tookTooLong(seconds: Workshop.shortLimits.seconds)))
        #expect(told == 1)
    }

    /// Were the signal sent, this test would be its end.
    @Test func noSignalReachesTheProgram() throws {
        let (answers, told) = try Self.outcome("KILLS_PARENT")
        #expect(answers[1] == .success(.excludes(.init(.above(1e-4)))))
        #expect(told == 0)
    }

    /// Its own crash is one, behind the filter too, and where something that it started holds the connection open.
    @Test(arguments: [("ABORTS", SIGABRT), ("FORKS_AND_ABORTS", SIGABRT), ("OTHER_CONVENTION", SIGSYS)])
    func aCrashIsToldByItsSignal(macro: String, signal: Int32) throws {
        #if arch(x86_64)
            let (answers, told) = try Self.outcome(macro)
            #expect(answers[1] == .failure(.crashed(signal: signal)))
            #expect(told == 1)
        #endif
    }

    @Test func othersAreNeitherSignalledNorTraced() throws {
        let (answers, told) = try Self.outcome("TRIES")
        #expect(answers[1] == .success(.excludes(.init(.above(1e-4)))), "\(answers)")
        #expect(told == 0)
    }

    /// Neither nothing nor what nobody sees is a reason.
    @Test func aReasonIsNeverEmpty() throws {
        let (answers, told) = try Self.outcome("FAILS_WITHOUT_WORDS")
        for answer in answers {
            guard case .failure(let fault) = answer else {
                Issue.record("\(answer)")
                continue
            }
            #expect(Wording.fault(fault) == "it failed and does not say why")
        }
        #expect(told == 1)
    }

    @Test(arguments: ["return missing(index);", "extern const mutau_bound *other(void); return other();"])
    func aNameThatIsNowhereIsAnErrorOfTheBuild(body: String) {
        let text =
            "#include \"mutau_plugin.h\"\nconst mutau_bound *mutau_plugin_bound(uint32_t index) { \(body) }\n"
        #expect(throws: PluginCompilerError.failed("cc")) {
            try Workshop.built("Nowhere\(body.count)", from: "nowhere.c", text: text)
        }
    }

    /// What a plugin starts can't leave its group, and so ends with it.
    @Test func nothingThatAPluginStartsOutlivesIt() throws {
        _ = try Self.outcome("DAEMON")
        func left() -> Int {
            let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return numbers.filter { number in
                let maps = (try? String(contentsOfFile: "/proc/\(number)/maps", encoding: .utf8)) ?? ""
                return maps.contains("\(Workshop.directory.lastPathComponent)/") && maps.contains("low-level.so")
                    && isAlone(number)
            }.count
        }
        /// Other tests of this suite have plugins of their own at work, below this process.
        func isAlone(_ number: String) -> Bool {
            let status = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
            return status.split(separator: ")").last?.split(separator: " ").dropFirst().first == "1"
        }
        // It ends at once; a busy machine has a minute.
        let deadline = ContinuousClock.now + .seconds(60)
        while left() > 0, ContinuousClock.now < deadline { usleep(10_000) }
        #expect(left() == 0)
    }
}
