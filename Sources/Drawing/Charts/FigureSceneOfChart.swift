extension FigureScene {
    /// What a chart shows.
    package init(_ chart: Chart, size: FigureSize, theme: FigureTheme = .light, lineScale: Double = 1) {
        let notes = chart.lines(ofNotesIn: size)
        let layout = FigureLayout(size: size, noteLines: notes.count, hasColourBar: false)
        let frame = ChartFrame(chart, layout.area)
        self.init(
            layout: layout,
            axes: .init(
                x: .init(title: chart.x.title, ticks: chart.x.ticks(length: layout.plotWidth)),
                y: .init(title: chart.y.title, isTurned: true, ticks: chart.y.ticks(length: layout.plotHeight))),
            notes: notes)
        self.theme = theme
        self.lineScale = lineScale
        fills = chart.areas.map { area in
            let outlines = area.outlines.map { frame.line($0) }
            return .init(
                areas: OutlineNesting(outlines).joined.map(layout.area.clipped),
                colour: area.colour.map(theme.shown) ?? theme.paper,
                opacity: area.opacity)
        }
        let lines = chart.lines.map { line in line.parts.flatMap(frame.visibleParts) }
        strokes = zip(chart.lines, lines).map { line, parts in
            .init(lines: parts, colour: theme.shown(line.colour), width: line.width, dash: line.dash)
        }
        strokes += chart.measurements.map { measurement in
            var stroke = frame.stroke(of: measurement, em: layout.em)
            stroke.colour = theme.shown(stroke.colour)
            return stroke
        }
        points = chart.points.map { .init(name: $0.name, place: frame.place($0.place)) }
            .filter { layout.area.contains($0.place) }
        let labels = zip(chart.lines, lines).filter { !$0.0.label.isEmpty && !$0.1.isEmpty }
            .map { line, parts in
                let own = line.labelParts.map { $0.flatMap(frame.visibleParts) } ?? []
                var labelled = LabelledLine(
                    text: line.label, colour: theme.shown(line.colour), lines: own.isEmpty ? parts : own)
                labelled.whole = parts
                labelled.manner = line.labelManner
                return labelled
            }
        let unlabelledLines = zip(chart.lines, lines).filter { $0.0.label.isEmpty }.flatMap(\.1)
        place(
            labels + points.map { LabelledLine(point: $0, colour: theme.ink) },
            otherLines: unlabelledLines + chart.measurements.flatMap { frame.stroke(of: $0, em: layout.em).lines })
        // A name has the contrast that print needs against paper, not against a tint of its own colour.
        if !fills.isEmpty { for number in self.labels.indices { self.labels[number].place.coversLines = true } }
    }
}

extension Figure {
    /// A figure of a chart.
    package init(
        name: String, _ chart: Chart, size: FigureSize = .page, theme: FigureTheme = .light, lineScale: Double = 1
    ) {
        self.init(name: name, FigureScene(chart, size: size, theme: theme, lineScale: lineScale))
    }
}

/// From the values of a chart to places on the page.
private struct ChartFrame {
    let chart: Chart
    let area: PageArea

    init(_ chart: Chart, _ area: PageArea) {
        self.chart = chart
        self.area = area
    }

    func place(_ point: SIMD2<Double>) -> PagePoint {
        .init(x: chart.x.place(of: point.x, length: area.width), y: chart.y.place(of: point.y, length: area.height))
    }

    func line(_ points: [SIMD2<Double>]) -> PageLine { points.map(place) }

    func visibleParts(_ points: [SIMD2<Double>]) -> [PageLine] {
        area.visibleParts(of: line(points)).map { $0.simplified(within: 0.1) }
    }

    /// A cross as wide as its range and as high as its errors; a limit is a bar with an arrow downwards.
    func stroke(of measurement: Chart.Measurement, em: Double) -> FigureScene.Stroke {
        func horizontal(_ y: Double) -> [SIMD2<Double>] {
            [SIMD2(measurement.x.lowerBound, y), SIMD2(measurement.x.upperBound, y)]
        }
        let lines: [PageLine]
        switch measurement.value {
        case .between(let value, let lower, let upper):
            let bar = [SIMD2(measurement.middle, lower), SIMD2(measurement.middle, upper)]
            lines = [line(horizontal(value)), line(bar)]
        case .below(let limit):
            let top = place(SIMD2(measurement.middle, limit))
            let tip = PagePoint(x: top.x, y: top.y - 1.6 * em)
            let head = [-0.3, 0.3].map { [PagePoint(x: tip.x + $0 * em, y: tip.y + 0.45 * em), tip] }
            lines = [line(horizontal(limit)), [top, tip]] + head
        }
        return .init(lines: lines.flatMap(area.visibleParts), colour: measurement.colour, width: 1.2)
    }
}
