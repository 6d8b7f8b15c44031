import Drawing

extension LabelledLine {
    /// A bound with its name.
    init(drawing: BoundDrawing) {
        self.init(text: drawing.label, colour: drawing.colour, lines: drawing.labelLines)
        if drawing.isBand { manner = .onLine }
        leftMargin = drawing.stripWidth
    }
}
