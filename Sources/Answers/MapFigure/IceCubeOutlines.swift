import AllowedRegion
import Drawing

/// How the map draws and names what IceCube's data say: R < 1, as the paper has it, and the narrower region that fits
/// better than the best fit without a Z′.
extension Outline {
    /// R < 1 as a thin line; what is better than the best fit without a Z′ as a thick one with a rim, by which it can be
    /// told from the colours beneath and the limits above.
    static func iceCubeStrokes(
        of map: RegionMap, in frame: PageFrame, theme: FigureTheme = .light
    ) -> [FigureScene.Stroke] {
        let paper = Outline(map.preferredByIceCube, title: "", in: frame).lines
        let better = Outline(map.betterThanFreeFit, title: "", in: frame).lines
        let colour = theme == .light ? FigureColours.iceCube : FigureColours.iceCubeOnDark
        return [
            .init(lines: paper, colour: colour, width: 0.5),
            .init(lines: better, colour: theme.paper, width: 3.2),
            .init(lines: better, colour: colour, width: 1.6),
        ]
    }

    /// What the colour and those lines are.
    /// - Parameters:
    ///   - treatment: which flux R is for.
    ///   - colour: what the colour shows.
    static func iceCubeSentences(
        of map: RegionMap, treatment: String, colour: FigureStyle.MapColour = .ratio
    ) -> [String] {
        guard map.preferredByIceCube.pointCount > 0 else { return ["Nowhere R < 1 (paper), \(treatment)."] }
        let better = "better than the best fit without Z′ per d.o.f."
        return [
            colour == .ratio
                ? "Colour, thin outline: R < 1 (paper), which is no preference, \(treatment)."
                : "Colour: χ² below that of the best fit without Z′. Thin outline: R < 1 (paper), which is no preference, \(treatment).",
            map.betterThanFreeFit.pointCount > 0
                ? "Thick outline with a rim: \(better)" : "Nowhere \(better)",
        ]
    }
}
