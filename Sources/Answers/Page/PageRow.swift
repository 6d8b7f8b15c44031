import Assessment
import Documents

/// What a bound says along the masses of the page.
enum PageRow {
    /// The runs, `[count, "x", intervals]` and the like, then their edges.
    static func json(_ mapped: MappedBound) -> JSONValue {
        var members = members(mapped.runs)
        if let open = mapped.openRuns { members.append(.init("open", .object(self.members(open)))) }
        return .object(members)
    }

    private static func members(_ row: BoundaryRuns) -> [JSONValue.Member] {
        [
            .init("runs", .array(row.runs.map { .array([.integer($0.count)] + form($0.form)) })),
            .init("edges", PackedNumbers.text(row.edges)),
        ]
    }

    private static func form(_ form: BoundaryRuns.Form) -> [JSONValue] {
        switch form {
        case .failed: [.text("f")]
        case .silent(let silence): [.text("s"), .shown(Wording.reason(silence))]
        case .excludes(let count): [.text("x"), .integer(count)]
        case .prefers(let deviations):
            [.text("p"), .integer(deviations.count), .array(deviations.map { .number($0) })]
        }
    }
}
