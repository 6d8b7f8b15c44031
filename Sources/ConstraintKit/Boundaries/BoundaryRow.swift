/// The answers of a bound along a ``MassRow``, one for each mass.
///
/// Nearly every answer is one interval, or silence outside a range: these are two numbers and a mark in place, so that a
/// row is made in one allocation, without a count of references. All others are kept beside.
public struct BoundaryRow: Sendable, Hashable, RandomAccessCollection {
    /// An answer in place.
    struct Compact: Sendable, Hashable {
        enum Form: UInt8, Sendable {
            case excludesOne, excludesNone, outsideRange, inGap
            /// `lower` counts the answers kept beside.
            case beside
        }

        var lower: Double
        var upper: Double
        var form: Form
    }

    private var elements: [Compact] = []
    private var others: [Boundary] = []

    public init() {}

    public mutating func reserveCapacity(_ count: Int) { elements.reserveCapacity(count) }

    public mutating func append(_ boundary: Boundary) {
        if let element = Compact(boundary) {
            elements.append(element)
        } else {
            elements.append(Compact(lower: Double(others.count), upper: 0, form: .beside))
            others.append(boundary)
        }
    }

    /// As many answers in place as are asked for.
    /// - Parameter body: writes every one of them.
    init(count: Int, _ body: (UnsafeMutableBufferPointer<Compact>) -> Void) {
        elements = Array(unsafeUninitializedCapacity: count) { buffer, initializedCount in
            body(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
            initializedCount = count
        }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { elements.count }
    public subscript(position: Int) -> Boundary {
        let element = elements[position]
        switch element.form {
        case .excludesOne: return .excludes(.init(CouplingInterval(lower: element.lower, upper: element.upper)))
        case .excludesNone: return .excludes(.init())
        case .outsideRange: return .silent(.outsideRange(lower: element.lower, upper: element.upper))
        case .inGap: return .silent(.inGap(lower: element.lower, upper: element.upper))
        case .beside: return others[Int(element.lower)]
        }
    }
}

extension BoundaryRow.Compact {
    /// nil where the answer has no room in place.
    init?(_ boundary: Boundary) {
        switch boundary {
        case .excludes(let intervals) where intervals.isEmpty: self.init(lower: 0, upper: 0, form: .excludesNone)
        case .excludes(let intervals) where intervals.count == 1:
            self.init(lower: intervals[0].lower, upper: intervals[0].upper, form: .excludesOne)
        case .silent(.outsideRange(let lower, let upper)): self.init(lower: lower, upper: upper, form: .outsideRange)
        case .silent(.inGap(let lower, let upper)): self.init(lower: lower, upper: upper, form: .inGap)
        case .excludes, .prefers, .silent: return nil
        }
    }
}
