/// How text for people is shaped where it is shown. A file, and a pipe that nobody says anything about, get it as it is.
package struct TextStyle: Sendable, Hashable {
    /// The columns a line has; nil: as many as it takes.
    package var columns: Int?
    /// Whether only signs of ASCII are shown, so that all others have to be spelled.
    package var isASCII: Bool

    package init(columns: Int? = nil, isASCII: Bool = false) {
        self.columns = columns
        self.isASCII = isASCII
    }

    /// What whoever makes text now makes it for: the widths of a table depend on it.
    @TaskLocal package static var current = TextStyle()

    /// One line of text, in signs that are shown.
    package func spelled(_ text: String) -> String { isASCII ? ASCIIText.spelled(text) : text }
}
