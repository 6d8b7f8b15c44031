import AllowedRegion
import ConstraintKit
import Drawing
import Scenarios

extension FigureScene {
    /// What a map shows.
    init(_ map: RegionMap, options: MapFigure.Options) {
        let shown = ShownBound.all(of: map, options: options)
        let notes = MapNotes(map: map, shown: shown, size: options.size).lines
        let layout = FigureLayout(size: options.size, noteLines: notes.count)
        let frame = PageFrame(map.grid, width: layout.plotWidth, height: layout.plotHeight)
        self.init(
            layout: layout,
            axes: .init(
                x: .init(title: AxisTitle.mass, ticks: AxisTicks(range: frame.masses, length: frame.width).marks),
                y: .init(
                    title: AxisTitle.coupling, ticks: AxisTicks(range: frame.couplings, length: frame.height).marks)),
            image: .init(map, in: frame), notes: notes)
        let em = layout.em
        let masses = map.grid.masses.map(\.inMeV)
        let drawings = shown.map { BoundDrawing($0, masses: masses, in: frame, em: em) }
        fills = [Self.veil(of: map, in: frame)]
        fills += drawings.filter(\.isBand).flatMap(\.fills) + drawings.filter { !$0.isBand }.flatMap(\.fills)
        let region = Outline(map.allowedAndPreferred, title: "allowed, R < 1", in: frame)
        let transport = Outline(transportErrorOf: map, in: frame)
        strokes = Outline.iceCubeStrokes(of: map, in: frame)
        strokes.append(.init(lines: transport.lines, colour: FigureColours.transport, width: 0.7, dash: .dotted))
        strokes += drawings.flatMap(\.strokes)
        strokes.append(.init(lines: region.lines, colour: FigureColours.region, width: 2.6))
        let contours = Outline.likelihood(of: map, in: frame)
        strokes += contours.map { .init(lines: $0.lines, colour: FigureColours.likelihood, width: 1.4) }
        points = options.points.filter { $0.isInside(map.grid) }
            .map { .init(name: $0.name, place: frame.point(mass: $0.mass.inMeV, coupling: $0.coupling.value)) }
        let labels =
            drawings.map { LabelledLine(drawing: $0) } + points.map { LabelledLine(point: $0) } + [
                .init(text: region.title, colour: FigureColours.region, lines: region.lines),
                .init(text: transport.title, colour: FigureColours.transport, lines: transport.lines),
            ] + contours.map { .init(text: $0.title, colour: FigureColours.likelihood, lines: $0.lines) }
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
}

extension PageFrame {
    init(_ grid: MapGrid, width: Double, height: Double) {
        let (masses, couplings) = (grid.masses.map(\.inMeV), grid.couplings.map(\.value))
        self.init(
            width: width, height: height, masses: masses[0]...masses[masses.count - 1],
            couplings: couplings[0]...couplings[couplings.count - 1])
    }
}
