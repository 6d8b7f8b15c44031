import ConstraintKit
import Foundation
import Testing

@testable import PluginLoading

/// What is no plugin is refused before any of its code runs, with the reason.
@Suite struct PluginRefusalTests {
    private func refusal(of files: [PluginFile]) throws -> PluginRefusal {
        let plugins = Plugins(files, program: Program.executable.path, limits: Workshop.limits) { _ in }
        return try #require(plugins.refused.first?.reason)
    }

    private func refusal(ofFileWith bytes: [UInt8]) throws -> PluginRefusal {
        let place = try Workshop.fresh()
        let file = PluginFile(name: "odd", folder: place.path, searchDirectory: place.path)
        try Data(bytes).write(to: URL(filePath: file.path))
        return try refusal(of: [file])
    }

    private func good() throws -> [UInt8] { try Array(Data(contentsOf: Workshop.misbehaving.get())) }

    @Test func aTextIsNoLibrary() throws {
        #expect(try refusal(ofFileWith: Array("a text".utf8)) == .image(.notELF))
        #expect(try refusal(ofFileWith: []) == .image(.notELF))
    }

    @Test func aTruncatedLibraryIsRefused() throws {
        let bytes = try good()
        for length in [63, 64, 1000, bytes.count / 2, bytes.count - 1] {
            guard case .image = try refusal(ofFileWith: Array(bytes.prefix(length))) else {
                Issue.record("\(length) bytes were taken")
                continue
            }
        }
    }

    @Test func aProgramIsNoPlugin() throws {
        let program = try Array(Data(contentsOf: Program.executable).prefix(4096))
        guard case .image = try refusal(ofFileWith: program) else {
            Issue.record("a program was taken")
            return
        }
    }

    @Test func anotherProcessorsLibraryIsRefused() throws {
        var bytes = try good()
        bytes[18] = 0xF3  // RISC-V
        #expect(try refusal(ofFileWith: bytes) == .image(.otherMachine(0xF3)))
    }

    @Test func anotherLibraryIsNoPlugin() throws {
        let library = try Workshop.built("Other", from: "other.c", text: "int other(void) { return 1; }\n")
        let place = try Workshop.fresh()
        #expect(try refusal(of: Workshop.place(["other"], of: library, in: place)) == .registersNothing)
    }

    /// Every byte of the header and the table of sections in turn is spoilt: the answer may be anything but a crash, and
    /// where the first four bytes are no longer those of an ELF file it is a refusal.
    @Test func damageNeverCrashesTheReader() throws {
        let bytes = try good()
        let table = bytes[40..<48].reversed().reduce(0) { $0 << 8 | Int($1) }
        for index in Array(0..<64) + Array(table..<min(bytes.count, table + 64 * 34)) {
            var damaged = bytes
            damaged[index] ^= 0xFF
            damaged[(index * 31) % bytes.count] ^= 0x80
            let isRead = (try? ELFImage(damaged)) != nil
            #expect(index >= 4 || !isRead)
        }
    }

    /// Bytes at random places of a real library, and of its headers above all, become random ones. The generator is seeded.
    @Test func noMutationCrashesTheReader() throws {
        let bytes = try good()
        let table = bytes[40..<48].reversed().reduce(0) { $0 << 8 | Int($1) }
        var random = SplitMix(state: 20_260_101)
        var refused = 0
        for _ in 0..<1000 {
            var mutated = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place =
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: Int.random(in: 0..<64, using: &random)
                    case 1, 2: Int.random(in: table..<bytes.count, using: &random)
                    default: Int.random(in: 0..<bytes.count, using: &random)
                    }
                mutated[place] = [0, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
            }
            if Bool.random(using: &random) { mutated.removeLast(Int.random(in: 0..<mutated.count, using: &random)) }
            if (try? ELFImage(mutated)) == nil { refused += 1 }
        }
        // Half of them are cut short, most of those in the middle of a table.
        #expect(refused > 300)
    }

    /// A file of 5 MB whose 100,000 symbols share one name of 2 MB: 200 GB to read, for who reads them.
    @Test func namesThatOverlapAreNotReadForHours() throws {
        var file = OverlappingNames(symbols: 100_000, nameLength: 2 << 20)
        #expect(throws: ELFError.damaged("its names overlap")) { try ELFImage(file.bytes) }
        file.tables = 2
        #expect(throws: ELFError.damaged("it has several tables of symbols")) { try ELFImage(file.bytes) }
    }

    @Test func aDirectoryNamedTwiceIsSearchedOnce() throws {
        let place = try Workshop.fresh()
        try Workshop.place(["good"], of: Workshop.misbehaving.get(), in: place)
        let paths = PluginPaths(
            environment: ["MUTAU_PLUGIN_PATH": "\(place.path):\(place.path)/:\(place.path)/good/.."], dataDirectory: nil
        )
        #expect(PluginSearch(paths).files.count == 1)
    }

    @Test func aWrongGenerationIsNamed() throws {
        let interface = try Workshop.fresh()
        let kept = Workshop.sources.deletingLastPathComponent()
            .appending(path: "EarlierInterface/ConstraintKit.swiftinterface")
        let text = try String(contentsOf: kept, encoding: .utf8).replacing(
            "Generation2Swift63", with: "Generation9Swift71")
        let module = interface.appending(path: "ConstraintKit.swiftinterface")
        try text.write(to: module, atomically: true, encoding: .utf8)
        let library = try Workshop.built(
            "Later", from: "Earlier.swift", interface: .init(module: module.path, headers: interface.path))
        let refusal = try refusal(of: Workshop.place(["earlier"], of: library, in: Workshop.fresh()))
        #expect(
            refusal
                == .otherGeneration(found: "generation 9, Swift 7.1", expected: "generation 2, Swift 6.3"))
    }

    @Test func aProgramWithoutLibraryEvolutionTakesNoneInSwift() throws {
        let files = try Workshop.place(["good"], of: Workshop.misbehaving.get(), in: Workshop.fresh())
        let file = try #require(files.first)
        #expect(throws: PluginRefusal.programNotResilient) { try ExaminedPlugin(file, programIsResilient: false) }
        #expect(try ExaminedPlugin(file).registration != .c)
    }

    @Test(arguments: ["file", "folder", "directory", "above", "link"])
    func whatOthersCanWriteIsRefused(part: String) throws {
        let above = try Workshop.fresh()
        let place = above.appending(path: "plugins")
        try FileManager.default.createDirectory(
            at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        let files = try Workshop.place(["good"], of: Workshop.misbehaving.get(), in: place)
        if part == "link" {
            // The library is safe where it is, and the link to it is not.
            let real = try Workshop.fresh().appending(path: "good.so")
            try FileManager.default.moveItem(at: URL(filePath: files[0].path), to: real)
            try FileManager.default.createSymbolicLink(atPath: files[0].path, withDestinationPath: real.path)
        }
        let places = [
            "file": files[0].path, "folder": files[0].folder, "directory": place.path, "above": above.path,
            "link": files[0].folder,
        ]
        let path = places[part] ?? ""
        try FileManager.default.setAttributes([.posixPermissions: 0o775], ofItemAtPath: path)
        guard case .writableByOthers(let named) = try refusal(of: files) else {
            Issue.record("it was taken")
            return
        }
        #expect(named.hasSuffix(URL(filePath: path).lastPathComponent))
    }

    @Test func aStemThatIsTakenIsRefused() throws {
        let library = try Workshop.misbehaving.get()
        let first = try Workshop.place(["good"], of: library, in: Workshop.fresh())
        let second = try Workshop.place(["good"], of: library, in: Workshop.fresh())
        #expect(try refusal(of: first + second) == .stemTaken(stem: "good", by: first[0].path))
        let plugins = Plugins(
            first, program: Program.executable.path, limits: Workshop.limits, holder: { _ in "mutau" },
            report: { _ in })
        #expect(plugins.refused.map(\.reason) == [.stemTaken(stem: "good", by: "mutau")])
    }

    @Test func aBoundWithoutADocumentIsRefused() throws {
        let files = try Workshop.place(["good"], of: Workshop.misbehaving.get(), in: Workshop.fresh())
        let path = files[0].documentPath(of: "good")
        try FileManager.default.removeItem(atPath: path)
        #expect(try refusal(of: files) == .documentMissing(stem: "good", path: path))
    }
}
