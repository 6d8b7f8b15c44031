import Testing

@testable import Drawing

@Suite struct ChartTests {
    private let axis = ChartAxis(range: 0.5...2.5, isLogarithmic: false, title: "'A'")

    @Test func aLinearAxisIsEven() {
        #expect(axis.place(of: 0.5, length: 200) == 0 && axis.place(of: 2.5, length: 200) == 200)
        #expect(axis.place(of: 1.5, length: 200) == 100)
        // Far outside a place stays a number a drawing program takes.
        #expect(abs(axis.place(of: 1e300, length: 200)) <= 600 && abs(axis.place(of: -.infinity, length: 200)) <= 600)
    }

    @Test(arguments: [
        (0.5...2.5, ["0.5", "1.0", "1.5", "2.0", "2.5"]), (2.3...3.5, ["2.4", "2.6", "2.8", "3.0", "3.2", "3.4"]),
        (0...12, ["0", "2", "4", "6", "8", "10", "12"]), (-1...1, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
    ])
    func linearAxesHaveRoundLabels(_ range: ClosedRange<Double>, _ labels: [String]) {
        let axis = ChartAxis(range: range, isLogarithmic: false, title: "''")
        let labelled = axis.ticks(length: 100).filter { !$0.hasPrefix("''") }
        #expect(labelled.map { String($0.split(separator: "'")[0]) } == labels)
    }

    private func square(_ center: Double, _ half: Double, leftwards: Bool) -> PageLine {
        let corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
        let line = corners.map { PagePoint(x: center + $0.0, y: center + $0.1) }
        return leftwards ? line : line.reversed()
    }

    /// How often a line winds around a point: what a drawing program fills is where it is not zero.
    private func winding(_ line: PageLine, around point: PagePoint) -> Int {
        zip(line, line.dropFirst() + line.prefix(1)).reduce(0) { sum, piece in
            let (a, b) = piece
            guard (a.y > point.y) != (b.y > point.y) else { return sum }
            let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
            return point.x < x ? sum + (b.y > a.y ? 1 : -1) : sum
        }
    }

    @Test(arguments: [true, false]) func holesAreLeftOut(_ leftwards: Bool) {
        // A square with a hole in which an island stands, and another square apart.
        let outlines = [
            square(0, 10, leftwards: leftwards), square(0, 6, leftwards: true), square(0, 2, leftwards: !leftwards),
            square(40, 5, leftwards: false),
        ]
        let joined = OutlineNesting(outlines).joined
        #expect(joined.count == 3)
        func isFilled(_ x: Double, _ y: Double) -> Bool {
            joined.contains { winding($0, around: PagePoint(x: x, y: y)) != 0 }
        }
        #expect(isFilled(8.1, 0.3) && !isFilled(4.1, 0.3) && isFilled(0.3, 0.1) && isFilled(41, 40.3))
        #expect(!isFilled(20, 20.3) && !isFilled(-4.1, -0.7) && isFilled(-8.3, -3.1))
    }

    @Test func theSceneHasWhatTheChartHas() {
        var chart = Chart(x: axis, y: ChartAxis(range: 1e-10...1e-7, isLogarithmic: true, title: "'E'"))
        chart.lines = [
            .init(parts: [[SIMD2(0.6, 1e-9), SIMD2(2, 1e-8)]], label: "one", colour: "#000000"),
            .init(parts: [[SIMD2(5, 1e-9), SIMD2(6, 1e-8)]], label: "outside", colour: "#000000"),
        ]
        chart.measurements = [
            .init(x: 1...1.2, middle: 1.1, value: .between(3e-9, lower: -1e-9, upper: 5e-9), colour: "#0060a8"),
            .init(x: 1.4...1.6, middle: 1.5, value: .below(2e-8), colour: "#0060a8"),
        ]
        chart.points = [.init(name: "P1", place: SIMD2(1.5, 1e-8)), .init(name: "far", place: SIMD2(15, 1e-8))]
        let scene = FigureScene(chart, size: .page)
        #expect(scene.points.map(\.name) == ["P1"] && scene.unlabelled.isEmpty)
        #expect(Set(scene.labels.map(\.text)) == ["one", "P1"])
        // A cross is two lines, a limit a bar, a shaft and the two sides of a head.
        #expect(scene.strokes.map(\.lines.count) == [1, 0, 2, 4])
        for point in scene.strokes.flatMap(\.lines).flatMap(\.self) {
            #expect(scene.layout.area.contains(point, margin: -1e-9))
        }
        #expect(scene.axes.y.isTurned)
        let script = Figure(name: "test", chart).script(for: .svg)
        #expect(!script.contains("nan") && !script.contains("with image"))
    }

    /// An area that hides what is beneath has the theme's paper, and a name on a tint has paper beneath it.
    @Test(arguments: FigureTheme.allCases) func areasHideWithPaper(theme: FigureTheme) {
        var chart = Chart(x: axis, y: ChartAxis(range: 0...1, isLogarithmic: false, title: "'B'"))
        let square = [SIMD2(1, 0.2), SIMD2(2, 0.2), SIMD2(2, 0.8), SIMD2(1, 0.8), SIMD2(1, 0.2)]
        chart.areas = [
            .init(outlines: [square], colour: nil, opacity: 1),
            .init(outlines: [square], colour: "#c0392b", opacity: 0.35),
        ]
        chart.points = [.init(name: "best fit", place: SIMD2(1.5, 0.5))]
        let scene = FigureScene(chart, size: .page, theme: theme)
        #expect(scene.fills.map(\.colour) == [theme.paper, theme.shown("#c0392b")])
        #expect(scene.labels.map(\.text) == ["best fit"] && scene.labels.allSatisfy(\.place.coversLines))
    }

    /// Names keep off the whole of another line, wherever its own name may stand.
    @Test func namesKeepOffWholeLines() throws {
        var chart = Chart(x: axis, y: ChartAxis(range: 0...1, isLogarithmic: false, title: "'B'"))
        let steep = [SIMD2(1.45, 0.0), SIMD2(1.55, 1.0)]
        chart.lines = [
            .init(
                parts: [steep], label: "steep", labelParts: [[SIMD2(1.45, 0.0), SIMD2(1.46, 0.1)]], colour: "#0060a8"),
            .init(parts: [[SIMD2(0.5, 0.5), SIMD2(2.5, 0.5)]], label: "level", colour: "#000000"),
        ]
        let scene = FigureScene(chart, size: .page)
        let label = try #require(scene.labels.first { $0.text == "level" })
        let line = scene.strokes[0].lines[0]
        #expect(label.place.box.lengthInside(from: line[0], to: line[line.count - 1]) == 0)
    }
}
