import Assessment
import CMutau
import ConstraintKit
import Synchronization

/// A bound whose couplings a function of the caller gives, row by row.
final class FunctionBound: RowBound {
    private let function: mutau_bound_function
    private let kind: Kind
    private nonisolated(unsafe) let context: UnsafeMutableRawPointer?
    /// The answers of the last row, in which a single mass is looked up first: whoever asks for a row wants its masses one by
    /// one too.
    private let remembered = Mutex<[Mass: Result<Boundary, FunctionFailure>]>([:])

    private static let longestMessage = 500

    init(_ function: mutau_bound_function, context: UnsafeMutableRawPointer?, kind: Kind) {
        (self.function, self.kind) = (function, kind)
        self.context = context
    }

    func boundary(at mass: Mass) throws -> Boundary {
        if let known = remembered.withLock({ $0[mass] }) { return try known.get() }
        return try boundaries(along: MassRow([mass]))[0]
    }

    func remember(along row: MassRow) {
        let answers: [Result<Boundary, FunctionFailure>]
        do throws(FunctionFailure) {
            answers = try boundaries(along: row).map { .success($0) }
        } catch { answers = row.map { _ in .failure(error) } }
        remembered.withLock { $0 = Dictionary(uniqueKeysWithValues: zip(row, answers)) }
    }

    func boundaries(along row: MassRow) throws(FunctionFailure) -> BoundaryRow {
        let masses = row.map(\.inMeV)
        var lower = [Double](repeating: .nan, count: masses.count)
        var upper = lower
        var message = [CChar](repeating: 0, count: Self.longestMessage)
        let code = function(context, masses, masses.count, &lower, &upper, &message, message.count)
        guard code == 0 else {
            let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw FunctionFailure(reason: String(decoding: bytes, as: UTF8.self))
        }
        var boundaries = BoundaryRow()
        boundaries.reserveCapacity(masses.count)
        for (lower, upper) in zip(lower, upper) { boundaries.append(boundary(lower, upper)) }
        return boundaries
    }

    private func boundary(_ lower: Double, _ upper: Double) -> Boundary {
        if lower.isNaN || upper.isNaN { return .silent(.undecided("its function says nothing at this mass")) }
        let interval = lower == .infinity ? nil : CouplingInterval(lower: lower, upper: upper)
        switch kind {
        case .observed, .expected, .projected: return .excludes(interval.map { .init($0) } ?? .init())
        case .preferred, .hint: return .prefers(interval.map { [PreferredInterval($0)] } ?? [])
        }
    }
}

/// That the function failed, in its own words.
struct FunctionFailure: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason.isEmpty ? "its function failed" : reason }
}
