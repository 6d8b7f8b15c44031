import ConstraintKit

/// The generation of ConstraintKit and the compiler that a plugin was built with, as its symbols tell.
struct InterfaceGeneration: Sendable, Hashable {
    /// `generation 2, Swift 6.3`.
    let name: String

    static let ofProgram = InterfaceGeneration(name: "generation 2, Swift 6.3")

    private init(name: String) { self.name = name }

    /// nil for any other symbol.
    init?(symbol: String) {
        guard
            let match = demangled(symbol).firstMatch(of: /constraintKitGeneration(\d+)Swift(\d)(\d+)/)
        else { return nil }
        name = "generation \(match.1), Swift \(match.2).\(match.3)"
    }
}
