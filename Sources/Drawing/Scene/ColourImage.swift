/// Values below a threshold on a regular grid of the page, as colours; nil where there is nothing to see.
package struct ColourImage: Sendable {
    /// `values[row][column]`, rows from the bottom up.
    package var values: [[Double?]]
    /// The places of the first and last column and row [pt].
    package var first: PagePoint
    package var last: PagePoint
    /// The value with the last of the colours, a round number.
    package var floor: Double
    /// The threshold, 1 for a ratio.
    package var top: Double
    /// From `top` (at 0) down to `floor` (at 1).
    package var colours: [(fraction: Double, colour: String)]
    /// Of the bar of colours, as gnuplot takes it.
    package var title: String

    package init(
        values: [[Double?]], first: PagePoint, last: PagePoint, floor: Double, top: Double = 1,
        colours: [(fraction: Double, colour: String)], title: String
    ) {
        self.values = values
        self.first = first
        self.last = last
        self.floor = floor
        self.top = top
        self.colours = colours
        self.title = title
    }

    /// Whether any colour shows under a box, by which a label on it needs a ground.
    package func isSeen(beneath box: OrientedBox) -> Bool {
        guard let columns = values.first?.count, columns > 1, values.count > 1 else { return false }
        let span = last - first
        return ([box.center] + box.corners).contains { point in
            let place = point - first
            let column = Int((place.x / span.x * Double(columns - 1)).rounded())
            let row = Int((place.y / span.y * Double(values.count - 1)).rounded())
            return values.indices.contains(row) && values[row].indices.contains(column) && values[row][column] != nil
        }
    }
}
