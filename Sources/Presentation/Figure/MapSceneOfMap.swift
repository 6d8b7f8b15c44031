import AllowedRegion
import ConstraintKit

extension MapScene {
    /// What a map shows.
    init(_ map: RegionMap, options: MapFigure.Options) {
        let shown = ShownBound.all(of: map, options: options)
        notes = MapNotes(map: map, shown: shown, size: options.size).lines
        layout = .init(size: options.size, noteLines: notes.count)
        frame = .init(map.grid, width: layout.plotWidth, height: layout.plotHeight)
        ratio = .init(map, in: frame)
        let em = layout.em
        let masses = map.grid.masses.map(\.inMeV)
        let drawings = shown.map { BoundDrawing($0, masses: masses, in: frame, em: em) }
        fills = [Self.veil(of: map, in: frame)]
        fills += drawings.filter(\.isBand).flatMap(\.fills) + drawings.filter { !$0.isBand }.flatMap(\.fills)
        let region = Outline(map.allowedAndPreferred, title: "allowed, R < 1", in: frame)
        let transport = Outline(transportErrorOf: map, in: frame)
        strokes = [
            .init(lines: Outline(map.preferredByIceCube, title: "", in: frame).lines, colour: "#8a5a2b", width: 0.5),
            .init(lines: transport.lines, colour: FigureColours.transport, width: 0.7, dash: .dotted),
        ]
        strokes += drawings.flatMap(\.strokes)
        strokes.append(.init(lines: region.lines, colour: FigureColours.region, width: 2.6))
        points = options.points.filter { $0.isInside(map.grid) }
            .map { .init(name: $0.name, place: frame.point(mass: $0.mass.inMeV, coupling: $0.coupling.value)) }
        let labels =
            drawings.map { LabelledLine(drawing: $0) } + points.map { LabelledLine(point: $0) } + [
                .init(text: region.title, colour: FigureColours.region, lines: region.lines),
                .init(text: transport.title, colour: FigureColours.transport, lines: transport.lines),
            ]
        place(labels.filter { !$0.lines.isEmpty }, otherLines: drawings.filter(\.isBand).flatMap(\.edges))
    }

    /// One even tint over what the deciding bounds exclude together.
    private static func veil(of map: RegionMap, in frame: PageFrame) -> Fill {
        let deciding = map.bounds.filter { $0.bound.role == .decides }
        let columns = map.grid.masses.indices.map { column -> CouplingIntervals? in
            .init(
                union: deciding.flatMap { mapped -> [CouplingInterval] in
                    guard case .excludes(let intervals) = mapped.boundaries[column] else { return [] }
                    return Array(intervals)
                })
        }
        let region = TracedRegion(columns, masses: map.grid.masses.map(\.inMeV), in: frame)
        return .init(areas: region.areas.map(frame.clipped), colour: FigureColours.veil, opacity: 0.16)
    }

    private mutating func place(_ lines: [LabelledLine], otherLines: [PageLine]) {
        let requests = lines.map { line in
            LabelRequest(
                text: line.text, width: TextMetrics.width(of: line.text, fontSize: layout.labelFontSize),
                height: TextMetrics.height(fontSize: layout.labelFontSize), lines: line.lines,
                manner: line.manner, leftMargin: line.leftMargin)
        }
        let places = LabelPlacement(frame: frame, requests: requests, otherLines: otherLines)
            .places(for: requests)
        for (line, place) in zip(lines, places) {
            guard let place else { continue }
            labels.append(.init(text: line.text, colour: line.colour, place: place))
        }
        unlabelled = zip(lines, places).filter { $0.1 == nil }.map(\.0.text)
    }
}

/// A line and what it is called.
private struct LabelledLine {
    var text: String
    var colour: String
    var lines: [PageLine]
    var manner = LabelRequest.Manner.besideLine
    var leftMargin = 0.0

    init(text: String, colour: String, lines: [PageLine]) {
        (self.text, self.colour, self.lines) = (text, colour, lines)
    }

    init(drawing: BoundDrawing) {
        self.init(text: drawing.label, colour: drawing.colour, lines: drawing.labelLines)
        if drawing.isBand { manner = .onLine }
        leftMargin = drawing.stripWidth
    }

    init(point: MapScene.Point) {
        let radius = PagePoint(x: 2.5, y: 0)
        self.init(text: point.name, colour: "#000000", lines: [[point.place - radius, point.place + radius]])
        manner = .atPoint
    }
}

extension PageFrame {
    init(_ grid: Grid, width: Double, height: Double) {
        let (masses, couplings) = (grid.masses.map(\.inMeV), grid.couplings.map(\.value))
        self.init(
            width: width, height: height, masses: masses[0]...masses[masses.count - 1],
            couplings: couplings[0]...couplings[couplings.count - 1])
    }
}
