import CurveFormats
import Foundation
import Testing

@testable import Answers
@testable import Drawing

@Suite struct FigureStyleTests {
    private static func style(_ yaml: String) throws -> FigureStyle { try FigureStyle(yaml: Array(yaml.utf8)) }

    /// What is written for every key of a style unlike the default one reads back as the same style.
    @Test func whatIsWrittenReadsBack() throws {
        let style = try Self.style(
            """
            width: 12.5 cm
            height: 10
            font_size: 9
            line_width: 1.5
            theme: dark
            mass: GeV
            coupling: alpha
            colour: delta_chi2
            exclusions: tints
            layers: {icecube: false, levels: true}
            """)
        #expect(style.width == .centimetres(12.5) && style.theme == .dark && style.couplingAxis == .alpha)
        #expect(!style.layers.contains(.iceCube) && style.layers.contains(.levels) && style.layers.contains(.footnote))
        var again = FigureStyle()
        for key in FigureStyleKey.all {
            let text = try #require(key.write(style), "\(key.path)")
            #expect(again.set(key.path, to: text) == nil, "\(key.path): \(text)")
        }
        #expect(again == style)
    }

    @Test(arguments: ["", "# nothing but a comment\n", "{}"]) func aStyleMaySayNothing(yaml: String) throws {
        #expect(try Self.style(yaml) == FigureStyle())
    }

    @Test(arguments: FigureStyleKey.all.map(\.path)) func noKeyTakesAnything(path: String) {
        var style = FigureStyle()
        for text in ["", "nan", "-1", "1e999", "ja", "Light "] { #expect(style.set(path, to: text) != nil, "\(text)") }
        #expect(style == FigureStyle())
    }

    @Test func aSlipOfThePenIsToldWithItsPlace() {
        #expect(
            throws: FigureStyleError.at(
                YAMLPlace(line: 2, column: 1),
                .unknownKey(path: "thema", nearest: "theme", known: Self.keys))
        ) { try Self.style("width: page\nthema: dark\n") }
        #expect(throws: FigureStyleError.self) { try Self.style("layers: {icecub: false}") }
    }

    private static let keys =
        FigureStyleKey.all.map(\.path).filter { !$0.contains(".") } + ["layers"] + FigureStyleMap.all.map(\.key)

    @Test(arguments: [
        "- a", "just a text", "theme: [dark]", "layers: true", "layers: {icecube: maybe}", "colours: {a: red}",
        "colours: {a: '#12345g'}", "colours: {a: '#+12345'}", "labels: {a: [1]}", "width: 3",
        "labels: {a: '\(String(repeating: "x", count: 49))'}", "theme: &a dark", "a: b: c", "theme: dark\ntheme: light",
        String(repeating: "#", count: FigureStyle.greatestSize + 1),
    ]) func whatIsNoStyleIsRefused(yaml: String) {
        #expect(throws: FigureStyleError.self) { try Self.style(yaml) }
    }

    /// The page of the manual has every key with what it takes, what holds without it and what it is for.
    @Test func thePageNamesEveryKey() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Documentation/FigureStyles.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for key in FigureStyleKey.all {
            let row =
                "| `\(key.path)` | \(key.expected) | \(key.write(FigureStyle()) ?? "each figure's own") | \(key.help) |"
            #expect(text.contains(row), "\(row)")
        }
        for map in FigureStyleMap.all {
            #expect(text.contains("| `\(map.key)` | stems, each with \(map.expected) | none | \(map.help) |"))
        }
    }
}
