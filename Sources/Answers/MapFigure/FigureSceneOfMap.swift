import AllowedRegion
import ConstraintKit
import Drawing
import Foundation
import Scenarios

extension FigureScene {
    /// What a map shows.
    init(_ map: RegionMap, options: MapFigure.Options) {
        let shown = ShownBound.all(of: map, options: options)
        let style = options.style
        let notes = MapNotes(map: map, shown: shown, style: style)
        let size = style.size(options.size) { notes.lines(for: $0).count }
        let lines = notes.lines(for: size)
        let showsIceCube = style.layers.contains(.iceCube)
        let layout = FigureLayout(size: size, noteLines: lines.count, hasColourBar: showsIceCube)
        let frame = PageFrame(map.grid, width: layout.plotWidth, height: layout.plotHeight)
        self.init(
            layout: layout, axes: Self.axes(of: frame, style: style),
            image: showsIceCube ? .init(map, in: frame, style: style) : nil, notes: lines)
        theme = style.theme
        lineScale = style.lineScale
        let em = layout.em
        let masses = map.grid.masses.map(\.inMeV)
        let drawings = shown.map { BoundDrawing($0, masses: masses, in: frame, em: em, style: style) }
        fills = style.exclusions == .strips ? [Self.veil(of: map, in: frame)] : []
        fills += drawings.filter(\.isBand).flatMap(\.fills) + drawings.filter { !$0.isBand }.flatMap(\.fills)
        let outlines = MapOutlines(map, in: frame, style: style)
        strokes = outlines.beneath + drawings.flatMap(\.strokes) + outlines.above
        points = Self.points(of: map, in: frame, options: options)
        let labels =
            drawings.map { LabelledLine(drawing: $0) }
            + points.map { LabelledLine(point: $0, colour: style.theme.ink) } + outlines.labels
        place(
            labels.filter { !$0.lines.isEmpty && !$0.text.isEmpty },
            otherLines: drawings.filter { $0.isBand || $0.label.isEmpty }.flatMap(\.edges) + outlines.unlabelled)
    }

    private static func axes(of frame: PageFrame, style: FigureStyle) -> Axes {
        let (unit, axis) = (style.massUnit, style.couplingAxis)
        let perMeV = pow(10, Double(EnergyUnit.megaelectronvolt.decimalExponent - unit.decimalExponent))
        let masses = frame.masses.lowerBound * perMeV...frame.masses.upperBound * perMeV
        let couplings = axis.value(at: frame.couplings.lowerBound)...axis.value(at: frame.couplings.upperBound)
        return .init(
            x: .init(title: AxisTitle.mass(in: unit), ticks: AxisTicks(range: masses, length: frame.width).marks),
            y: .init(title: AxisTitle.of(axis), ticks: AxisTicks(range: couplings, length: frame.height).marks))
    }

    /// Those that were asked for, and the point of the grid with the least χ², which lies on top of everything.
    private static func points(of map: RegionMap, in frame: PageFrame, options: MapFigure.Options) -> [Point] {
        let marked = options.points.filter { $0.isInside(map.grid) }
        let best = map.bestPoint
        let own: [MapFigure.MarkedPoint] =
            options.style.layers.contains(.best)
            ? [.init(name: "least χ²", mass: best.mass, coupling: best.coupling)] : []
        return (marked + own).map {
            .init(name: $0.name, place: frame.point(mass: $0.mass.inMeV, coupling: $0.coupling.value))
        }
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
