/// Whether a figure is made for white paper or for a dark screen.
public enum FigureTheme: String, Sendable, Hashable, CaseIterable {
    case light, dark

    /// What everything is drawn on.
    package var paper: String { self == .light ? "#ffffff" : "#14171c" }
    /// Of axes, their print and points.
    package var ink: String { self == .light ? "#000000" : "#e8e8e8" }
    /// Of the small print below the axis.
    package var noteInk: String { self == .light ? "#333333" : "#b8bcc4" }

    /// A colour that was chosen for white paper, as lines and areas have it: on dark paper the darkest becomes the
    /// lightest, so that black stands out as it does on white and is no grey among others.
    package func shown(_ colour: String) -> String {
        guard self == .dark, let own = ScreenColour(colour), let end = ScreenColour(ink) else { return colour }
        let lightness = end.lightness - Self.spread * own.lightness
        return lightness > own.lightness ? readable(own.with(lightness: lightness).text) : readable(colour)
    }

    /// How much of the differences in lightness is kept on dark paper: as much as leaves the lightest of the colours for
    /// white paper (0.6 of white) light enough to be read.
    private static let spread = 0.4

    /// A colour that a reader chose: as it is on paper, and on a dark ground changed only where it could not be seen.
    package func own(_ colour: String) -> String { self == .light ? colour : readable(colour) }

    /// The same hue, made darker on light paper and lighter on dark one until small print in it can be read.
    /// - Parameter colour: `#rrggbb`
    package func readable(_ colour: String) -> String {
        guard let own = ScreenColour(colour), let ground = ScreenColour(paper), let end = ScreenColour(ink) else {
            return colour
        }
        let steps = (0...20).map { own.mixed(with: end, fraction: Double($0) / 20) }
        return (steps.first { $0.contrast(to: ground) >= ScreenColour.readableContrast } ?? end).text
    }
}
