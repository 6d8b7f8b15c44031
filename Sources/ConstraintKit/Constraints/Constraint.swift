/// A bound: for a Z′ of a given mass it answers which couplings a measurement excludes or prefers.
///
/// A verdict at a point, a cell of the map, a limit and a margin all follow from that one answer, so a map costs masses
/// times bounds, not cells times bounds. It is asked from many threads.
public protocol CouplingBound: Sendable {
    /// What the bound says at a mass.
    func boundary(at mass: Mass) throws -> Boundary

    /// What the bound says along a row of masses; the default asks for each in turn.
    func boundaries(along row: MassRow) throws -> BoundaryRow

    // What else it is, itself or nil. Who conforms to one of these protocols has it from there: to cast instead would have
    // the runtime search all conformances of the program, for each type and protocol, at every start.

    var adaptedBound: (any AdaptedBound)? { get }
    var chargedBound: (any ChargedBound)? { get }
    var leptonMixingBound: (any LeptonMixingBound)? { get }
    var likelihoodBound: (any LikelihoodBound)? { get }
    var massBound: (any MassBound)? { get }
    var neutrinoNumberBound: (any NeutrinoNumberBound)? { get }
    var remarkingBound: (any RemarkingBound)? { get }
    var undecidedBound: (any UndecidedBound)? { get }
}

extension CouplingBound {
    public func boundaries(along row: MassRow) throws -> BoundaryRow {
        var answer = BoundaryRow()
        answer.reserveCapacity(row.count)
        for mass in row { answer.append(try boundary(at: mass)) }
        return answer
    }
}

extension CouplingBound {
    public var adaptedBound: (any AdaptedBound)? { nil }
    public var chargedBound: (any ChargedBound)? { nil }
    public var leptonMixingBound: (any LeptonMixingBound)? { nil }
    public var likelihoodBound: (any LikelihoodBound)? { nil }
    public var massBound: (any MassBound)? { nil }
    public var neutrinoNumberBound: (any NeutrinoNumberBound)? { nil }
    public var remarkingBound: (any RemarkingBound)? { nil }
    public var undecidedBound: (any UndecidedBound)? { nil }
}

/// A bound that is made from a document, as every bundled bound, every curve and every plugin is.
public protocol Constraint: CouplingBound {
    /// The stems of the documents this type turns into bounds.
    static var stems: [String] { get }

    /// Does all the work that can be done once; the value is immutable afterwards and used from many threads.
    init(_ document: Document, _ conventions: Conventions) throws
}

/// A bound that also gives the likelihood L of each coupling.
public protocol LikelihoodBound: CouplingBound {
    /// ln L relative to its greatest value: 0 at best, negative elsewhere.
    func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double

    /// The same at one mass as a function of the coupling, for who asks at many: a bound for which the mass alone costs
    /// something answers for itself.
    func logLikelihood(at mass: Mass) -> @Sendable (Coupling) throws -> Double
}

extension LikelihoodBound {
    public func logLikelihood(at mass: Mass) -> @Sendable (Coupling) throws -> Double {
        { try logLikelihood(at: mass, coupling: $0) }
    }

    public var likelihoodBound: (any LikelihoodBound)? { self }
}
