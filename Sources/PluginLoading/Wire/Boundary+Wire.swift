import ConstraintKit

/// What a plugin says at one mass: an answer, or why there is none.
typealias MassAnswer = Result<Boundary, PluginFault>

extension Boundary {
    /// More intervals than any bound has. What has more would only keep everyone busy.
    private static let mostIntervals = 1000

    /// What is wrong with the number of intervals; nil where nothing is.
    fileprivate var faultOfCount: PluginFault? {
        let count =
            switch self {
            case .excludes(let intervals): intervals.count
            case .prefers(let bands): bands.count
            case .silent: 0
            }
        return count <= Self.mostIntervals ? nil : .nonsense(.tooManyIntervals(count, limit: Self.mostIntervals))
    }
}

extension WireWriter {
    /// - Parameter wording: what a fault is to be called.
    mutating func put(_ answer: MassAnswer, _ wording: (any Error) -> String) {
        // Here too, so that one such answer does not make the message too long for all.
        let fault: PluginFault? = if case .success(let boundary) = answer { boundary.faultOfCount } else { nil }
        switch fault.map({ .failure($0) }) ?? answer {
        case .success(.excludes(let intervals)):
            put(0 as UInt8)
            put(all: intervals) { $0.put($1) }
        case .success(.prefers(let bands)):
            put(1 as UInt8)
            put(all: bands) {
                $0.put($1.couplings)
                $0.put($1.deviations)
            }
        case .success(.silent(let silence)): put(silence)
        case .failure(let fault):
            put(6 as UInt8)
            put(wording(fault))
        }
    }

    private mutating func put(_ interval: CouplingInterval) {
        put(interval.lower)
        put(interval.upper)
    }

    private mutating func put(_ silence: Silence) {
        switch silence {
        case .outsideRange(let lower, let upper):
            put(2 as UInt8)
            put(lower)
            put(upper)
        case .inGap(let lower, let upper):
            put(3 as UInt8)
            put(lower)
            put(upper)
        case .otherDecay(let text):
            put(4 as UInt8)
            put(text)
        case .assumptionNotMade(let text):
            put(5 as UInt8)
            put(text)
        case .undecided(let text):
            put(7 as UInt8)
            put(text)
        }
    }
}

extension WireReader {
    /// - Returns: a boundary that is well formed, or what is wrong with it.
    mutating func massAnswer() throws(WireError) -> MassAnswer {
        let boundary: Boundary
        switch try byte() {
        case 0:
            let intervals = try all { reader throws(WireError) in try reader.interval() }
            // Taken as they came: a union would put a wrong order right.
            guard Self.areDisjoint(intervals) else {
                return .failure(.nonsense(.intervals(Array(intervals.prefix(3)))))
            }
            boundary = .excludes(intervals.count == 1 ? .init(intervals[0]) : .init(union: intervals))
        case 1:
            boundary = .prefers(
                try all { reader throws(WireError) in
                    PreferredInterval(try reader.interval(), deviations: try reader.optionalDouble())
                })
        case 2: boundary = .silent(.outsideRange(lower: try double(), upper: try double()))
        case 3: boundary = .silent(.inGap(lower: try double(), upper: try double()))
        case 4: boundary = .silent(.otherDecay(try text()))
        case 5: boundary = .silent(.assumptionNotMade(try text()))
        case 6: return .failure(.failed(try text()))
        case 7: boundary = .silent(.undecided(try text()))
        case let other: throw .unknownTag(other)
        }
        if let fault = boundary.faultOfCount { return .failure(fault) }
        guard boundary.isWellFormed else { return .failure(.nonsense(.boundary(boundary))) }
        return .success(boundary)
    }

    private mutating func interval() throws(WireError) -> CouplingInterval {
        CouplingInterval(lower: try double(), upper: try double())
    }

    private static func areDisjoint(_ intervals: [CouplingInterval]) -> Bool {
        intervals.allSatisfy { $0.lower >= 0 && $0.lower.isFinite && $0.lower < $0.upper }
            && zip(intervals, intervals.dropFirst()).allSatisfy { $0.upper < $1.lower }
    }
}
