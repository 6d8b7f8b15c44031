import ConstraintKit
import Files
import VOTable

/// What a file holds, in values; ``lines`` says it in words.
public struct Inspection: Sendable, Hashable {
    /// One statement in the plane.
    public struct CurveSummary: Sendable, Hashable {
        public var name: String
        public var kind: Kind
        public var confidenceLevel: ConfidenceLevel
        public var shape: Shape
        /// Knots or corners; 0 for a bound on the mass alone.
        public var points: Int
        public var gaps: Int
        /// [MeV]; nil where there is no end to them.
        public var masses: ClosedRange<Double>?
        /// g′; nil where there is no end to them.
        public var couplings: ClosedRange<Double>?
    }

    public enum Shape: String, Sendable, Hashable, CaseIterable {
        case above, below, inside, outside, between
        case belowMass = "below a mass"
    }

    /// What the bytes were taken for.
    public var format: CurveFormat
    /// What they are, where that is nothing that is read.
    public var foreign: ForeignFile?
    /// What they were taken out of: gzip, a member of an archive.
    public var wrapping: [String] = []
    /// The document, where the file gives one.
    public var document: Document?
    public var curves: [CurveSummary]
    /// What is missing, and by ``MissingItem/field`` what it is said by.
    public var missing: [MissingItem]
    public var warnings: [CurveWarning]
    /// Why there is no document.
    public var error: CurveFormatError?

    public init(
        format: CurveFormat, foreign: ForeignFile? = nil, curves: [CurveSummary], missing: [MissingItem],
        warnings: [CurveWarning]
    ) {
        (self.format, self.foreign, self.curves) = (format, foreign, curves)
        (self.missing, self.warnings) = (missing, warnings)
    }

    /// Whether the file holds at least one curve that can be used as it is.
    public var isUsable: Bool { error == nil && !curves.isEmpty }
}

/// Says what a file holds and what it lacks. A file that can't be read is not an error here but an answer.
public func inspect(_ bytes: [UInt8], name: String, options: ImportOptions = .init()) -> Inspection {
    ForeignWork.bounded { inspectUnbounded(bytes, name: name, options: options) }
}

private func inspectUnbounded(_ bytes: [UInt8], name: String, options: ImportOptions) -> Inspection {
    var inspection = Inspection(format: .text, curves: [], missing: [], warnings: [])
    do throws(CurveFormatError) {
        let unpacked: UnpackedFile
        do throws(CurveFormatError) { unpacked = try UnpackedFile(CurveFile(name: name, bytes: bytes)) } catch {
            inspection.foreign = .otherArchive
            throw error
        }
        inspection.wrapping = unpacked.wrapping
        switch unpacked.recognition {
        case .format(let format): inspection.format = format
        case .foreign(let foreign): inspection.foreign = foreign
        }
        let read = try importCurves(unpacked: [unpacked], options: options)
        inspection.document = read.document
        inspection.curves = read.document.limits.map(Inspection.CurveSummary.init)
        inspection.warnings = read.warnings
    } catch {
        inspection.error = error
        if case .missing(let items, _) = error { inspection.missing = items }
    }
    return inspection
}

extension Inspection.CurveSummary {
    init(_ limit: Limit) {
        name = limit.name
        kind = limit.kind
        confidenceLevel = limit.confidenceLevel
        masses = limit.region.massRange
        switch limit.region {
        case .above(let curve):
            (shape, points, gaps, couplings) = (.above, curve.knots.count, curve.gapsAfter.count, curve.knots.range)
        case .below(let curve):
            (shape, points, gaps, couplings) = (.below, curve.knots.count, curve.gapsAfter.count, curve.knots.range)
        case .inside(let contour):
            (shape, points, gaps, couplings) = (.inside, contour.points.count, 0, contour.points.range)
        case .outside(let contour):
            (shape, points, gaps, couplings) = (.outside, contour.points.count, 0, contour.points.range)
        case .between(let band):
            (shape, points, gaps, couplings) = (.between, band.contour.points.count, 0, band.contour.points.range)
        case .belowMass(let mass, let interval):
            (shape, points, gaps) = (.belowMass, 0, 0)
            masses = 0...mass.inMeV
            couplings = interval.upper.isFinite ? interval.lower...interval.upper : nil
        }
    }
}

extension [Curve.Knot] {
    fileprivate var range: ClosedRange<Double>? {
        guard let lower = self.map(\.coupling).min(), let upper = self.map(\.coupling).max() else { return nil }
        return lower...upper
    }
}
