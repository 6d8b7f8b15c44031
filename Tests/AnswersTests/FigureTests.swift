import ConstraintKit
import Foundation
import Testing

@testable import AllowedRegion
@testable import Answers
@testable import Documents
@testable import Drawing

@Suite struct FigureTests {
    /// In two processes, whose sets and dictionaries are in different orders.
    @Test func theSameMapGivesTheSameScript() async throws {
        var scripts: [String] = []
        for _ in 0..<2 {
            let process = try await #require(
                processExitsWith: .success, observing: [\.standardOutputContent]
            ) {
                let figure = MapFigure(try Sample.map())
                for format in FigureFormat.allCases { print(figure.script(for: format)) }
            }
            scripts.append(String(decoding: process.standardOutputContent, as: UTF8.self))
        }
        #expect(scripts[0].contains("set terminal"))
        #expect(scripts[0] == scripts[1])
    }

    /// Numbers aside, which move with every detail of the drawing, the commands are what they were.
    @Test func scriptKeepsItsShape() throws {
        let script = MapFigure(try Sample.map(columns: 12, rows: 12)).script(for: .pdf)
        let commands = script.split(separator: "\n").filter { $0.first?.isLetter == true || $0.hasPrefix("  $") }
        let shape = commands.map { $0.replacing(/-?[0-9]+\.?[0-9]*(e-?[0-9]+)?/, with: "#") }
        try expectSnapshot(shape.joined(separator: "\n") + "\n", "map-script.txt")
    }

    @Test func projectionsCanBeLeftOut() throws {
        let script = MapFigure(try Sample.map(), options: .init(showsProjections: false)).script(for: .svg)
        #expect(!script.contains("MOT"))
        #expect(MapFigure(try Sample.map()).script(for: .svg).contains("MOT"))
    }

    @Test func coloursStayWhenProjectionsGo() throws {
        let map = try Sample.map()
        let all = ShownBound.all(of: map, options: .init())
        let few = ShownBound.all(of: map, options: .init(showsProjections: false))
        for bound in few {
            #expect(all.first { $0.card.stem == bound.card.stem }?.colour == bound.colour)
        }
    }

    @Test func whereRIsNowhereBelowOneThereAreNoColours() throws {
        let map = try Sample.map()
        let worse = RegionMap(
            scenario: map.scenario, grid: map.grid, bounds: map.bounds, standings: map.standings,
            decidingBound: map.decidingBound, chi2: map.chi2, ratio: map.ratio.map { _ in .nan },
            amplitude: map.amplitude, gamma: map.gamma, transportError: map.transportError,
            chi2WithoutMediator: 27, chi2OfFreeFit: 23, chi2StandardModel: 27, best: 0, allowed: map.allowed,
            preferredByIceCube: map.allowed, allowedAndPreferred: map.allowed, betterThanFreeFit: map.allowed,
            caveats: [])
        #expect(!MapFigure(worse).script(for: .png).contains("with image"))
    }

    @Test(arguments: [
        (1.0...100.0, ["10^{0}", "10^{1}", "10^{2}"]), (2.0...8.0, (2...8).map { "\($0)" }),
        (1e-5...1e-1, ["10^{−5}", "10^{−4}", "10^{−3}", "10^{−2}", "10^{−1}"]),
    ])
    func axesAreLabelledAtPowersOfTen(range: ClosedRange<Double>, labels: [String]) {
        let marks = AxisTicks(range: range, length: 100).marks
        let labelled = marks.filter { !$0.hasPrefix("''") }
        #expect(labelled.map { String($0.split(separator: "'")[0]) } == labels)
    }

    /// With the program itself, where it is installed: every hostile title is drawn, not obeyed.
    @Test(.enabled(if: (try? Gnuplot()) != nil, "gnuplot is not installed"))
    func figuresAreDrawn() throws {
        let bounds = BibliographyTests.hostile.enumerated().map { number, title in
            Sample.bound(
                Sample.card("b\(number)", title, kind: number % 2 == 0 ? .observed : .projected),
                Sample.powerLaw(2e-5 * Double(number + 1), power: 0.3))
        }
        let files = try MapFigure(Sample.map(bounds)).files(by: Gnuplot())
        #expect(files.count == 3)
        #expect(files[0].starts(with: Array("%PDF".utf8)))
        #expect(files[1].starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let picture = String(decoding: files[2], as: UTF8.self)
        #expect(picture.contains("<svg") && picture.contains("</svg>") && !picture.contains("<script"))
    }
}
