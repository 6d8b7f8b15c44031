import ConstraintKit
import Drawing

/// How figures look: what a group agrees on once, in a file, for its papers and talks.
public struct FigureStyle: Sendable, Hashable {
    /// nil: as wide as each figure is by itself, the map as a page.
    public var width: FigureWidth?
    /// [cm], the notes below the axis included; nil: as the width asks for.
    public var height: Double?
    /// Of the titles of axes [pt]; nil: as the width asks for.
    public var fontSize: Double?
    /// What the widths of all lines are multiplied by.
    public var lineScale = 1.0
    public var theme = FigureTheme.light
    /// Of the axis of masses.
    public var massUnit = EnergyUnit.megaelectronvolt
    public var couplingAxis = CouplingAxis.coupling
    public var mapColour = MapColour.ratio
    public var exclusions = ExclusionFill.strips
    public var layers = Set(Layer.allCases.filter(\.isShownByDefault))
    /// `#rrggbb` by stem.
    public var colours: [String: String] = [:]
    /// What is written beside a curve, by stem; empty: nothing.
    public var labels: [String: String] = [:]
    /// The stems that it gives colours or labels, in alphabetical order.
    public var stems: [String] { Set(colours.keys).union(labels.keys).sorted() }

    public init() {}

    /// What can be shown or left out of a map.
    public enum Layer: String, Sendable, Hashable, CaseIterable {
        case iceCube = "icecube"
        case projections
        case preferred
        case hints
        case alternatives
        case region
        case transport
        case best
        case levels
        case footnote

        var isShownByDefault: Bool { self != .levels }

        var help: String {
            switch self {
            case .iceCube: "what IceCube's data say: the colour, its bar and the outlines"
            case .projections: "projections"
            case .preferred: "bands that a measurement prefers"
            case .hints: "hints"
            case .alternatives: "alternatives and limits that do not decide"
            case .region: "the bold outline of what is allowed with R < 1"
            case .transport: "where the transport is good to its tolerance"
            case .best: "the point of the grid with the least χ²"
            case .levels: "the confidence level of each curve in its label"
            case .footnote: "the small print below the axis"
            }
        }
    }

    /// What the colour of a map shows.
    public enum MapColour: String, Sendable, Hashable, CaseIterable {
        /// R, below 1.
        case ratio
        /// χ² against that of the best fit without a Z′, below 0.
        case deltaChi2 = "delta_chi2"
    }

    /// How what is excluded is filled.
    public enum ExclusionFill: String, Sendable, Hashable, CaseIterable {
        /// Grey together, with a tinted strip along each limit.
        case strips
        /// Each limit in a faint tint of its colour, which grows where several overlap.
        case tints
        /// Not at all: lines alone.
        case none
    }
}
