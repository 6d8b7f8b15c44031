import ConstraintKit
import IceCubeFit
import NumericalMethods
import RealModule

/// Where Δχ² from the best fit stays below what a confidence level allows, in the plane of two parameters.
public struct FitContour: Sendable {
    public let pair: FitPair
    /// A fraction.
    public let confidenceLevel: Double
    /// The Δχ² of two degrees of freedom at that level.
    public let threshold: Double
    /// Its outline, x being the first parameter of the pair; a line that meets the edge of the ranges searched ends there.
    public let lines: [[SIMD2<Double>]]
    /// The same closed along the edge of the ranges; a line inside another bounds a hole.
    public let areas: [[SIMD2<Double>]]
    /// What it spans of either parameter; nil where it holds no point of the grid.
    public let extents: (first: ClosedRange<Double>, second: ClosedRange<Double>)?
    /// Which ends of the ranges searched it reaches: the region may go on beyond.
    public let openEnds: [FitParameter]

    /// - Parameters:
    ///   - least: χ² of the best fit.
    ///   - restriction: cuts the plane of m and g′ off exactly, not to a step of the grid.
    /// - Returns: nil for what is no level between 0 and 1.
    init?(
        _ pair: FitPair, of survey: FitSurvey, least: Double, confidenceLevel: Double,
        restriction: CouplingRestriction?
    ) {
        guard let threshold = chi2Threshold(confidenceLevel: confidenceLevel) else { return nil }
        self.pair = pair
        self.confidenceLevel = confidenceLevel
        self.threshold = threshold
        let isRestricted = pair.first == .mass && pair.second == .coupling && restriction != nil
        let chi2 = isRestricted ? survey.unrestricted : survey.profile(pair)
        let axes = ContourAxes(pair, survey.space, field: chi2.map { $0 - least - threshold })
        let field = axes.plane.field
        let condition = isRestricted ? restriction.map(axes.condition) : nil
        let isInside = axes.isInside(condition)
        lines = PlaneTracer(x: axes.plane.x, y: axes.plane.y)
            .outline(isInside: isInside, field: field, condition: condition).lines.map { $0.map(axes.values) }
        areas = axes.framed
            .outline(
                isInside: axes.framed(isInside, by: false), field: axes.framed(field, by: .infinity),
                condition: condition
            )
            .lines.map { $0.map(axes.values) }
        var extents: (first: ClosedRange<Double>?, second: ClosedRange<Double>?)
        for point in areas.flatMap(\.self) {
            extents = (extents.first.including(point.x), extents.second.including(point.y))
        }
        if let first = extents.first, let second = extents.second {
            self.extents = (first, second)
            openEnds = [(pair.first, first), (pair.second, second)].filter { parameter, extent in
                let range = survey.space.range(of: parameter)
                return extent.lowerBound <= range.lowerBound || extent.upperBound >= range.upperBound
            }
            .map(\.0)
        } else {
            self.extents = nil
            openEnds = []
        }
    }
}

/// A plane of two parameters as the tracer walks it: logarithms where equal ratios are equal steps, and between the points
/// of the survey others, so that outlines are smooth.
private struct ContourAxes {
    let plane: RefinedPlane
    private let pair: FitPair
    private let space: FitSpace

    /// Into how many pieces a step of the survey is divided: corners are then below the thickness of a line.
    private static let steps = 4

    /// - Parameter field: a value at each point of the survey.
    init(_ pair: FitPair, _ space: FitSpace, field: [Double]) {
        func places(_ parameter: FitParameter) -> [Double] {
            space.values(of: parameter).map { parameter.isLogarithmic ? Double.log($0) : $0 }
        }
        plane = RefinedPlane(x: places(pair.first), y: places(pair.second), field: field, steps: Self.steps)
        self.pair = pair
        self.space = space
    }

    /// Whether the field is negative and a condition met, at each point.
    func isInside(_ condition: PlaneTracer.Condition?) -> [Bool] {
        plane.x.indices.flatMap { column in
            plane.y.indices.map { row in
                plane.field[column * plane.y.count + row] < 0
                    && condition?(plane.x[column], plane.y[row]) ?? true
            }
        }
    }

    /// From places to values; the frame is brought back to the edge of the ranges.
    func values(_ place: SIMD2<Double>) -> SIMD2<Double> {
        func value(_ place: Double, _ parameter: FitParameter) -> Double {
            let range = space.range(of: parameter)
            return min(max(parameter.isLogarithmic ? Double.exp(place) : place, range.lowerBound), range.upperBound)
        }
        return SIMD2(value(place.x, pair.first), value(place.y, pair.second))
    }

    /// The grid with a frame of points around it, so thin that no line shows it.
    var framed: PlaneTracer {
        func framed(_ places: [Double]) -> [Double] {
            let width = 1e-9 * (places[places.count - 1] - places[0])
            return [places[0] - width] + places + [places[places.count - 1] + width]
        }
        return PlaneTracer(x: framed(plane.x), y: framed(plane.y))
    }

    /// Values on the framed grid.
    func framed<Value>(_ values: [Value], by outside: Value) -> [Value] {
        let rows = plane.y.count
        let end = [Value](repeating: outside, count: rows + 2)
        var framed = end
        for column in plane.x.indices {
            framed.append(outside)
            framed += values[column * rows..<(column + 1) * rows]
            framed.append(outside)
        }
        return framed + end
    }

    /// Whether a place of the plane of m and g′ is allowed.
    func condition(_ restriction: CouplingRestriction) -> PlaneTracer.Condition {
        { x, y in
            // A place between two of the grid is positive and finite as they are.
            guard let mass = try? Mass(inMeV: Double.exp(x)), let coupling = try? Coupling(Double.exp(y)) else {
                return false
            }
            return restriction.allows(coupling, at: mass)
        }
    }
}
