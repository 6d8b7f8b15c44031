import AllowedRegion
import Answers
import Asking
import Assessment
import CMutau
import ConstraintKit
import CurveArchive
import Files
import Scenarios

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_curve(
    _ scenario: OpaquePointer!, _ stem: UnsafePointer<CChar>!, _ masses: UnsafePointer<Double>!, _ count: Int,
    _ width: Int, _ lower: UnsafeMutablePointer<Double>!, _ upper: UnsafeMutablePointer<Double>!,
    _ state: UnsafeMutablePointer<UInt8>!, _ needed: UnsafeMutablePointer<Int>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        let boundSet = try handle.inquiry.boundSet
        let masses = try row(masses, count, "masses").map { try Mass(inMeV: $0) }
        let (state, needed) = (try row(state, count, "state"), try given(needed, "needed"))
        let size = count.multipliedReportingOverflow(by: width)
        let (lower, upper) = (
            try row(lower, size.overflow ? -1 : size.partialValue, "lower"),
            try row(upper, size.overflow ? -1 : size.partialValue, "upper")
        )
        let stem = try text(stem) ?? ""
        guard let boundaries = boundSet.boundaries(of: stem, at: masses) else {
            let known = boundSet.bounds.map(\.card.stem)
            throw CatalogueError.unknownStem(stem, meant: namesMeant(by: stem, among: known))
        }
        needed.pointee = 0
        for (index, boundary) in boundaries.enumerated() {
            let intervals: [CouplingInterval]
            switch boundary {
            case nil: (intervals, state[index]) = ([], 3)
            case .silent?: (intervals, state[index]) = ([], 0)
            case .excludes(let excluded)?: (intervals, state[index]) = (Array(excluded), 1)
            case .prefers(let bands)?: (intervals, state[index]) = (bands.map(\.couplings), 2)
            }
            needed.pointee = max(needed.pointee, intervals.count)
            for place in 0..<width {
                let interval = place < intervals.count ? intervals[place] : nil
                lower[index * width + place] = interval?.lower ?? .nan
                upper[index * width + place] = interval?.upper ?? .nan
            }
        }
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
@c @implementation
public func mutau_map(
    _ scenario: OpaquePointer!, _ leastMass: Double, _ greatestMass: Double, _ leastCoupling: Double,
    _ greatestCoupling: Double, _ columns: Int, _ rows: Int, _ masses: UnsafeMutablePointer<Double>!,
    _ couplings: UnsafeMutablePointer<Double>!, _ standings: UnsafeMutablePointer<UInt8>!,
    _ deciding: UnsafeMutablePointer<Int16>!, _ chi2: UnsafeMutablePointer<Double>!,
    _ ratios: UnsafeMutablePointer<Double>!, _ amplitudes: UnsafeMutablePointer<Double>!,
    _ gammas: UnsafeMutablePointer<Double>!, _ stop: UnsafePointer<Int32>!,
    _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> Int32 {
    Handle.answering(scenario, error) { handle in
        guard leastMass < greatestMass else {
            throw MapGridError.badRange(quantity: "mass", lower: leastMass, upper: greatestMass)
        }
        guard leastCoupling < greatestCoupling else {
            throw MapGridError.badRange(quantity: "coupling", lower: leastCoupling, upper: greatestCoupling)
        }
        let grid = try MapGrid(
            massRange: leastMass...greatestMass, couplingRange: leastCoupling...greatestCoupling, columns: columns,
            rows: rows)
        let (masses, couplings) = (try row(masses, columns, "masses"), try row(couplings, rows, "couplings"))
        let (standings, deciding) = (
            try row(standings, grid.count, "standings"), try row(deciding, grid.count, "deciding")
        )
        let (chi2, ratios) = (try row(chi2, grid.count, "chi2"), try row(ratios, grid.count, "ratios"))
        let (amplitudes, gammas) = (
            try row(amplitudes, grid.count, "amplitudes"), try row(gammas, grid.count, "gammas")
        )
        let flag = StopFlag(stop)
        let map = try handle.inquiry.analysis.map(grid, shouldStop: { flag.isSet })
        try flag.check()
        for caveat in map.caveats { Console.warn("Somewhere on the grid: " + Wording.sentence(caveat)) }
        for (index, mass) in grid.masses.enumerated() { masses[index] = mass.inMeV }
        for (index, coupling) in grid.couplings.enumerated() { couplings[index] = coupling.value }
        for index in 0..<grid.count {
            standings[index] = PointStanding(map.standings[index]).rawValue
            deciding[index] = map.decidingBound[index]
            chi2[index] = map.chi2[index]
            ratios[index] = map.ratio[index]
            amplitudes[index] = map.amplitude[index]
            gammas[index] = map.gamma[index] ?? .nan
        }
    }
}

extension BoundsInLikelihood {
    init(_ number: Int32) throws {
        switch Int(number) {
        case MUTAU_WITHOUT_BOUNDS: self = .nothing
        case MUTAU_BOUNDS_EXCLUDE: self = .exclusion
        case MUTAU_LIKELIHOOD_OF_BOUNDS: self = .likelihood
        default: throw ErrorReport("there is no way \(number) to count bounds", code: ExitStatus.usage)
        }
    }
}
