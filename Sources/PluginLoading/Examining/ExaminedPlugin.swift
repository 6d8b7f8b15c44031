import Files
import Glibc

/// A file that may be loaded: everything that can be known of it without running any of its code speaks for it.
struct ExaminedPlugin: Sendable {
    /// How it brings its bounds.
    enum Registration: Sendable, Hashable {
        /// Entries of a section, at an address from the place where the object is loaded.
        case swift(address: UInt64, size: Int)
        /// The function of `mutau_plugin.h`.
        case c
    }

    let file: PluginFile
    let sha256: SHA256
    let registration: Registration

    var isSwift: Bool { if case .swift = registration { true } else { false } }

    static let section = "mutau_bounds"
    static let function = "mutau_plugin_bound"

    /// Whether types of ConstraintKit may grow without breaking plugins built before: not where this package is a
    /// dependency of another, which gets none of its compiler flags.
    static var programIsResilient: Bool {
        #if LIBRARY_EVOLUTION
            true
        #else
            false
        #endif
    }

    /// - Parameter comparesInterface: whether this program's ConstraintKit is the one that the plugin will meet.
    /// - Throws: ``PluginRefusal``
    init(
        _ file: PluginFile, programIsResilient: Bool = Self.programIsResilient, comparesInterface: Bool = true
    ) throws(PluginRefusal) {
        try OtherWriters.exclude(from: file.path)
        let contents: [UInt8]
        do { contents = try readFile(file.path, limit: ELFImage.sizeLimit) } catch { throw .unreadable(error) }
        let image: ELFImage
        do { image = try ELFImage(contents) } catch { throw .image(error) }
        self.file = file
        sha256 = SHA256(of: contents)
        if let entries = image.sections[Self.section] {
            guard programIsResilient else { throw .programNotResilient }
            registration = .swift(address: entries.address, size: entries.size)
        } else if image.defined.contains(Self.function) {
            registration = .c
        } else {
            throw .registersNothing
        }
        // Without a shared runtime the program loads no plugin in Swift, and exports nothing to it.
        if comparesInterface, !isSwift || SharedRuntime.isUsed { try Self.compareInterface(image.undefined) }
    }

    /// Every symbol of ConstraintKit that the file needs must be in this program.
    private static func compareInterface(_ undefined: Set<String>) throws(PluginRefusal) {
        let missing = undefined.filter { $0.hasPrefix("$s13ConstraintKit") && dlsym(nil, $0) == nil }.sorted()
        guard !missing.isEmpty else { return }
        if let other = missing.lazy.compactMap(InterfaceGeneration.init(symbol:)).first {
            throw .otherGeneration(found: other.name, expected: InterfaceGeneration.ofProgram.name)
        }
        throw .missingSymbols(missing.prefix(3).map(demangled))
    }
}
