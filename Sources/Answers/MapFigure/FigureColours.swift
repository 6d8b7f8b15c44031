import Drawing

/// The colours of the figure.
enum FigureColours {
    /// Of limits, in turn: told apart by the colour-blind, dark enough for thin lines and small print on white, and away
    /// from the yellows and browns of the map beneath.
    static let limits = [
        "#000000", "#0060a8", "#00734d", "#8f2a7c", "#332288", "#2b7a86", "#6b2c4f", "#3b6e1a", "#5a4fcf", "#4d5a66",
    ]
    static let projections = ["#1b4f9c", "#7a3fa0", "#006d6d", "#a3285f", "#445500"]
    static let bands = ["#3a86c8", "#7a5fb5", "#4a8f6a"]
    /// Of what is laid over the map: like no other colour of it.
    static let overlays = ["#d6007a", "#0a8a00", "#5500cc"]
    /// Of spectra: by any two kinds of cones alone at least 10 apart (CIEDE2000, Machado, Oliveira and Fernandes 2009).
    static let spectra = ["#0060a8", "#b8520a", "#00594a"]
    static let hints = ["#7b6a00", "#555555"]

    static let veil = "#808080"
    static let transport = "#444444"
    /// Of the contours of a product of likelihoods: no bound has it.
    static let likelihood = "#b00020"

    /// Of the outlines of what IceCube's data say: darker than any colour of R.
    static let iceCube = "#5c2a00"
    static let iceCubeOnDark = "#ffe2b8"

    /// From R = 1 down to the best: its lightness falls steadily, so that it reads in grey too.
    static let ratio = [
        (0.0, "#fffbe0"), (0.2, "#fee8a0"), (0.45, "#fec45a"), (0.7, "#f28e2c"), (0.88, "#d0601a"), (1.0, "#a63d10"),
    ]

    /// The same on a dark ground: its lightness rises.
    static let ratioOnDark = [
        (0.0, "#2a1c12"), (0.2, "#4d2a10"), (0.45, "#85420f"), (0.7, "#c76a1a"), (0.88, "#f0a13c"), (1.0, "#ffdf8a"),
    ]

    static func ratio(on theme: FigureTheme) -> [(Double, String)] { theme == .light ? ratio : ratioOnDark }

    static func cycled(_ colours: [String], _ number: Int) -> String { colours[number % colours.count] }
}
