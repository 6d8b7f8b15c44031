import CPluginABI
import ConstraintKit

/// The types of bounds that are linked into this program, by the stems they serve.
public struct LinkedBounds: Sendable {
    private let types: [String: any Constraint.Type]

    /// Finds what the bundled bounds registered.
    ///
    /// - Throws: ``LinkedBoundsError/servedTwice(stem:)`` where two types claim one stem.
    public init() throws(LinkedBoundsError) {
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
    }

    /// The stems that have a type of their own, in alphabetical order.
    public var stems: [String] { types.keys.sorted() }

    /// The bound that a document becomes: of its own type, or of its curves where it has none.
    public func constraint(_ document: Document, _ conventions: Conventions) throws -> any Constraint {
        let type = types[document.card.stem] ?? CurveConstraint.self
        return try type.init(document, conventions)
    }
}

/// Why the bounds linked in can't be used: a fault of the program.
public enum LinkedBoundsError: Error, Sendable, Hashable {
    /// Two types claim the same stem.
    case servedTwice(stem: String)
}
