/// A table as a document shows it: a caption, columns, rows, and notes below; to be written in any format.
public struct PrintedTable: Sendable, Hashable {
    public enum Alignment: Sendable, Hashable {
        case left, right
    }

    public struct Column: Sendable, Hashable {
        public var title: String
        public var alignment: Alignment
        public init(_ title: String, alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    public var columns: [Column]
    public var rows: [[TableCell]]
    /// What signs in the table mean, a sentence each.
    public var notes: [String]
    public var caption: String
    /// How many columns, from the left, say what a row is: they stand again where a table has to be parted.
    public var rowHeads = 1

    public init(
        columns: [Column], rows: [[TableCell]], notes: [String] = [], caption: String = ""
    ) {
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.caption = caption
    }

    /// The table in a format.
    public func text(as format: TableFormat) -> String {
        switch format {
        case .text: plainText
        case .markdown: markdown
        case .html: html
        }
    }
}

/// A format in which people read tables; programs read records, and a table for a paper is made for its page.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
    case text, markdown, html
}

/// What stands in one place of a table.
public enum TableCell: Sendable, Hashable {
    /// Shown as it is.
    case text(String)
    /// Shown with three significant digits.
    case number(Double)
    /// Intervals between numbers; an end that is missing is open.
    case intervals([Interval])
    /// Nothing is said here: a dash, never an empty place that could be read as "allowed".
    case silence

    public struct Interval: Sendable, Hashable {
        public var lower: Double?
        public var upper: Double?
        /// The significant digits of its ends.
        public var digits: Int
        /// Whether it can't be told of what lies between: a question mark follows.
        public var isUndecided: Bool
        public init(lower: Double?, upper: Double?, digits: Int = 3, isUndecided: Bool = false) {
            self.lower = lower
            self.upper = upper
            self.digits = digits
            self.isUndecided = isUndecided
        }
    }

    /// The cell with numbers written by `number` with so many digits, words made safe by `word`, for every format.
    /// - Parameters:
    ///   - separator: what stands between intervals.
    func written(
        number: (Double, Int) -> String, separator: String = "; ",
        word: (String) -> String
    ) -> String {
        switch self {
        case .text(let text): return word(text)
        case .number(let value): return number(value, 3)
        case .silence: return word("–")
        case .intervals(let intervals):
            return intervals.map { (interval: Interval) -> String in
                let digits = interval.digits
                let written: String
                switch (interval.lower, interval.upper) {
                case (let lower?, let upper?):
                    written = number(lower, digits) + word("–") + number(upper, digits)
                case (let lower?, nil): written = number(lower, digits)
                case (nil, let upper?): written = word("< ") + number(upper, digits)
                case (nil, nil): written = word("all")
                }
                return interval.isUndecided ? written + word("?") : written
            }
            .joined(separator: separator)
        }
    }
}
