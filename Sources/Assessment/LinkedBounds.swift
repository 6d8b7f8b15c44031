import CPluginABI
import ConstraintKit
import CurveArchive
import PluginLoading

/// The types that turn documents into bounds, by stem: those linked into this program, and the run's plugins.
public struct LinkedBounds: Sendable {
    private let types: [String: any Constraint.Type]
    private let plugins: Plugins?
    /// Bounds that were given as they are, by stem.
    private var given: [String: any CouplingBound] = [:]

    /// Finds what the bundled bounds registered.
    ///
    /// - Parameter plugins: whose stems no bundled bound has.
    /// - Throws: ``LinkedBoundsError/servedTwice(stem:)`` where two types claim one stem.
    public init(plugins: Plugins? = nil) throws(LinkedBoundsError) {
        var types: [String: any Constraint.Type] = [:]
        var entry = mutau_bounds_begin()
        let end = mutau_bounds_end()
        while let current = entry, current != end {
            if let register = current.pointee, let pointer = register() {
                for type in RegisteredBounds.taking(pointer).types {
                    for stem in type.stems {
                        guard types.updateValue(type, forKey: stem) == nil else { throw .servedTwice(stem: stem) }
                    }
                }
            }
            entry = current + 1
        }
        self.types = types
        self.plugins = plugins
    }

    /// The stems that have a type of their own, in alphabetical order.
    public var stems: [String] { types.keys.sorted() }

    /// The bound that an entry of the catalogue becomes, and whether a type of this program makes it.
    func bound(
        _ entry: CatalogueEntry, _ conventions: Conventions
    ) throws -> (bound: any CouplingBound, isOfThisProgram: Bool) {
        if let other = given[entry.stem] ?? plugins?.bound(entry, conventions) { return (other, false) }
        return (try constraint(entry.document, conventions), true)
    }

    /// These, and a bound that is at hand already and answers for the document of a stem.
    public func serving(_ stem: String, by bound: any CouplingBound) -> LinkedBounds {
        var all = self
        all.given[stem] = bound
        return all
    }

    /// The document of a difference that the user states, made by the type that serves some known ones; nil where no type
    /// in this program makes one.
    /// - Throws: ``DocumentError`` for numbers that can't be meant.
    public func document(ofDifference value: Double, sigma: Double, beside stems: [String]) throws -> Document? {
        for stem in stems {
            if let type = types[stem] as? any DifferenceBound.Type {
                return try type.document(value: value, sigma: sigma)
            }
        }
        return nil
    }

    /// The bound that a document becomes: of its own type, or of its curves where it has none.
    public func constraint(_ document: Document, _ conventions: Conventions) throws -> any Constraint {
        let type = types[document.card.stem] ?? type(ofProjection: document) ?? CurveConstraint.self
        return try type.init(document, conventions)
    }

    /// The type of a bound that is computed for other numbers than its own document's: the stem of a projection begins with
    /// the stem of what was projected (``Document/scaled(to:_:relativeEfficiency:background:)``).
    private func type(ofProjection document: Document) -> (any Constraint.Type)? {
        let card = document.card
        guard card.kind == .projected, card.method == .computed, document.ownLimits.isEmpty else { return nil }
        return types.filter { card.stem.hasPrefix($0.key + "-") }.max { $0.key.count < $1.key.count }?.value
    }
}

/// Why the bounds linked in can't be used: a fault of the program.
public enum LinkedBoundsError: Error, Sendable, Hashable {
    /// Two types claim the same stem.
    case servedTwice(stem: String)
}
