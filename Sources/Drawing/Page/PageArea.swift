/// The plot area on the page, whatever its axes stand for.
package struct PageArea: Hashable, Sendable {
    /// [pt]
    package let width: Double
    package let height: Double

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    package func contains(_ point: PagePoint, margin: Double = 0) -> Bool {
        point.x >= margin && point.x <= width - margin && point.y >= margin && point.y <= height - margin
    }

    /// The parts of a line inside the frame.
    package func visibleParts(of line: PageLine) -> [PageLine] {
        var parts: [PageLine] = []
        var current: PageLine = []
        for (start, end) in zip(line, line.dropFirst()) {
            guard let (from, to) = clipped(start, end) else {
                if current.count > 1 { parts.append(current) }
                current = []
                continue
            }
            if current.last != from {
                if current.count > 1 { parts.append(current) }
                current = [from]
            }
            current.append(to)
        }
        if current.count > 1 { parts.append(current) }
        return parts
    }

    /// The part of an area inside the frame (after Sutherland and Hodgman).
    package func clipped(_ area: PageLine) -> PageLine {
        let rooms: [(PagePoint) -> Double] = [{ $0.x }, { width - $0.x }, { $0.y }, { height - $0.y }]
        return rooms.reduce(area) { area, room in
            zip(area, area.dropFirst() + area.prefix(1)).flatMap { start, end -> PageLine in
                let (here, there) = (room(start), room(end))
                let kept = here >= 0 ? [start] : []
                guard (here >= 0) != (there >= 0) else { return kept }
                return kept + [start + (here / (here - there)) * (end - start)]
            }
        }
    }

    /// The part of a straight piece inside the frame (after Liang and Barsky); nil where it stays outside.
    private func clipped(_ start: PagePoint, _ end: PagePoint) -> (PagePoint, PagePoint)? {
        let along = end - start
        var (first, last) = (0.0, 1.0)
        for (step, room) in [
            (-along.x, start.x), (along.x, width - start.x), (-along.y, start.y), (along.y, height - start.y),
        ] {
            if step == 0 {
                if room < 0 { return nil }
            } else if step < 0 {
                first = max(first, room / step)
            } else {
                last = min(last, room / step)
            }
        }
        guard first < last else { return nil }
        return (first == 0 ? start : start + first * along, last == 1 ? end : start + last * along)
    }
}
