import AllowedRegion
import Documents
import IceCubeFit
import Transport

/// The fluxes of a scenario at Earth, beside what IceCube measured.
public struct PageSpectrum: Sendable {
    private let shapes: SpectrumShapes
    private let dataSets: [DataSet]

    /// - Parameters:
    ///   - shapes: the fluxes over the plane of the page.
    ///   - dataSets: what the fit compares them with.
    public init(_ shapes: SpectrumShapes, dataSets: [DataSet]) {
        (self.shapes, self.dataSets) = (shapes, dataSets)
    }

    var json: JSONValue {
        [
            "channels": .texts(shapes.channels.map(\.rawValue)), "signs": .texts(shapes.channels.map(\.sign)),
            "indices": Self.json(shapes.indices), "strengths": Self.json(shapes.strengths),
            "places": PackedNumbers.text(shapes.places), "values": PackedNumbers.text(shapes.values),
            "highestLine": .number(shapes.highestLine), "greatestMass": .number(shapes.greatestMass),
            "unit": .number(FreeFlux.unit), "pivot": .number(FreeFlux.pivot),
            "data": .array(dataSets.map(Self.json)),
        ]
    }

    private static func json(_ axis: SpectrumShapes.Axis) -> JSONValue {
        ["first": .number(axis.first), "step": .number(axis.step), "count": .integer(axis.count)]
    }

    private static func json(_ dataSet: DataSet) -> JSONValue {
        [
            "title": .shown(dataSet.markedTitle), "channel": .text(dataSet.channel.rawValue),
            "segments": .array(dataSet.defaultSegments.map { .array(numbers(of: $0).map { .number($0) }) }),
        ]
    }

    /// Its edges [GeV], then its flux and the ends of its error, or its limit alone [GeV cm⁻² s⁻¹ sr⁻¹].
    private static func numbers(of segment: Segment) -> [Double] {
        let edges = [segment.lowerEdge, segment.upperEdge]
        switch segment.measurement {
        case .flux(let flux, let minus, let plus): return edges + [flux, flux - minus, flux + plus]
        case .upperLimit(let limit): return edges + [limit]
        }
    }
}
