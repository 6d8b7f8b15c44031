import ConstraintKit
import CurveFormats
import Files
import IceCubeFit

extension DataSet {
    /// Made ready, for ``init(_:)``.
    func prepared() -> [UInt8] {
        var writer = PreparedWriter()
        for text in [stem, title, summary] { writer.put(text) }
        writer.put(oneOf: channel)
        writer.put(all: segments) { $0.put($1) }
        writer.put(limitConfidenceLevel)
        writer.put(ifAny: method) { $0.put(oneOf: $1) }
        writer.put(ifAny: methodNote)
        writer.put(oneOf: status)
        writer.put(isProvisional)
        writer.put(all: references) { $0.put($1) }
        return writer.bytes
    }

    /// Takes what ``prepared()`` gave.
    init(_ reader: inout PreparedReader) throws(PreparedReader.Fault) {
        let (stem, title, summary) = (try reader.text(), try reader.text(), try reader.text())
        let channel: Channel = try reader.oneOf()
        let segments = try reader.all { reader throws(PreparedReader.Fault) in try reader.segment() }
        let level = try reader.level()
        let method = try reader.ifAny { reader throws(PreparedReader.Fault) in try reader.oneOf() as Method }
        let (note, status, isProvisional) = (try reader.textIfAny(), try reader.oneOf() as Status, try reader.boolean())
        let references = try reader.all { reader throws(PreparedReader.Fault) in try reader.reference() }
        do throws(DataSetError) {
            try self.init(
                stem: stem, title: title, summary: summary, channel: channel, segments: segments,
                limitConfidenceLevel: level, method: method, methodNote: note, status: status,
                isProvisional: isProvisional, references: references)
        } catch { throw .unusableValue }
    }
}

extension PreparedWriter {
    fileprivate mutating func put(_ segment: Segment) {
        put(segment.lowerEdge)
        put(segment.upperEdge)
        put(segment.isUsedByDefault)
        switch segment.measurement {
        case .flux(let flux, let minus, let plus):
            put(true)
            for number in [flux, minus, plus] { put(number) }
        case .upperLimit(let limit):
            put(false)
            put(limit)
        }
    }
}

extension PreparedReader {
    fileprivate mutating func segment() throws(Fault) -> Segment {
        let (lower, upper, isUsed) = (try double(), try double(), try boolean())
        let measurement: Segment.Measurement =
            try boolean()
            ? .flux(try double(), minus: try double(), plus: try double()) : .upperLimit(try double())
        do throws(SegmentError) {
            return try Segment(
                lowerEdge: lower, upperEdge: upper, measurement: measurement, isUsedByDefault: isUsed)
        } catch { throw .unusableValue }
    }
}
