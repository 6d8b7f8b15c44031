import Foundation
import Testing

/// Each command that changes the archive, killed at instants of the clock, wherever they fall.
@Suite struct RandomKillTests {
    private let archive: OwnArchive

    init() throws { archive = try OwnArchive() }

    @Test(.enabled(if: KillTests.kills != nil, "make kill-test"), arguments: OwnArchive.Change.allCases)
    func killedAtRandom(change: OwnArchive.Change) throws {
        defer { archive.program.removeHome() }
        let kills = try #require(KillTests.kills)
        try archive.prepare(for: change)
        let (template, arguments) = (try Trial.copy(archive), change.arguments(archive))
        let old = try archive.state()
        // The fastest of three: other tests may hold up the first.
        var whole = Duration.seconds(1)
        for _ in 0..<3 {
            try Trial.restore(archive, template)
            let began = ContinuousClock.now
            #expect(try archive.program.run(arguments).status == 0)
            whole = min(whole, began.duration(to: .now))
        }
        let new = try archive.state()
        var random = KillTests.random(kills, within: whole, of: change.rawValue)
        var (cutShort, news) = (0, 0)
        var state = new
        // About half of the kills shall hit a command at work: how long one takes beside other tests, only trying tells.
        var span = whole * 2
        for _ in 0..<kills {
            // As long as the old stands, what earlier kills left behind stays with it.
            if state == new { try Trial.restore(archive, template) }
            let delay = span * Double.random(in: 0..<1, using: &random)
            if try archive.program.killed(arguments, after: delay) {
                cutShort += 1
                span = min(span * 1.1, whole * 4)
            } else {
                span = max(span * 0.9, whole / 20)
            }
            state = try archive.state()
            #expect(state == old || state == new, "\(state)")
            news += state == new ? 1 : 0
        }
        // The test means something only if kills hit commands at work, and some of these got through.
        #expect(cutShort > kills / 4 && news > 0, "\(cutShort) of \(kills) were cut short, \(news) got through")
        print("\(change): \(kills) kills, \(cutShort) cut short, \(news) got through")
        if state == old { #expect(try archive.program.run(arguments).status == 0) }
        #expect(try archive.state() == new)
        #expect(try archive.program.run(["refresh", "--offline", "na64mu-2024"]).status == 0)
        try archive.expectSwept()
    }
}
