import ConstraintKit
import Foundation
import Testing

@testable import Answers
@testable import Drawing

/// What a style makes of a map.
@Suite struct StyledMapTests {
    private static func scene(_ yaml: String) throws -> FigureScene {
        FigureScene(try Sample.map(), options: .init(style: try FigureStyle(yaml: Array(yaml.utf8))))
    }

    /// At every width and on both grounds labels are apart, inside, and can be read: in print no smaller than journals take,
    /// with the contrast that WCAG asks of small print.
    @Test(arguments: ["column", "page", "slide"], FigureTheme.allCases)
    func everyWidthCanBeRead(width: String, theme: FigureTheme) throws {
        let scene = try Self.scene("width: \(width)\ntheme: \(theme.rawValue)\n")
        let ground = try #require(ScreenColour(theme.paper))
        #expect(scene.layout.noteFontSize >= 6 && scene.layout.labelFontSize >= 6)
        #expect(scene.layout.plotHeight > 0.4 * scene.layout.pageHeight)
        for (number, label) in scene.labels.enumerated() {
            let colour = try #require(ScreenColour(label.colour))
            #expect(colour.contrast(to: ground) >= ScreenColour.readableContrast, "\(label.text)")
            #expect(label.place.box.corners.allSatisfy { scene.layout.area.contains($0) }, "\(label.text)")
            for other in scene.labels.dropFirst(number + 1) {
                #expect(!label.place.box.overlaps(other.place.box), "\(label.text) on \(other.text)")
            }
        }
        let script = FigureScript(scene: scene).text(for: .svg)
        #expect(script.contains("background '\(theme.paper)'"))
    }

    /// A label has paper beneath it where the colour of IceCube's data would show through.
    @Test func labelsOnColourHaveAGround() throws {
        let scene = try Self.scene("")
        let image = try #require(scene.image)
        let onColour = scene.labels.filter { image.isSeen(beneath: $0.place.box) }
        #expect(!onColour.isEmpty)
        #expect(onColour.allSatisfy { $0.place.coversLines })
    }

    /// Black is white on dark ground: as a grey it would be one among others.
    @Test func limitsStandOutOnDark() throws {
        let scenes = try FigureTheme.allCases.map {
            try Self.scene("theme: \($0.rawValue)\nlayers: {icecube: false, region: false}")
        }
        for (theme, scene) in zip(FigureTheme.allCases, scenes) {
            let ground = try #require(ScreenColour(theme.paper))
            let contrasts = try scene.strokes.map { try #require(ScreenColour($0.colour)).contrast(to: ground) }
            let greatest = try #require(ScreenColour(theme.ink)).contrast(to: ground)
            // Lines need 3 (WCAG 2.2, 1.4.11), where print needs 4.5.
            #expect(contrasts.max() == greatest && (contrasts.min() ?? 0) >= 3)
        }
        // What is told apart on paper is on dark ground.
        #expect(Set(scenes[0].strokes.map(\.colour)).count == Set(scenes[1].strokes.map(\.colour)).count)
    }

    @Test func layersComeAndGo() throws {
        let all = try Self.scene("")
        let few = try Self.scene(
            "layers: {icecube: false, projections: false, preferred: false, hints: false, alternatives: false, "
                + "region: false, transport: false, best: false, footnote: false}")
        #expect(all.image != nil && few.image == nil)
        #expect(!all.notes.isEmpty && few.notes.isEmpty)
        #expect(all.points.map(\.name) == ["least χ²"] && few.points.isEmpty)
        let limits = Sample.bounds.filter { $0.card.kind == .observed && $0.role == .decides }
        #expect(few.strokes.count == limits.count)
        #expect(few.layout.plotHeight > all.layout.plotHeight && few.layout.plotWidth > all.layout.plotWidth)
    }

    @Test func namesColoursAndLevelsAreOnesOwn() throws {
        let scene = try Self.scene(
            "labels: {kaon: 'my kaons', w-decay: ''}\ncolours: {kaon: '#00aA00'}\nlayers: {levels: true}")
        let texts = scene.labels.map(\.text)
        #expect(texts.contains("my kaons") && !texts.contains { $0.hasPrefix("W → ") })
        #expect(texts.contains { $0.hasPrefix("Borexino") && $0.hasSuffix(", 90% CL") }, "\(texts)")
        #expect(scene.strokes.contains { $0.colour == "#00aa00" })
    }

    /// The plane is the same: only what is written along its edges changes.
    @Test(arguments: [("g2", 2.0, 0.0), ("alpha", 2, -log10(4 * Double.pi)), ("epsilon", 1, -1.841)])
    func axesArePowersOfTheCoupling(name: String, power: Double, offset: Double) throws {
        let axis = try #require(CouplingAxis(rawValue: name))
        // −1.841 is the logarithm of 1/69.3, as the module of physics has it in three digits.
        #expect(abs(log10(axis.value(at: 1e-4)) - (power * -4 + offset)) < 1e-3)
        let (own, usual) = (try Self.scene("coupling: \(name)\nmass: GeV"), try Self.scene(""))
        #expect(own.strokes.map(\.lines) == usual.strokes.map(\.lines))
        #expect(own.axes.y.ticks != usual.axes.y.ticks && own.axes.x.title.contains("[GeV]"))
    }

    @Test func theColourMayShowTheDifferenceOfChi2() throws {
        let map = try Sample.map()
        let scene = try Self.scene("colour: delta_chi2")
        let least = try #require(map.chi2.min())
        #expect((scene.image != nil) == (least < map.chi2OfFreeFit))
        if let image = scene.image { #expect(image.top == 0 && image.floor <= least - map.chi2OfFreeFit) }
    }

    @Test func exclusionsAreFilledAsAsked() throws {
        let (strips, tints, none) = (
            try Self.scene(""), try Self.scene("exclusions: tints"), try Self.scene("exclusions: none")
        )
        #expect(strips.fills.first?.colour == FigureColours.veil)
        #expect(!tints.fills.contains { $0.colour == FigureColours.veil } && tints.fills.contains { $0.opacity == 0.1 })
        #expect(none.fills.count < tints.fills.count && tints.fills.count < strips.fills.count)
    }

    /// In a directory with nothing but the commands, gnuplot draws the picture that mutau drew, to the pixel.
    @Test(.enabled(if: (try? Gnuplot()) != nil, "gnuplot is not installed"))
    func gnuplotAloneDrawsTheSame() throws {
        let style = try FigureStyle(yaml: Array("width: column\ntheme: dark\n".utf8))
        let figure = MapFigure(try Sample.map(columns: 12, rows: 12), options: .init(style: style))
        let directory = FileManager.default.temporaryDirectory.appending(path: "mutau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let file = figure.commandFile
        try Data(file.bytes).write(to: directory.appending(path: file.name))
        let gnuplot = try Gnuplot()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: gnuplot.path)
        process.arguments = ["-d", file.name]
        process.currentDirectoryURL = directory
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let drawn = try figure.files([.png], by: gnuplot)
        #expect(try Data(contentsOf: directory.appending(path: "map.png")) == Data(drawn[0]))
        for format in FigureFormat.allCases {
            let path = directory.appending(path: "map.\(format.fileExtension)").path
            #expect(FileManager.default.fileExists(atPath: path))
        }
    }

    /// The numbers of a curve are those the bound gives, with what it does not speak of told from what it allows.
    @Test func theNumbersBehindCurvesAreThere() throws {
        let map = try Sample.map(columns: 12, rows: 12)
        let files = try MapFigure.curveFiles(of: map, options: .init(showsProjections: false))
        let names = files.map(\.name)
        #expect(names.contains("curve-kaon.csv") && !names.contains("curve-na64mu-1e11-mot.csv"))
        func rows(_ stem: String) throws -> [[Substring]] {
            let file = try #require(files.first { $0.name == "curve-\(stem).csv" })
            let lines = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            #expect(lines.first == "mass_MeV,coverage,limit_low,limit_high,deviations")
            return lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        }
        let kaon = try rows("kaon")
        #expect(kaon.count == 12)
        for row in kaon {
            let (mass, limit) = (try #require(Double(row[0])), try #require(Double(row[2])))
            // To the rounding of one product and the fifteen digits that are written at least.
            #expect(abs(limit / (8e-5 * mass) - 1) < 1e-12 && row[3].isEmpty)
        }
        // It speaks between 2.1 and 24.6 MeV alone.
        for row in try rows("borexino") {
            let mass = try #require(Double(row[0]))
            #expect((row[1] == "excludes") == (2.1...24.6).contains(mass), "\(mass)")
        }
    }
}
