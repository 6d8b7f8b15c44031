import Foundation
import Testing

/// One change of an archive, interrupted again and again from the same beginning.
final class Trial {
    private let archive: OwnArchive
    private let arguments: [String]
    private let template: URL
    private let old, new: OwnArchive.State
    private let oldTold, newTold: [String]
    /// The calls that change something on the disk, counted by a library that stands between the program and the system.
    let steps: Int
    /// What was left on the disk, each kind of which is looked at in full once.
    private var seen: Set<[String]> = []
    /// How often the old and the new was found.
    private(set) var (olds, news) = (0, 0)

    init(_ archive: OwnArchive, arguments: [String]) throws {
        self.archive = archive
        self.arguments = arguments
        template = try Self.copy(archive)
        (old, oldTold) = (try archive.state(), try archive.told())
        let count = archive.program.home.appending(path: "count")
        let environment = [
            "LD_PRELOAD": try Workshop.built("Killing", from: "killing.c").path,
            "KILL_BELOW": archive.directory.path, "KILL_COUNT": count.path,
        ]
        let answer = try archive.program.run(arguments, environment: environment)
        #expect(answer.status == 0, "\(answer.errors)")
        steps = try #require(Int(try String(contentsOf: count, encoding: .utf8)))
        (new, newTold) = (try archive.state(), try archive.told())
        try #require(old != new && oldTold != newTold)
    }

    /// Keeps what the archive is, for ``restore(_:_:)``.
    static func copy(_ archive: OwnArchive) throws -> URL {
        let template = archive.program.home.appending(path: "template-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: archive.directory, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: archive.directory, to: template)
        return template
    }

    static func restore(_ archive: OwnArchive, _ template: URL) throws {
        try FileManager.default.removeItem(at: archive.directory)
        try FileManager.default.copyItem(at: template, to: archive.directory)
    }

    /// Interrupts at every step in turn, and then once where there is no step any more.
    func interrupt(by fault: Fault) throws {
        for step in 1...(steps + 1) {
            try Self.restore(archive, template)
            let answer = try archive.program.run(arguments, environment: fault.environment(at: step))
            let state = try archive.state()
            let place = "\(fault) at \(step): \(answer.errors)"
            #expect(state == old || state == new, "\(place)\(state)")
            olds += state == old ? 1 : 0
            news += state == new ? 1 : 0
            if fault == .stopped {
                #expect(answer.status == (step > steps ? 0 : SIGKILL), "\(place)")
            } else {
                // What failed is said once, and what is said to be done is done.
                #expect(
                    answer.status == 0 || answer.status == 74 || fault == .damaged && answer.status == 73, "\(place)")
                #expect(state == (answer.status == 0 ? new : old), "\(place)")
                let messages = answer.errors.split(separator: "\n").filter { $0.contains(fault.message) }
                #expect(messages.count == (answer.status == 0 ? 0 : 1), "\(place)")
            }
            if seen.insert(try archive.fingerprint()).inserted { try expectToGoOn(from: state, place) }
        }
    }

    /// What reads and what writes next sees the same, and nothing is left over.
    private func expectToGoOn(from state: OwnArchive.State, _ place: String) throws {
        let told = try archive.told()
        #expect(told == (state == old ? oldTold : newTold), "\(place)")
        let again = try archive.program.run(arguments)
        #expect(again.status == 0 || state == new, "\(place)\(again.errors)")
        #expect(try archive.state() == new, "\(place)")
        #expect(try archive.program.run(["refresh", "--offline", "na64mu-2024"]).status == 0, "\(place)")
        #expect(try archive.state() == new, "\(place)")
        try archive.expectSwept()
    }
}

/// What happens at a step.
enum Fault: String, CaseIterable {
    /// The program is killed.
    case stopped
    /// There is no room, for this one or from here on.
    case fullOnce, full
    /// The device fails from here on.
    case damaged

    func environment(at step: Int) -> [String: String] {
        switch self {
        case .stopped: ["MUTAU_STOP_AT": "\(step)"]
        case .fullOnce: ["MUTAU_FAIL_AT": "\(step):\(ENOSPC)"]
        case .full: ["MUTAU_FAIL_AT": "\(step)+:\(ENOSPC)"]
        case .damaged: ["MUTAU_FAIL_AT": "\(step)+:\(EIO)"]
        }
    }

    var message: String { self == .damaged ? "Input/output error" : "No space left on device" }
}
