import ConstraintKit
import Synchronization

/// A bound whose code is a plugin's: every answer comes from the child process.
public final class PluginBound: LikelihoodBound, MassBound {
    /// All that is needed to make the bound, in whichever child.
    struct Recipe: Sendable {
        let plugin: Int
        let file: PluginFile
        let stem: String
        let document: [UInt8]
        let conventions: Conventions
    }

    /// The bound in one of the children.
    struct Handle: Sendable {
        let generation: Int
        let number: UInt32
    }

    public let massEdge: Mass?
    private let hasLikelihood: Bool
    private let recipe: Recipe
    private let host: PluginHost
    private let handle: Mutex<Handle?>
    /// Why it could not be made; it then fails at every mass.
    private let fault: PluginFault?
    /// The answers of the last row, in which a single mass is looked up first.
    private let remembered = Mutex<[Mass: MassAnswer]>([:])

    /// A bound that can't be made is one that always fails: the answer goes on without it, and says so.
    init(_ recipe: Recipe, host: PluginHost) {
        self.recipe = recipe
        self.host = host
        do throws(PluginFault) {
            let (prepared, handle) = try host.prepare(recipe)
            self.handle = Mutex(handle)
            hasLikelihood = prepared.hasLikelihood
            massEdge = prepared.massEdge
            fault = nil
        } catch {
            handle = Mutex(nil)
            (hasLikelihood, massEdge, fault) = (false, nil, error)
            if !error.endsTheChild { host.complain(of: recipe, error) }
        }
    }

    /// What the bound says along a row, mass by mass: one request.
    public func answers(along row: MassRow) -> [Result<Boundary, PluginFault>] {
        if let fault { return row.map { _ in .failure(fault) } }
        let answers: [MassAnswer]
        do throws(PluginFault) {
            answers = try host.answer(
                recipe, handle, { .boundaries(handle: $0, masses: Array(row)) },
                { reader throws(WireError) in
                    let answers = try reader.all { reader throws(WireError) in try reader.massAnswer() }
                    guard answers.count == row.count else { throw .endsEarly }
                    return answers
                })
        } catch { return row.map { _ in .failure(error) } }
        for case .failure(let fault) in answers { host.complain(of: recipe, fault) }
        return answers
    }

    /// Asks for a row whose masses will be wanted one by one.
    public func remember(along row: MassRow) {
        let answers = answers(along: row)
        remembered.withLock { $0 = Dictionary(uniqueKeysWithValues: zip(row, answers)) }
    }

    public func boundary(at mass: Mass) throws -> Boundary {
        if let answer = remembered.withLock({ $0[mass] }) { return try answer.get() }
        return try answers(along: try MassRow([mass]))[0].get()
    }

    public func boundaries(along row: MassRow) throws -> BoundaryRow {
        var boundaries = BoundaryRow()
        boundaries.reserveCapacity(row.count)
        for answer in answers(along: row) { boundaries.append(try answer.get()) }
        return boundaries
    }

    /// - Throws: ``DocumentError/noLikelihood(stem:)`` where the plugin offers none; ``PluginFault``
    public func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double {
        if let fault { throw fault }
        guard hasLikelihood else { throw DocumentError.noLikelihood(stem: recipe.stem) }
        let value = try host.answer(
            recipe, handle, { .logLikelihood(handle: $0, mass, coupling) },
            { reader throws(WireError) in try reader.double() })
        guard value <= 0 else {
            let fault = PluginFault.nonsense(.logLikelihood(value))
            host.complain(of: recipe, fault)
            throw fault
        }
        return value
    }

    /// Puts the bound through the conformance suite, in the child.
    func findings(known: [KnownLimit]) throws(PluginFault) -> [ConformanceFinding] {
        if let fault { throw fault }
        return try host.answer(
            recipe, handle, { .conform(handle: $0, known: known) },
            { reader throws(WireError) in
                try reader.all { reader throws(WireError) in try reader.conformanceFinding() }
            })
    }
}
