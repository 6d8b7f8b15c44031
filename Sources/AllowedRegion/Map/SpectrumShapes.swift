import ConstraintKit
import IceCubeFit
import NumericalMethods
import Physics
import RealModule
import Scenarios
import Transport

/// The fluxes at Earth over a plane of masses and couplings, for what looks them up: by how much each channel's flux differs
/// from the power law of the sources.
///
/// On narrow lines this is a function of E/m², g′/m and γ alone (Documentation/Transport.md), as long as the Z′ decays to
/// neutrinos alone.
public struct SpectrumShapes: Sendable {
    /// Steps of equal size.
    public struct Axis: Sendable, Hashable {
        public let first: Double
        public let step: Double
        public let count: Int

        subscript(node: Int) -> Double { first + step * Double(node) }

        fileprivate subscript(nodes: ClosedRange<Int>) -> Axis {
            Axis(first: self[nodes.lowerBound], step: step, count: nodes.count)
        }
    }

    /// The channels of the data.
    public let channels: [Channel]
    /// γ; between its nodes the cubic through four of them, or what goes through all where they are fewer.
    public let indices: Axis
    /// ln(g′/(m/MeV)), likewise, and beyond its nodes as at the nearest.
    public let strengths: Axis
    /// ln(E_1/E) with the highest of the resonances E_1, rising; two places next to one another are the sides of a jump.
    /// Between them straight lines, and beyond them as at the nearest.
    public let places: [Double]
    /// The flux per flavour of a channel over the power law: index by index, strength by strength, channel by channel,
    /// place by place.
    public let values: [Double]
    /// E_1 of a Z′ of 1 MeV; it goes as m² [GeV].
    public let highestLine: Double
    /// To which all this holds [MeV].
    public let greatestMass: Double

    /// Differences from what is at hand already that no picture shows.
    private static let invisible = 5e-4
    /// Steps of ln(g′/m), of ln(E_1/E) and of γ between which what is drawn errs by less than a percent.
    private static let (strengthStep, placeStep, indexStep) = (0.25, 0.05, 0.35)
    /// The daughters of the last line go as E^γ at least below it.
    private static let tail = 5.0

    /// - Parameters:
    ///   - grid: the plane.
    ///   - gammas: the spectral indices.
    ///   - lowest: the energy down to which they are wanted [GeV].
    /// - Returns: nil where sources have no power law, no neutrino has a mass to meet a Z′ with, or a Z′ has other decays at
    ///   every mass of the plane.
    /// - Throws: what the transport refuses.
    public init?(
        _ comparison: IceCubeComparison, on grid: MapGrid, gammas: ClosedRange<Double>, downTo lowest: Double
    ) throws {
        let solver = comparison.narrow
        let isInvisible = { (mass: Mass) in
            Mediator.invisibleFraction(at: mass, charges: solver.setting.charges) == 1
        }
        guard comparison.shape == nil, let least = grid.masses.first,
            let greatest = grid.masses.last(where: isInvisible)
        else { return nil }
        let lines = solver.setting.resonanceLines(comparison.mediator(mass: least, coupling: grid.couplings[0]))
        guard let highest = lines.map(\.energy).max() else { return nil }
        let perMeV = highest / (least.inMeV * least.inMeV)
        let end = Double.log(perMeV * greatest.inMeV * greatest.inMeV / lowest)
        let places = Self.places(lines.flatMap(\.edges).map { Double.log(highest / $0) }, to: end)
        let energies = places.map { highest * Double.exp(-$0) }
        let channels = Channel.allCases.filter { channel in
            comparison.fit.dataSets.contains { $0.channel == channel }
        }
        let (weakest, strongest) = (grid.couplings[0].value, grid.couplings[grid.couplings.count - 1].value)
        let all = Self.axis(
            from: Double.log(weakest / greatest.inMeV), to: Double.log(strongest / least.inMeV), Self.strengthStep)
        let indices = Self.axis(from: gammas.lowerBound, to: gammas.upperBound, Self.indexStep)
        // Index by index, strength by strength.
        let planes = try Parallel.map(indices.count) { index -> [[Double]] in
            let spectrum = try solver.prepared(index: indices[index])
            return try (0..<all.count).map { node in
                let coupling = try Coupling(least.inMeV * Double.exp(all[node]))
                let mediator = comparison.mediator(mass: least, coupling: coupling)
                let flavours = try spectrum.ratios(mediator, energies: energies)
                    .map(solver.setting.flavours)
                return channels.flatMap { channel in flavours.map(channel.flux) }
            }
        }
        let nodes = Self.different(planes)
        self.channels = channels
        self.indices = indices
        self.places = places
        (highestLine, greatestMass) = (perMeV, greatest.inMeV)
        strengths = all[nodes]
        values = planes.flatMap { $0[nodes].joined() }
    }

    /// So many steps that none is larger; one node where the ends are one. Fewer than four nodes, through which goes no cubic,
    /// must be nearer to one another.
    private static func axis(from lower: Double, to upper: Double, _ step: Double) -> Axis {
        guard upper > lower else { return Axis(first: lower, step: step, count: 1) }
        func nodes(_ step: Double) -> Int { Int(((upper - lower) / step).rounded(.up)) + 1 }
        let count = max(nodes(step), min(4, nodes(step / 3)))
        return Axis(first: lower, step: (upper - lower) / Double(count - 1), count: count)
    }

    /// Jumps, and steps between them, up to an end.
    private static func places(_ jumps: [Double], to end: Double) -> [Double] {
        let jumps = jumps.sorted()
        let last = min((jumps.last ?? 0) + tail, max(end, jumps[0] + placeStep))
        let stops = jumps.filter { $0 < last } + [last]
        return zip(stops, stops.dropFirst()).flatMap { lower, upper in
            let count = max(1, Int(((upper - lower) / placeStep).rounded(.up)))
            return (0..<count).map { lower + (upper - lower) * Double($0) / Double(count) }
        } + [last]
    }

    /// The nodes of strength without those at either end that look like the next.
    private static func different(_ planes: [[[Double]]]) -> ClosedRange<Int> {
        func look(_ node: Int, as other: Int) -> Bool {
            planes.allSatisfy { plane in zip(plane[node], plane[other]).allSatisfy { abs($0 - $1) < invisible } }
        }
        let last = planes[0].count - 1
        // A cubic needs four.
        let first = (0...max(0, last - 3)).last { look($0, as: 0) } ?? 0
        return first...max(min(first + 3, last), (first...last).first { look($0, as: last) } ?? last)
    }
}
