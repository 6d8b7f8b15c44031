import Drawing

/// How wide a figure is: a place it is made for, or a length.
public enum FigureWidth: Sendable, Hashable {
    /// One column of a two-column journal.
    case column
    /// The text of a page.
    case page
    /// A slide of 16 by 9.
    case slide
    /// [cm]
    case centimetres(Double)

    static let named: [(name: String, width: FigureWidth)] = [("column", column), ("page", page), ("slide", slide)]
    /// [cm]
    static let range = 8.0...60.0

    var inCentimetres: Double {
        switch self {
        case .column: 8.6
        case .page: 17
        case .slide: 25.4
        case .centimetres(let width): width
        }
    }

    /// Of the titles of axes [pt]: print of the same size as that around the figure.
    var fontSize: Double {
        switch self {
        case .column: 7
        case .page: 10
        case .slide: 15
        case .centimetres(let width): min(max(7 + (width - 8.6) * 3 / 8.4, 7), 20)
        }
    }

    /// Of the figure without its notes, to its width.
    var proportion: Double {
        switch self {
        case .column: 0.86
        case .slide: 9.0 / 16
        case .page, .centimetres: 0.74
        }
    }
}

extension FigureStyle {
    /// The measures of a figure that has some by itself.
    /// - Parameters:
    ///   - own: its measures where the style says nothing of them.
    ///   - noteLines: how many lines of print stand below its axis, for a font size [pt] and a width [pt] they may fill.
    func size(_ own: FigureSize, noteLines: (FigureSize) -> Int) -> FigureSize {
        guard let width else {
            return FigureSize(width: own.width, height: height ?? own.height, fontSize: fontSize ?? own.fontSize)
        }
        let plain = FigureSize(
            width: width.inCentimetres, height: height ?? width.proportion * width.inCentimetres,
            fontSize: fontSize ?? width.fontSize)
        // A slide has its height; on paper the print comes on top of the drawing.
        guard height == nil, width != .slide else { return plain }
        return FigureSize(
            width: plain.width, height: plain.height + plain.heightOfNotes(lines: noteLines(plain)),
            fontSize: plain.fontSize)
    }
}
