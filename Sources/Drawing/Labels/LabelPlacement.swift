/// A text that wants a place on its line.
package struct LabelRequest: Sendable {
    package var text: String
    /// [pt]
    package var width: Double
    package var height: Double
    /// The visible parts of the line it belongs to, along which it may stand.
    package var lines: [PageLine]
    /// All that is seen of that line, which others keep off.
    package var whole: [PageLine]
    package var manner = Manner.besideLine
    /// The room that is taken on the left of its lines, as they run [pt].
    package var leftMargin = 0.0

    package init(
        text: String, width: Double, height: Double, lines: [PageLine], whole: [PageLine]? = nil,
        manner: Manner = .besideLine, leftMargin: Double = 0.0
    ) {
        self.text = text
        self.width = width
        self.height = height
        self.lines = lines
        self.whole = whole ?? lines
        self.manner = manner
        self.leftMargin = leftMargin
    }

    package enum Manner: Sendable {
        case besideLine
        /// On the line itself, as in the middle of a band.
        case onLine
        /// Off the line, with a leader to it and never turned: for a short sign among steep lines that run together.
        case offLine
        /// Near a point: its lines are marks as small as the point.
        case atPoint
    }
}

/// Where a label stands.
package struct PlacedLabel: Sendable, Hashable {
    package var box: OrientedBox
    /// From the label to its line, where it stands away from it.
    package var leader: Leader?
    /// Whether lines run beneath it, so that it needs a background.
    package var coversLines = false

    package init(box: OrientedBox, leader: Leader? = nil, coversLines: Bool = false) {
        self.box = box
        self.leader = leader
        self.coversLines = coversLines
    }

    package struct Leader: Sendable, Hashable {
        package var from: PagePoint
        package var to: PagePoint

        package init(from: PagePoint, to: PagePoint) {
            self.from = from
            self.to = to
        }
    }
}

/// Finds places for labels along their lines: turned with the line, inside the plot area, apart from one another, and off
/// the other lines as far as that is possible.
///
/// Every label has a list of candidates with a cost of their own. The label with the fewest free ones chooses first; a
/// few rounds in which each may choose again in sight of all others follow. Nothing is random: the same lines give the
/// same figure.
package struct LabelPlacement {
    package let area: PageArea
    /// The lines of every request, and last the others.
    private let obstacles: [[Obstacle]]

    /// A straight piece of a line.
    private struct Obstacle {
        let start: PagePoint
        let end: PagePoint
        let low: PagePoint
        let high: PagePoint

        init(start: PagePoint, end: PagePoint) {
            (self.start, self.end) = (start, end)
            low = .init(x: min(start.x, end.x), y: min(start.y, end.y))
            high = .init(x: max(start.x, end.x), y: max(start.y, end.y))
        }

        func isNear(_ point: PagePoint, within reach: Double) -> Bool {
            low.x <= point.x + reach && high.x >= point.x - reach && low.y <= point.y + reach
                && high.y >= point.y - reach
        }
    }

    /// - Parameter otherLines: lines without a label of their own, which labels keep off as well.
    package init(area: PageArea, requests: [LabelRequest], otherLines: [PageLine] = []) {
        self.area = area
        obstacles = (requests.map(\.whole) + [otherLines]).map { lines in
            lines.flatMap { line in zip(line, line.dropFirst()).map { Obstacle(start: $0, end: $1) } }
        }
    }

    /// Places in the order of the requests; nil where none is free.
    /// - Parameter marks: what no label may hide, unless it would have no place at all.
    package func places(for requests: [LabelRequest], offThe marks: [OrientedBox] = []) -> [PlacedLabel?] {
        let candidates = requests.enumerated().map { number, request in
            let all = self.candidates(for: request, number: number)
            let free = all.filter { candidate in !marks.contains { candidate.label.box.overlaps($0) } }
            return free.isEmpty ? all : free
        }
        let order = requests.indices.sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
        var chosen = [Candidate?](repeating: nil, count: requests.count)
        for _ in 0..<Self.rounds {
            for number in order {
                let others = chosen.indices.filter { $0 != number }.compactMap { chosen[$0] }
                chosen[number] = candidates[number].first { candidate in
                    others.allSatisfy { !candidate.collides(with: $0) }
                }
            }
        }
        return chosen.map { $0?.label }
    }

    /// How often every label may choose again.
    private static let rounds = 4
    /// The free space kept around a label [pt].
    package static let clearance = 1.2

    // MARK: Candidates

    package struct Candidate {
        package var label: PlacedLabel
        package var cost: Double

        package init(label: PlacedLabel, cost: Double) {
            self.label = label
            self.cost = cost
        }

        package func collides(with other: Candidate) -> Bool {
            let mine = label.box.inflated(by: LabelPlacement.clearance)
            if mine.overlaps(other.label.box) { return true }
            if let leader = other.label.leader, mine.lengthInside(from: leader.from, to: leader.to) > 0 { return true }
            let theirs = other.label.box.inflated(by: LabelPlacement.clearance)
            guard let leader = label.leader else { return false }
            return theirs.lengthInside(from: leader.from, to: leader.to) > 0
        }
    }

    /// Every place inside the plot area, the cheapest first.
    private func candidates(for request: LabelRequest, number: Int) -> [Candidate] {
        var candidates: [Candidate] = []
        for line in request.lines {
            let ruler = LineRuler(line)
            if request.manner != .atPoint, request.manner != .offLine {
                for position in ruler.positions(count: 90) { candidates += besides(ruler, at: position, request) }
            }
            for position in ruler.positions(count: 15) { candidates += apart(from: ruler, at: position, request) }
        }
        candidates = candidates.filter { candidate in
            candidate.label.box.corners.allSatisfy { area.contains($0, margin: 2 * Self.clearance) }
        }
        for index in candidates.indices { weigh(&candidates[index], number: number, manner: request.manner) }
        return candidates.enumerated()
            .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
            .map(\.element)
    }

    /// Turned with the line, on either side of it, or on it.
    private func besides(_ ruler: LineRuler, at position: Double, _ request: LabelRequest) -> [Candidate] {
        let (first, last) = (position - request.width / 2, position + request.width / 2)
        guard first >= 0, last <= ruler.length else { return [] }
        let chord = ruler.chord(from: first, to: last)
        guard let angle = chord.readableAngle else { return [] }
        let up = PagePoint(x: -chord.direction.y, y: chord.direction.x)
        let (above, below) = ruler.deviation(from: first, to: last)
        // A text that climbs is read as long as it does not stand: beyond 60° a leader is the better choice.
        let upright = abs(angle) / (.pi / 2)
        let steepness = 3 * upright + 60 * upright * upright * upright * upright * upright * upright
        let offCentre = abs(position / max(ruler.length, 1) - 0.5) * 4
        let bend = (above + below) * (above + below) * 0.15
        let base = steepness + offCentre + bend
        func candidate(_ offset: Double, _ extra: Double) -> Candidate {
            let box = OrientedBox(
                center: chord.middle + offset * up, width: request.width, height: request.height, angle: angle)
            return .init(label: .init(box: box), cost: base + extra)
        }
        if request.manner == .onLine { return [candidate((above - below) / 2, 0)] }
        let half = request.height / 2 + Self.clearance
        let (marginAbove, marginBelow) = chord.runsAsRead ? (request.leftMargin, 0) : (0, request.leftMargin)
        // A little farther off too, where other lines run so near to this one that they would touch a label close to it.
        let (upper, lower): (Double, Double) = (above + half + marginAbove, -below - half - marginBelow)
        return [
            candidate(upper, 0.5), candidate(lower, 1), candidate(upper + Self.clearance, 2),
            candidate(lower - Self.clearance, 2.5),
        ]
    }

    /// Level, at some distance, with a leader to the line: for where the line is too short or crowded.
    private func apart(from ruler: LineRuler, at position: Double, _ request: LabelRequest) -> [Candidate] {
        let anchor = ruler.point(at: position)
        return Self.directions.flatMap { direction in
            (request.manner == .atPoint ? [0.3, 0.8] : [1, 2, 3.5, 5]).map { distance in
                let reach = distance * request.height
                let center = PagePoint(
                    x: anchor.x + direction.x * (reach + request.width / 2),
                    y: anchor.y + direction.y * (reach + request.height / 2))
                let box = OrientedBox(center: center, width: request.width, height: request.height, angle: 0)
                let leader = PlacedLabel.Leader(from: box.nearestPoint(to: anchor), to: anchor)
                guard request.manner != .atPoint else { return .init(label: .init(box: box), cost: reach) }
                return .init(label: .init(box: box, leader: leader), cost: Self.costOfLeader + reach / 3)
            }
        }
    }

    private static let costOfLeader = 22.0
    private static let directions = [
        PagePoint(x: 0, y: 1), .init(x: 0, y: -1), .init(x: 0.7, y: 0.7), .init(x: -0.7, y: 0.7),
        .init(x: 0.7, y: -0.7), .init(x: -0.7, y: -0.7), .init(x: 1, y: 0), .init(x: -1, y: 0),
    ]

    /// Standing on lines costs by their length under the label: on others' more than on one's own, which a label in the
    /// middle of a band is meant to stand on.
    private func weigh(_ candidate: inout Candidate, number: Int, manner: LabelRequest.Manner) {
        let box = candidate.label.box.inflated(by: Self.clearance)
        let own = candidate.label.leader == nil ? candidate.label.box : box
        let reach = (box.width + box.height) / 2
        for (owner, pieces) in obstacles.enumerated() {
            for piece in pieces where piece.isNear(box.center, within: reach) {
                let inside = (owner == number ? own : box).lengthInside(from: piece.start, to: piece.end)
                guard inside > 0 else { continue }
                candidate.cost += owner == number ? inside * (manner == .onLine ? 0.5 : 2) : 15 + inside
                candidate.label.coversLines = true
            }
            if let leader = candidate.label.leader, owner != number {
                candidate.cost += Double(pieces.count { crosses($0, leader) }) * 8
            }
        }
    }

    private func crosses(_ piece: Obstacle, _ leader: PlacedLabel.Leader) -> Bool {
        let (a, b) = (piece.end - piece.start, leader.to - leader.from)
        let between = leader.from - piece.start
        let determinant = a.cross(b)
        guard determinant != 0 else { return false }
        let (onPiece, onLeader) = (between.cross(b) / determinant, between.cross(a) / determinant)
        return (0...1).contains(onPiece) && (0...1).contains(onLeader)
    }
}
