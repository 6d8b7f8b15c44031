import Documents
import Drawing
import Foundation

extension FigureStyle {
    /// Makes a choice by its key, as the command line does.
    /// - Returns: what is expected there, where the text is no such value; nil where it is.
    public mutating func set(_ path: String, to text: String) -> String? {
        guard let key = FigureStyleKey.all.first(where: { $0.path == path }) else { return "a key of a style" }
        return key.read(text, &self) ? nil : key.expected
    }
}

/// A choice of a style file: its key, what may stand there, how it is read and written, and what it is for.
public struct FigureStyleKey: Sendable {
    /// Sections and key with dots between.
    public let path: String
    /// In words, to follow “should be”.
    public let expected: String
    public let help: String
    /// Puts the text of a value into a style.
    /// - Returns: whether the text is such a value.
    let read: @Sendable (String, inout FigureStyle) -> Bool
    /// The value in a style as the file has it; nil: it says nothing.
    let write: @Sendable (FigureStyle) -> String?

    /// All keys with a single value, in the order of the documentation.
    public static let all: [FigureStyleKey] =
        [
            width,
            number("height", \.height, in: 7...60, "cm", "of the whole figure, where its width does not say it"),
            number("font_size", \.fontSize, in: 5...24, "pt", "of the titles of axes; labels and notes go with it"),
            FigureStyleKey(
                path: "line_width", expected: "a number from 0.3 to 4",
                help: "what the widths of all lines are multiplied by",
                read: { text, style in
                    guard let value = Double(text), (0.3...4).contains(value) else { return false }
                    style.lineScale = value
                    return true
                }, write: { NumberText.trimmed($0.lineScale) }),
            word("theme", \.theme, "for paper, or for a dark screen"),
            word("mass", \.massUnit, "the unit on the map's axis of masses"),
            word(
                "coupling", \.couplingAxis,
                "the map's other axis: g′, g′², α′ = g′²/4π, or the mixing ε that loops of μ and τ bring at q² = 0"),
            word(
                "colour", \.mapColour,
                "what the map's colour shows: R below 1, or χ² against that of the best fit without Z′, below 0"),
            word(
                "exclusions", \.exclusions,
                "grey together with a strip along each limit, each limit in a faint tint, or lines alone"),
        ] + FigureStyle.Layer.allCases.map(layer)

    private static let width = FigureStyleKey(
        path: "width", expected: "column, page, slide or a length from 8 to 60 cm",
        help: "the place the figure is made for (8.6, 17 and 25.4 cm), or its width; fonts and lines go with it",
        read: { text, style in
            if let named = FigureWidth.named.first(where: { $0.name == text }) {
                style.width = named.width
                return true
            }
            let number = text.hasSuffix("cm") ? text.dropLast(2).trimmingCharacters(in: .whitespaces) : text
            guard let value = Double(number), FigureWidth.range.contains(value) else { return false }
            style.width = .centimetres(value)
            return true
        },
        write: { style in
            style.width.map { width in
                FigureWidth.named.first { $0.width == width }?.name ?? NumberText.trimmed(width.inCentimetres)
            }
        })

    private static func number(
        _ key: String, _ property: WritableKeyPath<FigureStyle, Double?> & Sendable, in range: ClosedRange<Double>,
        _ unit: String, _ help: String
    ) -> FigureStyleKey {
        let ends = (NumberText.trimmed(range.lowerBound), NumberText.trimmed(range.upperBound))
        return FigureStyleKey(
            path: key, expected: "a number from \(ends.0) to \(ends.1) [\(unit)]", help: "[\(unit)], \(help)",
            read: { text, style in
                guard let value = Double(text), range.contains(value) else { return false }
                style[keyPath: property] = value
                return true
            }, write: { $0[keyPath: property].map(NumberText.trimmed) })
    }

    private static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
        _ key: String, _ property: WritableKeyPath<FigureStyle, Word> & Sendable, _ help: String
    ) -> FigureStyleKey {
        FigureStyleKey(
            path: key, expected: Word.allCases.map(\.rawValue).joined(separator: ", "), help: help,
            read: { text, style in
                guard let word = Word(rawValue: text) else { return false }
                style[keyPath: property] = word
                return true
            }, write: { $0[keyPath: property].rawValue })
    }

    private static func layer(_ layer: FigureStyle.Layer) -> FigureStyleKey {
        FigureStyleKey(
            path: "layers.\(layer.rawValue)", expected: "true or false", help: layer.help,
            read: { text, style in
                switch text {
                case "true": style.layers.insert(layer)
                case "false": style.layers.remove(layer)
                default: return false
                }
                return true
            }, write: { $0.layers.contains(layer) ? "true" : "false" })
    }
}
