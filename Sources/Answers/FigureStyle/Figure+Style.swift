import Drawing

extension Figure {
    /// A figure of a chart in a style.
    /// - Parameter own: its measures where the style says nothing of them.
    init(name: String, _ chart: Chart, size own: FigureSize = .page, style: FigureStyle) {
        var chart = chart
        if !style.layers.contains(.footnote) { chart.notes = [] }
        let size = style.size(own) { chart.lines(ofNotesIn: $0).count }
        self.init(name: name, chart, size: size, theme: style.theme, lineScale: style.lineScale)
    }
}
