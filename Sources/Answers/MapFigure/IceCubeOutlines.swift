import AllowedRegion
import Drawing

/// How the map draws and names what IceCube's data say: R < 1, as the paper has it, and the narrower region that fits
/// better than the best fit without a Z′.
extension Outline {
    /// R < 1 as a thin line; what is better than the best fit without a Z′ as a thick one with a rim, by which it can be
    /// told from the colours beneath and the limits above.
    static func iceCubeStrokes(of map: RegionMap, in frame: PageFrame) -> [FigureScene.Stroke] {
        let paper = Outline(map.preferredByIceCube, title: "", in: frame).lines
        let better = Outline(map.betterThanFreeFit, title: "", in: frame).lines
        return [
            .init(lines: paper, colour: FigureColours.iceCube, width: 0.5),
            .init(lines: better, colour: FigureColours.rim, width: 3.2),
            .init(lines: better, colour: FigureColours.iceCube, width: 1.6),
        ]
    }

    /// What the colour and those lines are.
    /// - Parameter treatment: which flux R is for.
    static func iceCubeSentences(of map: RegionMap, treatment: String) -> [String] {
        guard map.preferredByIceCube.pointCount > 0 else { return ["Nowhere R < 1 (paper), \(treatment)."] }
        let better = "better than the best fit without Z′ per d.o.f."
        return [
            "Colour, thin brown outline: R < 1 (paper), which is no preference, \(treatment).",
            map.betterThanFreeFit.pointCount > 0
                ? "Thick brown outline with a white rim: \(better)" : "Nowhere \(better)",
        ]
    }
}
