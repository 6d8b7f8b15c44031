import AllowedRegion
import ConstraintKit
import Documents
import Drawing

/// The small print below the axis: what the signs and lines of the figure mean.
struct MapNotes {
    let map: RegionMap
    let shown: [ShownBound]
    let style: FigureStyle

    /// None where they are left out.
    func lines(for size: FigureSize) -> [String] {
        guard style.layers.contains(.footnote) else { return [] }
        return TextMetrics.lines(
            of: sentences.joined(separator: " "), fontSize: size.noteFontSize,
            width: FigureLayout.noteWidth(of: size))
    }

    private var sentences: [String] {
        let manners = Set(shown.map(\.manner))
        var sentences = MethodMark.notes(for: shown.map(\.card))
        if manners.contains(.limit) {
            switch style.exclusions {
            case .strips: sentences.append("Grey: excluded by at least one observed bound.")
            case .tints: sentences.append("Tinted: excluded by an observed bound.")
            case .none: break
            }
        }
        let open = shown.filter { $0.mapped.hasOpenZones }.map(\.card.title)
        if !open.isEmpty { sentences.append("Can't tell near its edges: \(open.joined(separator: ", ")).") }
        if manners.contains(.projection) { sentences.append("Dashed: projections.") }
        if manners.contains(.alternative) { sentences.append("Dotted: alternatives that do not count.") }
        if manners.contains(.informing) { sentences.append("Dotted without “if”: limits that inform only.") }
        if manners.contains(.hint) { sentences.append("Dot-dashed: hints.") }
        if shown.contains(where: \.isOverlay) { sentences.append("Overlay: for this figure alone.") }
        let computed = shown.filter { $0.mapped.bound.code != nil }.map(\.card.title)
        if !computed.isEmpty { sentences.append("Computed by plugins: \(computed.joined(separator: ", ")).") }
        if style.layers.contains(.iceCube) {
            sentences += Outline.iceCubeSentences(of: map, treatment: fluxTreatment, colour: style.mapColour)
        }
        if style.layers.contains(.best) { sentences.append("Star: the least χ² on the grid.") }
        if style.couplingAxis == .mixing { sentences.append("|ε|: what loops of μ and τ bring at q² = 0.") }
        if let provisional = Wording.provisional(map.provisionalData) { sentences.append(provisional) }
        if style.layers.contains(.region), map.allowedAndPreferred.pointCount > 0 {
            sentences.append("Bold outline: allowed and R < 1.")
        }
        if let combinations = map.combinations { sentences += CombinationWording.notes(combinations) }
        return sentences
    }

    private var fluxTreatment: String {
        let iceCube = map.scenario.iceCube
        let amplitude = iceCube.amplitude.map { "A = " + NumberText.exact($0) } ?? "A profiled"
        let gamma = iceCube.gamma.map { "γ = " + NumberText.exact($0) } ?? "γ profiled"
        return "\(amplitude), \(gamma)"
    }
}
