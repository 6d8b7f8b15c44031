import AllowedRegion
import Assessment
import Documents

/// A product of likelihoods over a grid: its best fit and its contours.
struct LikelihoodSurfaceRecord: Record {
    let surface: LikelihoodSurface

    static let fields: [Field<LikelihoodSurfaceRecord>] =
        LikelihoodFields.best { $0.surface.best } + [
            Field("bounds", "What each bound adds at the best fit; empty without a Z′.") {
                $0.surface.terms.map(LikelihoodTermRecord.init)
            },
            Field("intervals", "Of one and two standard deviations of one parameter, the other profiled.") {
                $0.surface.intervals.map(LikelihoodIntervalRecord.init)
            },
            LikelihoodFields.omitted { $0.surface.omitted },
            Field("contours", "Of one and two standard deviations of two parameters.") {
                $0.surface.contours.map(LikelihoodContourRecord.init)
            },
        ]
}

/// Where Δ(−2 ln L) stays below a threshold.
struct LikelihoodContourRecord: Record {
    let contour: LikelihoodContour

    static let fields: [Field<LikelihoodContourRecord>] = [
        Field("sigma", "Standard deviations of a normal variable, to either side.") { $0.contour.deviations },
        Field("confidence_level", "The same as a fraction.") { $0.contour.confidenceLevel },
        Field("threshold", "Δ(−2 ln L) up to which it reaches, for two degrees of freedom.") { $0.contour.threshold },
        Field("points", "The number of points of the grid inside.") { $0.contour.region.pointCount },
        Field("mass_MeV", unit: "MeV", "The masses it reaches on the grid; null where it is empty.") {
            $0.contour.region.massRange
        },
        Field("coupling", "The couplings it reaches on the grid; null where it is empty.") {
            $0.contour.region.couplingRange
        },
        Field("lines", "Its outlines, each a list of mass [MeV] and g′; one ends where it meets the edge of the grid.")
        {
            $0.contour.region.contours.map { $0.map { SIMD2($0.mass, $0.coupling) } }
        },
    ]
}

/// What a parameter may be where the other is profiled.
struct LikelihoodIntervalRecord: Record {
    let interval: LikelihoodContour

    static let fields: [Field<LikelihoodIntervalRecord>] = [
        Field("sigma", "Standard deviations of a normal variable, to either side.") { $0.interval.deviations },
        Field("threshold", "Δ(−2 ln L) up to which it reaches, for one degree of freedom.") { $0.interval.threshold },
        Field("mass_MeV", unit: "MeV", "The masses on the grid, g′ profiled; null where it is smaller than a step.") {
            $0.interval.region.massRange
        },
        Field("coupling", "The couplings on the grid, m profiled; null where it is smaller than a step.") {
            $0.interval.region.couplingRange
        },
    ]
}
