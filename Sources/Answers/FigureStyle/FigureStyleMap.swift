import Drawing

/// What a style file says of single curves: a mapping from stems to texts.
public struct FigureStyleMap: Sendable {
    public let key: String
    public let expected: String
    public let help: String
    /// Puts a text into a style for a stem.
    /// - Returns: whether it is such a text.
    let read: @Sendable (_ stem: String, _ text: String, inout FigureStyle) -> Bool

    public static let all = [
        FigureStyleMap(
            key: "colours", expected: "'#rrggbb'", help: "the colour of a curve, by its stem",
            read: { stem, text, style in
                guard ScreenColour(text) != nil else { return false }
                style.colours[stem] = text.lowercased()
                return true
            }),
        FigureStyleMap(
            key: "labels", expected: "a text of at most \(longestLabel) characters",
            help: "what is written beside a curve, by its stem; '' leaves it without",
            read: { stem, text, style in
                guard text.count <= longestLabel, text.utf8.count <= 8 * longestLabel else { return false }
                style.labels[stem] = text
                return true
            }),
    ]

    /// A figure has only so much room.
    private static let longestLabel = 48
}
