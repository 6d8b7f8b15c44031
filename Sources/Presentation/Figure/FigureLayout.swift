/// Where the parts of the figure stand on the page, all in points.
struct FigureLayout: Sendable, Hashable {
    let size: FigureSize
    let pageWidth: Double
    let pageHeight: Double
    let left: Double
    let bottom: Double
    let plotWidth: Double
    let plotHeight: Double

    var em: Double { size.fontSize }
    var labelFontSize: Double { 0.86 * em }
    var noteFontSize: Double { 0.74 * em }
    var noteLineHeight: Double { 1.3 * noteFontSize }

    /// - Parameters:
    ///   - noteLines: the lines of print to leave room for below the axis.
    ///   - hasColourBar: whether to leave room for one on the right.
    init(size: FigureSize, noteLines: Int, hasColourBar: Bool = true) {
        self.size = size
        // gnuplot makes pages of whole points.
        pageWidth = (size.width * pointsPerCentimetre).rounded(.down)
        pageHeight = (size.height * pointsPerCentimetre).rounded(.down)
        let em = size.fontSize
        left = 4.4 * em
        bottom = 3.3 * em + Double(noteLines) * 1.3 * 0.74 * em + (noteLines > 0 ? 0.4 * em : 0)
        plotWidth = pageWidth - left - (hasColourBar ? 6.4 : 1.2) * em
        plotHeight = pageHeight - bottom - 0.9 * em
    }

    var area: PageArea { .init(width: plotWidth, height: plotHeight) }

    /// The width notes may fill.
    static func noteWidth(of size: FigureSize) -> Double { size.width * pointsPerCentimetre - 2 * size.fontSize }
}
