import ConstraintKit
import Documents
import Drawing

/// One bound as it is drawn.
struct BoundDrawing {
    var fills: [FigureScene.Fill] = []
    var strokes: [FigureScene.Stroke] = []
    var label: String
    var colour: String
    /// The visible lines the label may stand on; empty where the bound can't be seen.
    var labelLines: [PageLine] = []
    /// Whether the label stands inside a band instead of beside a line.
    var isBand = false

    /// The width of the tinted strip on the excluded side, which is the left one of its lines [pt].
    var stripWidth = 0.0

    /// All its visible lines.
    var edges: [PageLine] { strokes.flatMap(\.lines) }

    private let frame: PageFrame
    private let em: Double

    /// - Parameter em: the font size of the figure [pt], which strips go with.
    init(_ shown: ShownBound, masses: [Double], in frame: PageFrame, em: Double, style: FigureStyle = .init()) {
        self.frame = frame
        self.em = em
        colour = shown.colour
        label = String(shown.card.markedTitle.prefix(Self.longestLabel))
        if shown.manner == .alternative {
            // A title that holds the name already need not say it twice.
            let name = Wording.alternativeName(of: shown.mapped.bound)
            label = label.replacing(" " + name, with: "") + " (if \(name))"
        }
        if shown.isOverlay { label += " (overlay)" }
        let boundaries = shown.mapped.boundaries
        let region = TracedRegion(boundaries.map { $0?.couplings }, masses: masses, in: frame)
        switch shown.manner {
        case .limit: drawLimit(region, fill: style.exclusions)
        case .alternative, .informing: draw(region, width: 0.9, dash: .dotted)
        case .projection: draw(region, width: 1.3, dash: .dashed)
        case .hint: draw(region, width: 0.9, dash: .dotDashed)
        case .band: drawBand(boundaries, masses: masses)
        }
        if style.layers.contains(.levels), let level = shown.card.confidenceLevel.fraction {
            label += ", \(NumberText.trimmed(100 * level))% CL"
        }
        if let own = style.labels[shown.card.stem] { label = own }
        if shown.isOverlay { strokes = strokes.map { $0.widened(by: 1.6) } }
    }

    /// A title from outside may be of any length; the figure has only so much room.
    private static let longestLabel = 48

    private mutating func drawLimit(_ region: TracedRegion, fill: FigureStyle.ExclusionFill) {
        let lines = visible(region.edges)
        switch fill {
        case .strips:
            stripWidth = 0.45 * em
            let strips = lines.map { frame.clipped($0 + $0.movedLeft(by: stripWidth).reversed()) }
            fills = [.init(areas: strips, colour: colour, opacity: 0.25)]
        case .tints: fills = [.init(areas: region.areas.map(frame.clipped), colour: colour, opacity: 0.1)]
        case .none: break
        }
        strokes = [.init(lines: lines, colour: colour, width: 1.5)]
        labelLines = lines
    }

    private mutating func draw(_ region: TracedRegion, width: Double, dash: FigureScene.Dash) {
        labelLines = visible(region.edges)
        strokes = [.init(lines: labelLines, colour: colour, width: width, dash: dash)]
    }

    /// A band for each level, the wider the fainter.
    private mutating func drawBand(_ boundaries: [Boundary?], masses: [Double]) {
        isBand = true
        let preferences = boundaries.flatMap { $0?.preferences ?? [] }
        let levels: [Double] = Set(preferences.map { $0.deviations ?? 0 }).sorted(by: >)
        for level in levels {
            let columns = boundaries.map { boundary in
                boundary?.preferences.filter { ($0.deviations ?? 0) == level }.map(\.couplings)
            }
            let region = TracedRegion(columns.map { $0.map(CouplingIntervals.init(union:)) }, masses: masses, in: frame)
            fills.append(
                .init(
                    areas: region.areas.map(frame.clipped), colour: colour, opacity: level == levels.last ? 0.35 : 0.22)
            )
            strokes.append(.init(lines: visible(region.edges), colour: colour, width: 0.5))
            if level == levels.last { labelLines = visible(region.spines) }
        }
        let deviations = levels.reversed().filter { $0 > 0 }.map { NumberText.short($0, digits: 1) + "σ" }
        if !deviations.isEmpty { label += " ±" + deviations.joined(separator: ", ±") }
    }

    private func visible(_ lines: [PageLine]) -> [PageLine] {
        lines.flatMap(frame.visibleParts).map { $0.simplified(within: 0.1) }
    }
}

extension Boundary {
    fileprivate var preferences: [PreferredInterval] {
        if case .prefers(let bands) = self { return bands }
        return []
    }
}
