/// Where the parts of the figure stand on the page, all in points.
package struct FigureLayout: Sendable, Hashable {
    package let size: FigureSize
    package let pageWidth: Double
    package let pageHeight: Double
    package let left: Double
    package let bottom: Double
    package let plotWidth: Double
    package let plotHeight: Double

    package var em: Double { size.fontSize }
    package var labelFontSize: Double { 0.86 * em }
    package var noteFontSize: Double { size.noteFontSize }
    package var noteLineHeight: Double { size.noteLineHeight }

    /// - Parameters:
    ///   - noteLines: the lines of print to leave room for below the axis.
    ///   - hasColourBar: whether to leave room for one on the right.
    package init(size: FigureSize, noteLines: Int, hasColourBar: Bool = true) {
        self.size = size
        // gnuplot makes pages of whole points.
        pageWidth = (size.width * pointsPerCentimetre).rounded(.down)
        pageHeight = (size.height * pointsPerCentimetre).rounded(.down)
        let em = size.fontSize
        left = 4.4 * em
        bottom = 3.3 * em + size.heightOfNotes(lines: noteLines) * pointsPerCentimetre
        plotWidth = pageWidth - left - (hasColourBar ? 6.4 : 1.2) * em
        plotHeight = pageHeight - bottom - 0.9 * em
    }

    package var area: PageArea { .init(width: plotWidth, height: plotHeight) }

    /// The width notes may fill.
    package static func noteWidth(of size: FigureSize) -> Double {
        size.width * pointsPerCentimetre - 2 * size.fontSize
    }
}
