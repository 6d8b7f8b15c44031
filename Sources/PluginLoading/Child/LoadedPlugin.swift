import CPluginABI
import ConstraintKit
import Glibc

/// The code of a plugin in this process, for good: Swift code can't be unloaded.
struct LoadedPlugin {
    private enum Maker {
        case swift(any Constraint.Type)
        case c(UnsafePointer<mutau_bound>)
    }

    private let makers: [String: Maker]

    /// In alphabetical order.
    var stems: [String] { makers.keys.sorted() }

    /// More bounds than one plugin has.
    private static let mostBounds = 1000

    /// - Throws: ``PluginFault/unusable(_:)`` where the dynamic linker or the registration refuses.
    init(path: String, _ registration: ExaminedPlugin.Registration) throws(PluginFault) {
        // A second runtime beside that inside this program would share its names.
        if case .swift = registration, !SwiftHost.isThisProgram { throw .unusable(.runtimeNotShared) }
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | Int32(bitPattern: UInt32(RTLD_NODELETE))) else {
            throw .unusable(.refusedByLinker(dlerror().map { String(cString: $0) }))
        }
        switch registration {
        case .swift(let address, let size): makers = try Self.swiftMakers(handle, address: address, size: size)
        case .c: makers = try Self.cMakers(handle)
        }
    }

    private static func swiftMakers(
        _ handle: UnsafeMutableRawPointer, address: UInt64, size: Int
    ) throws(PluginFault) -> [String: Maker] {
        guard let base = mutau_load_base(handle), let offset = Int(exactly: address) else {
            throw .unusable(.placeUnknown)
        }
        let entries = UnsafeRawBufferPointer(start: base + offset, count: size).bindMemory(to: BoundsEntry?.self)
        var makers: [String: Maker] = [:]
        for entry in entries {
            guard let entry else { continue }
            for type in RegisteredBounds.taking(entry()).types {
                for stem in type.stems {
                    guard makers.updateValue(.swift(type), forKey: stem) == nil else {
                        throw .unusable(.servedTwice(stem: stem))
                    }
                }
            }
        }
        return makers
    }

    private static func cMakers(_ handle: UnsafeMutableRawPointer) throws(PluginFault) -> [String: Maker] {
        guard let symbol = dlsym(handle, ExaminedPlugin.function) else {
            throw .unusable(.functionMissing(ExaminedPlugin.function))
        }
        typealias Accessor = @convention(c) (UInt32) -> UnsafePointer<mutau_bound>?
        let bound = unsafeBitCast(symbol, to: Accessor.self)
        var makers: [String: Maker] = [:]
        for index in 0..<UInt32(mostBounds) {
            guard let pointer = bound(index) else { break }
            let version = pointer.pointee.version
            guard version == MUTAU_PLUGIN_VERSION, pointer.pointee.size >= MemoryLayout<mutau_bound>.size else {
                throw .unusable(.otherVersion(found: Int(version), expected: Int(MUTAU_PLUGIN_VERSION)))
            }
            guard let text = pointer.pointee.stem, pointer.pointee.boundary != nil else {
                throw .unusable(.incompleteBound(Int(index)))
            }
            let stem = String(cString: text)
            guard makers.updateValue(.c(pointer), forKey: stem) == nil else {
                throw .unusable(.servedTwice(stem: stem))
            }
        }
        return makers
    }

    /// The bound that a document becomes.
    func bound(_ document: Document, _ conventions: Conventions) throws -> any CouplingBound {
        switch makers[document.card.stem] {
        case .swift(let type): try type.init(document, conventions)
        case .c(let bound): try CBound.make(bound, document, conventions)
        case nil: throw PluginFault.unusable(.notServed(stem: document.card.stem))
        }
    }
}
