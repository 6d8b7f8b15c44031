/// Whether a figure is made for white paper or for a dark screen.
public enum FigureTheme: String, Sendable, Hashable, CaseIterable {
    case light, dark

    /// What everything is drawn on.
    package var paper: String { self == .light ? "#ffffff" : "#14171c" }
    /// Of axes, their print and points.
    package var ink: String { self == .light ? "#000000" : "#e8e8e8" }
    /// Of the small print below the axis.
    package var noteInk: String { self == .light ? "#333333" : "#b8bcc4" }

    /// As lines and areas have it: on dark paper light enough to be seen.
    package func shown(_ colour: String) -> String { self == .light ? colour : readable(colour) }

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
