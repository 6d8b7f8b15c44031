import RealModule

/// Where the four parameters are searched, and at how many points each.
public struct FitSpace: Sendable, Hashable {
    /// m [MeV], inside ``FitSpace/usableMasses``.
    public let masses: ClosedRange<Double>
    /// g′, inside ``FitSpace/usableCouplings``.
    public let couplings: ClosedRange<Double>
    /// A, zero or above.
    public let amplitudes: ClosedRange<Double>
    /// γ, inside ``FitPrecision/usableIndices``.
    public let indices: ClosedRange<Double>
    public let counts: Counts

    /// At how many points each parameter is looked at, both ends included.
    public struct Counts: Sendable, Hashable {
        public var mass: Int
        public var coupling: Int
        public var amplitude: Int
        public var gamma: Int

        public init(mass: Int, coupling: Int, amplitude: Int, gamma: Int) {
            (self.mass, self.coupling, self.amplitude, self.gamma) = (mass, coupling, amplitude, gamma)
        }

        /// What the paper's ranges are looked at with: 3 % a step in m, 10 % in g′, 0.025 in A and γ.
        public static let standard = Counts(mass: 100, coupling: 100, amplitude: 97, gamma: 69)

        var all: [Int] { [mass, coupling, amplitude, gamma] }
    }

    /// The ranges of eq. (10) of the paper.
    public static let ofThePaper = FitSpace(
        unchecked: 1...20, 1e-5...1e-1, 0.1...2.5, 1.8...3.5, .standard)

    /// - Throws: ``FitError/unusableRange(_:lower:upper:)``, ``FitError/unusableCounts(_:)``
    public init(
        masses: ClosedRange<Double> = ofThePaper.masses, couplings: ClosedRange<Double> = ofThePaper.couplings,
        amplitudes: ClosedRange<Double> = ofThePaper.amplitudes, indices: ClosedRange<Double> = ofThePaper.indices,
        counts: Counts = .standard
    ) throws(FitError) {
        let ranges: [(FitParameter, ClosedRange<Double>, ClosedRange<Double>)] = [
            (.mass, masses, Self.usableMasses), (.coupling, couplings, Self.usableCouplings),
            (.amplitude, amplitudes, Self.usableAmplitudes), (.gamma, indices, FitPrecision.usableIndices),
        ]
        for (parameter, range, usable) in ranges {
            guard range.lowerBound < range.upperBound, usable.contains(range.lowerBound),
                usable.contains(range.upperBound)
            else { throw .unusableRange(parameter, lower: range.lowerBound, upper: range.upperBound) }
        }
        guard counts.all.allSatisfy({ (Self.leastCount...Self.greatestCount).contains($0) }) else {
            throw .unusableCounts(counts)
        }
        self.init(unchecked: masses, couplings, amplitudes, indices, counts)
    }

    private init(
        unchecked masses: ClosedRange<Double>, _ couplings: ClosedRange<Double>, _ amplitudes: ClosedRange<Double>,
        _ indices: ClosedRange<Double>, _ counts: Counts
    ) {
        self.masses = masses
        self.couplings = couplings
        self.amplitudes = amplitudes
        self.indices = indices
        self.counts = counts
    }

    /// m [MeV]: from where the Z′ would be as light as a neutrino to beyond the W.
    public static let usableMasses = 1e-9...1e6
    public static let usableCouplings = 1e-15...10.0
    public static let usableAmplitudes = 0.0...1e6
    /// The fewest points of one parameter: the two ends, and one to be between them.
    public static let leastCount = 3
    /// The most points of one parameter: a plane of two then takes 8 MB.
    public static let greatestCount = 1000

    /// The values of a parameter that are looked at, rising, the ends of its range among them.
    public func values(of parameter: FitParameter) -> [Double] {
        let (range, count) = (self.range(of: parameter), self.count(of: parameter))
        let (lower, upper) = (range.lowerBound, range.upperBound)
        return (0..<count).map { step in
            guard step > 0 else { return lower }
            guard step < count - 1 else { return upper }
            let fraction = Double(step) / Double(count - 1)
            return parameter.isLogarithmic
                ? lower * Double.exp(fraction * Double.log(upper / lower)) : lower + fraction * (upper - lower)
        }
    }

    public func range(of parameter: FitParameter) -> ClosedRange<Double> {
        switch parameter {
        case .mass: masses
        case .coupling: couplings
        case .amplitude: amplitudes
        case .gamma: indices
        }
    }

    public func count(of parameter: FitParameter) -> Int {
        switch parameter {
        case .mass: counts.mass
        case .coupling: counts.coupling
        case .amplitude: counts.amplitude
        case .gamma: counts.gamma
        }
    }
}
