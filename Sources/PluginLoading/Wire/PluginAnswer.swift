import ConstraintKit

/// What the child says to a request: a tag, then what was asked for or why it can't be had.
enum PluginAnswer {
    static func success(_ put: (inout WireWriter) -> Void) -> [UInt8] {
        var writer = WireWriter()
        writer.put(true)
        put(&writer)
        return writer.bytes
    }

    static func failure(_ reason: String) -> [UInt8] {
        var writer = WireWriter()
        writer.put(false)
        writer.put(reason)
        return writer.bytes
    }

    /// - Throws: ``PluginFault/failed(_:)`` with the reason in the answer, ``PluginFault/nonsense(_:)`` where it is none.
    static func read<Value>(
        _ bytes: [UInt8], _ value: (inout WireReader) throws(WireError) -> Value
    ) throws(PluginFault) -> Value {
        var reader = WireReader(bytes)
        let reason: String
        do throws(WireError) {
            if try reader.boolean() {
                let value = try value(&reader)
                guard reader.isAtTheEnd else { throw .goesOn }
                return value
            }
            reason = try reader.text()
        } catch { throw .nonsense(.noMessage) }
        throw .failed(reason)
    }
}

/// What a bound made from a document can do besides answering.
struct PreparedBound {
    let handle: UInt32
    let hasLikelihood: Bool
    let massEdge: Mass?
}

extension WireWriter {
    mutating func put(_ prepared: PreparedBound) {
        put(prepared.handle)
        put(prepared.hasLikelihood)
        put(prepared.massEdge?.inMeV)
    }
}

extension WireReader {
    mutating func preparedBound() throws(WireError) -> PreparedBound {
        PreparedBound(
            handle: try uint32(), hasLikelihood: try boolean(), massEdge: try boolean() ? try mass() : nil)
    }
}
