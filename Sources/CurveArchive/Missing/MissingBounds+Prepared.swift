import ConstraintKit
import CurveFormats
import Files

extension MissingBounds {
    /// Puts the list where it can be taken from without reading its file.
    func put(into writer: inout PreparedWriter) {
        writer.put(all: all) { writer, bound in
            writer.put(bound.stem)
            writer.put(bound.title)
            writer.put(bound.reference)
            writer.put(ifAny: bound.interpretation) { $0.put($1) }
            writer.put(bound.statement)
            writer.put(all: bound.reach) { writer, reach in
                writer.put(range: reach.masses)
                writer.put(ifAny: reach.couplings) { $0.put(range: $1) }
                writer.put(ifAny: reach.mixings) { $0.put(range: $1) }
            }
            writer.put(ifAny: bound.caution)
            writer.put(oneOf: bound.basis)
            writer.put(bound.why)
            writer.put(bound.needsMixing)
        }
        writer.put(all: fetchable.sorted()) { $0.put($1) }
    }

    /// - Throws: ``PreparedReader/Fault``
    init(_ reader: inout PreparedReader) throws(PreparedReader.Fault) {
        let all = try reader.all { reader throws(PreparedReader.Fault) in
            MissingBound(
                stem: try reader.text(), title: try reader.text(), reference: try reader.reference(),
                interpretation: try reader.ifAny { reader throws(PreparedReader.Fault) in try reader.reference() },
                statement: try reader.text(),
                reach: try reader.all { reader throws(PreparedReader.Fault) in
                    MissingBound.Reach(
                        masses: try reader.range(),
                        couplings: try reader.ifAny { reader throws(PreparedReader.Fault) in try reader.range() },
                        mixings: try reader.ifAny { reader throws(PreparedReader.Fault) in try reader.range() })
                },
                caution: try reader.textIfAny(), basis: try reader.oneOf(), why: try reader.text(),
                needsMixing: try reader.boolean())
        }
        let fetchable = try reader.all { reader throws(PreparedReader.Fault) in try reader.text() }
        self.init(all, fetchable: Set(fetchable))
    }
}

extension BundledFiles {
    /// Both files that the list of what is missing is made of.
    var sourceOfMissing: [UInt8] {
        (self[MissingBounds.fileName]?.contents() ?? []) + (self[AddressBook.fileName]?.contents() ?? [])
    }
}

extension PreparedWriter {
    fileprivate mutating func put(range: ClosedRange<Double>) {
        put(range.lowerBound)
        put(range.upperBound)
    }
}

extension PreparedReader {
    fileprivate mutating func range() throws(Fault) -> ClosedRange<Double> {
        let (lower, upper) = (try double(), try double())
        guard lower <= upper else { throw .unusableValue }
        return lower...upper
    }
}
