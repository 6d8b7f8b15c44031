import AllowedRegion
import Drawing

/// The outlines a map draws beside those of its bounds.
struct MapOutlines {
    /// What bounds are drawn over, and what is drawn over them.
    var beneath: [FigureScene.Stroke] = []
    var above: [FigureScene.Stroke] = []
    var labels: [LabelledLine] = []
    /// Those that have no label of their own, which others' keep off; the thick one, with its rim, stands here twice.
    var unlabelled: [PageLine] = []

    init(_ map: RegionMap, in frame: PageFrame, style: FigureStyle) {
        let theme = style.theme
        if style.layers.contains(.iceCube) {
            beneath += Outline.iceCubeStrokes(of: map, in: frame, theme: theme)
            unlabelled = beneath.flatMap(\.lines)
        }
        if style.layers.contains(.transport) {
            let transport = Outline(transportErrorOf: map, in: frame)
            let colour = theme.shown(FigureColours.transport)
            beneath.append(.init(lines: transport.lines, colour: colour, width: 0.7, dash: .dotted))
            labels.append(.init(text: transport.title, colour: colour, lines: transport.lines))
        }
        if style.layers.contains(.region) {
            let region = Outline(map.allowedAndPreferred, title: "allowed, R < 1", in: frame)
            above.append(.init(lines: region.lines, colour: theme.ink, width: 2.6))
            labels.insert(.init(text: region.title, colour: theme.ink, lines: region.lines), at: 0)
        }
        let colour = theme.shown(FigureColours.likelihood)
        for contour in Outline.likelihood(of: map, in: frame) {
            above.append(.init(lines: contour.lines, colour: colour, width: 1.4))
            labels.append(.init(text: contour.title, colour: colour, lines: contour.lines))
        }
    }
}
