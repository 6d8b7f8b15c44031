import AllowedRegion
import Assessment
import ConstraintKit

/// A bound of a map with the look it gets.
struct ShownBound {
    let mapped: MappedBound
    let manner: Manner
    let colour: String

    var card: Card { mapped.bound.card }
    var isOverlay: Bool { mapped.bound.origin.isOverlay }

    /// How a bound looks.
    enum Manner: Hashable {
        case limit, alternative, projection, band, hint
        /// A limit whose card lacks what it takes to decide.
        case informing

        init(_ bound: Bound) {
            if case .alternative = bound.role {
                self = .alternative
                return
            }
            switch bound.card.kind {
            case .observed: self = bound.role == .informs ? .informing : .limit
            case .expected, .projected: self = .projection
            case .preferred: self = .band
            case .hint: self = .hint
            }
        }

        /// The layer it belongs to; nil for limits, without which there is no map.
        fileprivate var layer: FigureStyle.Layer? {
            switch self {
            case .limit: nil
            case .alternative, .informing: .alternatives
            case .projection: .projections
            case .band: .preferred
            case .hint: .hints
            }
        }

        fileprivate var colours: [String] {
            switch self {
            case .limit, .alternative, .informing: FigureColours.limits
            case .projection: FigureColours.projections
            case .band: FigureColours.bands
            case .hint: FigureColours.hints
            }
        }
    }

    /// The bounds the figure shows. A bound has the same colour whether projections are shown or not.
    static func all(of map: RegionMap, options: MapFigure.Options) -> [ShownBound] {
        var used: [[String]: Int] = [:]
        return map.bounds.compactMap { mapped in
            let manner = Manner(mapped.bound)
            let colours = mapped.bound.origin.isOverlay ? FigureColours.overlays : manner.colours
            let number = used[colours, default: 0]
            used[colours] = number + 1
            guard manner.layer.map(options.style.layers.contains) ?? true,
                options.showsProjections || manner != .projection
            else { return nil }
            let theme = options.style.theme
            let colour =
                options.style.colours[mapped.bound.card.stem].map(theme.own)
                ?? theme.shown(FigureColours.cycled(colours, number))
            return .init(mapped: mapped, manner: manner, colour: colour)
        }
    }
}
