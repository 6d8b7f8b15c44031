import ConstraintKit

/// What the program asks of its child.
enum PluginRequest {
    /// Load a file, by the number it has from then on. Answer: its stems.
    case load(number: UInt32, path: String, ExaminedPlugin.Registration)
    /// Make a bound from a document. Answer: ``PreparedBound``.
    case prepare(number: UInt32, stem: String, document: [UInt8], Conventions)
    /// What a bound says along masses. Answer: as many ``MassAnswer``s.
    case boundaries(handle: UInt32, masses: [Mass])
    /// Answer: a number.
    case logLikelihood(handle: UInt32, Mass, Coupling)
    /// Put a bound through the conformance suite. Answer: ``ConformanceFinding``s.
    case conform(handle: UInt32, known: [KnownLimit])

    var bytes: [UInt8] {
        var writer = WireWriter()
        switch self {
        case .load(let number, let path, let registration):
            writer.put(0 as UInt8)
            writer.put(number)
            writer.put(path)
            switch registration {
            case .c: writer.put(false)
            case .swift(let address, let size):
                writer.put(true)
                writer.put(address)
                writer.put(UInt64(size))
            }
        case .prepare(let number, let stem, let document, let conventions):
            writer.put(1 as UInt8)
            writer.put(number)
            writer.put(stem)
            writer.put(document)
            writer.put(conventions)
        case .boundaries(let handle, let masses):
            writer.put(2 as UInt8)
            writer.put(handle)
            writer.put(all: masses) { $0.put($1.inMeV) }
        case .logLikelihood(let handle, let mass, let coupling):
            writer.put(3 as UInt8)
            writer.put(handle)
            writer.put(mass.inMeV)
            writer.put(coupling.value)
        case .conform(let handle, let known):
            writer.put(4 as UInt8)
            writer.put(handle)
            writer.put(all: known) {
                $0.put($1.mass.inMeV)
                $0.put($1.coupling)
                $0.put($1.tolerance)
            }
        }
        return writer.bytes
    }

    init(_ bytes: [UInt8]) throws(WireError) {
        var reader = WireReader(bytes)
        switch try reader.byte() {
        case 0:
            let (number, path) = (try reader.uint32(), try reader.text())
            guard try reader.boolean() else {
                self = .load(number: number, path: path, .c)
                break
            }
            let (address, size) = (try reader.uint64(), try reader.uint64())
            self = .load(number: number, path: path, .swift(address: address, size: Int(truncatingIfNeeded: size)))
        case 1:
            self = .prepare(
                number: try reader.uint32(), stem: try reader.text(), document: try reader.data(),
                try reader.conventions())
        case 2:
            self = .boundaries(
                handle: try reader.uint32(), masses: try reader.all { reader throws(WireError) in try reader.mass() })
        case 3: self = .logLikelihood(handle: try reader.uint32(), try reader.mass(), try reader.coupling())
        case 4:
            self = .conform(
                handle: try reader.uint32(),
                known: try reader.all { reader throws(WireError) in
                    KnownLimit(
                        mass: try reader.mass(), coupling: try reader.double(), tolerance: try reader.double())
                })
        case let other: throw .unknownTag(other)
        }
        guard reader.isAtTheEnd else { throw .goesOn }
    }
}

extension WireReader {
    mutating func mass() throws(WireError) -> Mass {
        do { return try Mass(inMeV: try double()) } catch { throw .unusableValue }
    }

    mutating func coupling() throws(WireError) -> Coupling {
        do { return try Coupling(try double()) } catch { throw .unusableValue }
    }
}
