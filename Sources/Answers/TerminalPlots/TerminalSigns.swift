/// The characters a plot in a terminal is made of.
public struct TerminalSigns: Sendable, Hashable {
    /// Excluded before.
    let excluded: Character
    /// Covered by the bound in question and not excluded before.
    let added: Character
    /// The edge of the bound in question.
    let edge: Character
    let vertical: Character
    let tick: Character
    let corner: Character
    let horizontal: Character
    let tickBelow: Character

    /// For terminals that show Unicode.
    public static let unicode = TerminalSigns(
        excluded: "░", added: "▒", edge: "█", vertical: "│", tick: "┤", corner: "└", horizontal: "─", tickBelow: "┬")
    /// For any terminal.
    public static let ascii = TerminalSigns(
        excluded: ":", added: "+", edge: "#", vertical: "|", tick: "+", corner: "+", horizontal: "-", tickBelow: "+")

    /// What the locale's character set can show: the first of LC_ALL, LC_CTYPE and LANG that is set decides.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let charset = locale.lowercased().filter { $0 != "-" }
        self = charset.contains("utf8") ? .unicode : .ascii
    }

    private init(
        excluded: Character, added: Character, edge: Character, vertical: Character, tick: Character,
        corner: Character, horizontal: Character, tickBelow: Character
    ) {
        self.excluded = excluded
        self.added = added
        self.edge = edge
        self.vertical = vertical
        self.tick = tick
        self.corner = corner
        self.horizontal = horizontal
        self.tickBelow = tickBelow
    }
}
