/// Values below one on a regular grid of the page, as colours; nil where there is nothing to see.
package struct ColourImage: Sendable {
    /// `values[row][column]`, rows from the bottom up.
    package var values: [[Double?]]
    /// The places of the first and last column and row [pt].
    package var first: PagePoint
    package var last: PagePoint
    /// The value with the last of the colours, a round number.
    package var floor: Double
    /// From 1 (at 0) down to `floor` (at 1).
    package var colours: [(fraction: Double, colour: String)]
    /// Of the bar of colours, as gnuplot takes it.
    package var title: String

    package init(
        values: [[Double?]], first: PagePoint, last: PagePoint, floor: Double,
        colours: [(fraction: Double, colour: String)], title: String
    ) {
        self.values = values
        self.first = first
        self.last = last
        self.floor = floor
        self.colours = colours
        self.title = title
    }
}
