/// A line and what it is called.
package struct LabelledLine {
    package var text: String
    package var colour: String
    /// Where it may stand.
    package var lines: [PageLine]
    /// All that is seen of the line; nil: that.
    package var whole: [PageLine]?
    package var manner = LabelRequest.Manner.besideLine
    package var leftMargin = 0.0

    package init(text: String, colour: String, lines: [PageLine]) {
        (self.text, self.colour, self.lines) = (text, colour, lines)
    }

    package init(point: FigureScene.Point, colour: String = "#000000") {
        let radius = PagePoint(x: 2.5, y: 0)
        self.init(text: point.name, colour: colour, lines: [[point.place - radius, point.place + radius]])
        manner = .atPoint
    }
}

extension FigureScene {
    /// Writes each text beside its line.
    package mutating func place(_ lines: [LabelledLine], otherLines: [PageLine] = []) {
        let requests = lines.map { line in
            LabelRequest(
                text: line.text, width: TextMetrics.width(of: line.text, fontSize: layout.labelFontSize),
                height: TextMetrics.height(fontSize: layout.labelFontSize), lines: line.lines,
                whole: line.whole, manner: line.manner, leftMargin: line.leftMargin)
        }
        let places = LabelPlacement(area: layout.area, requests: requests, otherLines: otherLines)
            .places(
                for: requests,
                offThe: points.map { .init(center: $0.place, width: 4.4, height: 4.4, angle: 0) })
        for (line, place) in zip(lines, places) {
            guard var place else { continue }
            place.coversLines = place.coversLines || image?.isSeen(beneath: place.box) == true
            labels.append(.init(text: line.text, colour: theme.readable(line.colour), place: place))
        }
        unlabelled = zip(lines, places).filter { $0.1 == nil }.map(\.0.text)
    }
}
