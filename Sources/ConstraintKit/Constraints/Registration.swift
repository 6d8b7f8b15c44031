/// The function that a registration names: it returns a retained ``RegisteredBounds``.
public typealias BoundsEntry = @convention(c) () -> UnsafeMutableRawPointer

/// The types of bounds that one registration brings.
public final class RegisteredBounds: Sendable {
    public let types: [any Constraint.Type]
    init(_ types: [any Constraint.Type]) { self.types = types }

    /// Takes over what an entry returned.
    public static func taking(_ pointer: UnsafeMutableRawPointer) -> RegisteredBounds {
        Unmanaged<RegisteredBounds>.fromOpaque(pointer).takeRetainedValue()
    }
}

/// The generation of this interface and the compiler, in a symbol's name.
///
/// A bound refers to it strongly, so the dynamic linker itself refuses one of another generation or compiler before any
/// of its code runs. Linux has no stable Swift ABI: binaries mix only when one compiler built them.
#if compiler(>=6.4)
    #error("Name the compiler in constraintKitGeneration2Swift…")
#else
    public func constraintKitGeneration2Swift63() {}
#endif

/// Registers bounds, in one line that is the same for a bundled bound and for one loaded at run time:
///
/// ```swift
/// @section("mutau_bounds") @used private let entry: BoundsEntry = { export([MyBound.self]) }
/// ```
///
/// It is compiled into the caller, and so refers to the generation the caller was built for.
@_alwaysEmitIntoClient
public func export(_ types: [any Constraint.Type]) -> UnsafeMutableRawPointer {
    constraintKitGeneration2Swift63()
    return retainedBounds(types)
}

@usableFromInline
func retainedBounds(_ types: [any Constraint.Type]) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(RegisteredBounds(types)).toOpaque()
}
