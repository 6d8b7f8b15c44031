import Testing

@testable import Drawing

@Suite struct ScreenColourTests {
    /// L of red, green and blue as Oklab's author tabulates them, to the three digits that he gives.
    @Test(arguments: [("#000000", 0), ("#ffffff", 1), ("#ff0000", 0.628), ("#00ff00", 0.866), ("#0000ff", 0.452)])
    func lightnessIsThatOfOklab(text: String, expected: Double) throws {
        let colour = try #require(ScreenColour(text))
        #expect(abs(colour.lightness - expected) < 5e-4)
    }

    @Test(arguments: ["#0060a8", "#8f2a7c", "#3b6e1a", "#4d5a66", "#b00020"])
    func aColourAsLightAsItIsIsItself(text: String) throws {
        let colour = try #require(ScreenColour(text))
        #expect(colour.with(lightness: colour.lightness).text == text)
    }

    /// What stands out most on white does on a dark ground, and everything can be read there.
    @Test func theDarkestIsTheLightestOnDark() throws {
        let ground = try #require(ScreenColour(FigureTheme.dark.paper))
        let contrasts = try ["#000000", "#332288", "#0060a8", "#5a4fcf"].map { text in
            try #require(ScreenColour(FigureTheme.dark.shown(text))).contrast(to: ground)
        }
        #expect(contrasts == contrasts.sorted(by: >) && contrasts.allSatisfy { $0 >= ScreenColour.readableContrast })
        #expect(FigureTheme.dark.shown("#000000") == FigureTheme.dark.ink)
        #expect(FigureTheme.light.shown("#332288") == "#332288")
        // A reader's own colour stays where it can be read.
        #expect(FigureTheme.dark.own("#ffcc00") == "#ffcc00")
    }
}
