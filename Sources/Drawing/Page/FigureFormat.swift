/// A kind of file a figure is made as.
public enum FigureFormat: String, Sendable, Hashable, CaseIterable {
    case pdf, png, svg

    /// The end of the file's name.
    public var fileExtension: String { rawValue }
}

/// The measures of a figure on paper.
public struct FigureSize: Sendable, Hashable {
    /// [cm]
    public let width: Double
    /// [cm], the notes below the axis included.
    public let height: Double
    /// Of the axis titles; labels on lines are a little smaller [pt].
    public let fontSize: Double

    /// - Parameters:
    ///   - width: [cm], at least 8.
    ///   - height: [cm], at least 7.
    ///   - fontSize: [pt], between 5 and 24.
    public init(width: Double, height: Double, fontSize: Double) {
        self.width = min(max(width, 8), 60)
        self.height = min(max(height, 7), 60)
        self.fontSize = min(max(fontSize, 5), 24)
    }

    /// The full width of a page, and the size for a screen.
    public static let page = FigureSize(width: 17, height: 13.6, fontSize: 10)

    /// Of the small print below the axis, which no journal takes below six points [pt].
    package var noteFontSize: Double { max(0.74 * fontSize, 6) }
    package var noteLineHeight: Double { 1.3 * noteFontSize }

    /// What lines of small print take, with the gap above them [cm].
    package func heightOfNotes(lines: Int) -> Double {
        (Double(lines) * noteLineHeight + (lines > 0 ? 0.4 * fontSize : 0)) / pointsPerCentimetre
    }
}

/// Points on paper to the centimetre, the inch having 72.
package let pointsPerCentimetre = 72 / 2.54
