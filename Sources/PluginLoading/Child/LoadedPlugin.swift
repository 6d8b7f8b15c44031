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

    /// - Throws: ``PluginFault/failed(_:)`` where the dynamic linker or the registration refuses.
    init(path: String, _ registration: ExaminedPlugin.Registration) throws(PluginFault) {
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | Int32(bitPattern: UInt32(RTLD_NODELETE))) else {
            throw .failed(
                "the dynamic linker refuses it: \(dlerror().map { String(cString: $0) } ?? "no reason given")")
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
            throw .failed("it is loaded, and where can't be told")
        }
        let entries = UnsafeRawBufferPointer(start: base + offset, count: size).bindMemory(to: BoundsEntry?.self)
        var makers: [String: Maker] = [:]
        for entry in entries {
            guard let entry else { continue }
            for type in RegisteredBounds.taking(entry()).types {
                for stem in type.stems {
                    guard makers.updateValue(.swift(type), forKey: stem) == nil else {
                        throw .failed("it serves '\(stem)' twice")
                    }
                }
            }
        }
        return makers
    }

    private static func cMakers(_ handle: UnsafeMutableRawPointer) throws(PluginFault) -> [String: Maker] {
        guard let symbol = dlsym(handle, ExaminedPlugin.function) else {
            throw .failed("its function \(ExaminedPlugin.function) is not to be found")
        }
        typealias Accessor = @convention(c) (UInt32) -> UnsafePointer<mutau_bound>?
        let bound = unsafeBitCast(symbol, to: Accessor.self)
        var makers: [String: Maker] = [:]
        for index in 0..<UInt32(mostBounds) {
            guard let pointer = bound(index) else { break }
            let version = pointer.pointee.version
            guard version == MUTAU_PLUGIN_VERSION, pointer.pointee.size >= MemoryLayout<mutau_bound>.size else {
                throw .failed(
                    "it was built for version \(version) of mutau_plugin.h; this program has \(MUTAU_PLUGIN_VERSION)")
            }
            guard let text = pointer.pointee.stem, pointer.pointee.boundary != nil else {
                throw .failed("its bound \(index) lacks a stem or the function 'boundary'")
            }
            let stem = String(cString: text)
            guard makers.updateValue(.c(pointer), forKey: stem) == nil else {
                throw .failed("it serves '\(stem)' twice")
            }
        }
        return makers
    }

    /// The bound that a document becomes.
    func bound(_ document: Document, _ conventions: Conventions) throws -> any CouplingBound {
        switch makers[document.card.stem] {
        case .swift(let type): try type.init(document, conventions)
        case .c(let bound): try CBound.make(bound, document, conventions)
        case nil: throw PluginFault.failed("it does not serve '\(document.card.stem)'")
        }
    }
}
