import ConstraintKit
import Physics
import RealModule
import Testing

/// What searches for visible decays of a dark photon may say of a Z′ that decays to neutrinos too.
@Suite struct VisibleDecayReachTests {
    private static let dump = VisibleDecayReach(mixings: 1e-7...1e-4)
    private static let prompt = VisibleDecayReach(mixings: 3e-4 ... .infinity)

    private static func visibleFraction(_ coupling: Double, _ epsilon: Double) -> Double {
        let square = Constants.elementaryCharge * Constants.elementaryCharge * epsilon * epsilon
        return square / (square + coupling * coupling)
    }

    @Test func withoutMixingOrDecaysNothingIsReached() throws {
        for reach in [Self.dump, Self.prompt] {
            #expect(reach.couplings(at: try Mass(inMeV: 10), mixing: .none) == nil)
            #expect(reach.couplings(at: try Mass(inMeV: 1), mixing: .fixed(3e-4)) == nil)
            #expect(reach.couplings(at: try Mass(inMeV: 10), mixing: .fixed(9e-8)) == nil)
        }
        #expect(Self.dump.couplings(at: try Mass(inMeV: 10), mixing: .fixed(2e-4)) == nil)
    }

    /// At the greatest coupling of a fixed ε as many decays to electrons are seen as of a dark photon at its limit.
    @Test(arguments: [4e-4, -1e-3]) func aPromptSearchLosesWhatGoesToNeutrinos(epsilon: Double) throws {
        let reached = try #require(Self.prompt.couplings(at: try Mass(inMeV: 50), mixing: .fixed(epsilon)))
        let seen = epsilon * epsilon * Self.visibleFraction(reached.upperBound, epsilon)
        #expect(reached.lowerBound == 0 && abs(seen / (3e-4 * 3e-4) - 1) < 1e-12)
    }

    /// The same at the least coupling where ε goes with g′; above 2m_μ muons are seen, and 1/3 of ε is enough.
    @Test func whereMixingGoesWithTheCouplingThereIsALeastOne() throws {
        let mixing = KineticMixing.ratio(0.1)
        let reached = try #require(Self.prompt.couplings(at: try Mass(inMeV: 50), mixing: mixing))
        let epsilon = 0.1 * reached.lowerBound
        let seen = epsilon * epsilon * Self.visibleFraction(reached.lowerBound, epsilon)
        #expect(reached.upperBound == .infinity && abs(seen / (3e-4 * 3e-4) - 1) < 1e-12)
        let muons = try #require(Self.prompt.couplings(at: try Mass(inMeV: 250), mixing: mixing))
        #expect(abs(muons.lowerBound / 1e-3 - 1) < 1e-12)
    }

    /// Behind a shield nothing that is wider than the widest dark photon survives: g′² < e² ε².
    @Test func aDumpSeesNothingWider() throws {
        let fixed = try #require(Self.dump.couplings(at: try Mass(inMeV: 10), mixing: .fixed(1e-6)))
        #expect(fixed == 0...(Constants.elementaryCharge * 1e-4))
        let natural = try #require(Self.dump.couplings(at: try Mass(inMeV: 10), mixing: .natural))
        // ε = g′/69.3, to the digits there.
        #expect(abs(natural.lowerBound / 69.3e-7 - 1) < 1e-3)
        #expect(natural.upperBound == Constants.elementaryCharge * 1e-4)
    }

    /// A third party's recast of E137 to Lμ−Lτ with mixing by loops begins at g′ = 1.6e-6, where its dark photon begins at
    /// 2.30e-8 (the `darkcast` data): both ends of the chain, to the two digits of the former.
    @Test func aRecastBeginsWhereItSays() throws {
        let reach = VisibleDecayReach(mixings: 2.2976e-8...1.0928e-3)
        let found = try #require(reach.couplings(at: try Mass(inMeV: 1.1), mixing: .natural))
        #expect(abs(found.lowerBound / 1.5986e-6 - 1) < 0.01)
    }

    @Test func overARangeOfMassesAllCount() throws {
        let range = try #require(Self.prompt.couplings(on: 50...250, mixing: .ratio(0.1)))
        #expect(range == Self.prompt.couplings(at: try Mass(inMeV: 250), mixing: .ratio(0.1)))
        let running = try #require(Self.dump.couplings(on: 10...10, mixing: .running))
        #expect(running == Self.dump.couplings(at: try Mass(inMeV: 10), mixing: .running))
    }
}
