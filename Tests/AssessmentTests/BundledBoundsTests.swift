import Assessment
import ConstraintKit
import KaonDecay
import MuonGMinus2
import NA64Mu
import PluginLoading
import Testing

@Suite("Bundled bounds")
struct BundledBoundsTests {
    let linked: LinkedBounds

    init() throws { linked = try LinkedBounds() }

    private func bound(
        _ document: Document, confidenceLevel: Double? = nil
    ) throws -> any Constraint {
        try linked.constraint(
            document, Conventions(kineticMixing: document.card.kineticMixing, confidenceLevel: confidenceLevel))
    }

    private func computed(_ stem: String) throws -> any Constraint {
        try bound(try #require(BundledDocuments.computed(stem)))
    }

    @Test("Every bound with code is registered")
    func registration() throws {
        let documents = try BundledDocuments.computed + BundledDocuments.curves()
        #expect(Set(linked.stems) == Set(documents.map(\.card.stem) + ["g-2-user"]))
    }

    /// The page of a map asks such a bound at one level alone.
    @Test("Code that says nothing of a confidence level on its card does not go with one")
    func level() throws {
        for document in BundledDocuments.computed {
            let own = try bound(document)
            guard !(own is any AdaptedBound) else { continue }
            let other = try bound(document, confidenceLevel: 0.68)
            for mass in try [1e-3, 0.9, 6.5, 45, 300].map({ try Mass(inMeV: $0) }) {
                #expect(try own.boundary(at: mass) == other.boundary(at: mass), "\(document.card.stem)")
            }
        }
    }

    /// Where each bound speaks, and where not [MeV].
    static let ranges: [(stem: String, speaks: [Double], isSilent: [Double])] = [
        ("kaon-neutrino-only-pang1973", [1e-3, 0.3, 6.5, 300, 387], [1e-6, 389, 1e300]),
        ("kaon-vector-pang1973", [1e-3, 0.3, 6.5, 300, 387], [1e-300, 389, 1e4]),
        ("kaon-vector-e949", [1e-3, 0.3, 6.5, 300, 387], [1e-300, 389, 1e4]),
        ("kaon-vector-na62", [10, 300, 370], [1e-300, 6.5, 9.9, 371, 1e4]),
        ("z-decay-three-flavours", [1e-3, 6.5, 1e4, 8e4], [1e-300, 9.2e4, 1e300]),
        ("z-decay-mu-tau", [1e-3, 6.5, 1e4, 8e4], [1e-300, 9.2e4, 1e300]),
        ("z-decay-inclusive", [1e-3, 6.5, 200], [1e-300, 2e3, 9.2e4, 1e300]),
        ("trident-ccfr", [1e-2, 6.5, 1e6], [9e-3, 1.1e6]), ("trident-charm2", [1e-2, 6.5, 1e6], [9e-3, 1.1e6]),
        ("na64mu-2024-computed", [1e-3, 6.5, 3e3], [9e-4, 3001]), ("na64e-2024", [1e-3, 6.5, 200], [9e-4, 201]),
        ("borexino", [1e-6, 6.5, 1e6], [9e-7, 1.1e6]), ("white-dwarf", [2, 6.5, 1500], [1.9, 1501]),
        ("w-decay-neutrino-only", [1e-3, 6.5, 1e4], [1e-300, 1.1e4, 1e300]),
        ("neff-thermal", [1e-3, 0.9, 1, 6.5, 10.3, 10.5, 20], [9e-4, 20.1, 1e300]),
        ("neff-history", [1e-6, 1e-3, 0.9, 1, 6.5, 20, 99], [9e-7, 101, 1e300]),
        ("neff-history-2026", [1e-6, 1e-3, 0.9, 1, 6.5, 20, 99], [9e-7, 101, 1e300]),
        // Caesium's has no edge anywhere: it excludes every coupling.
        ("electron-g-2-rb", [1e-6, 6.5, 1e9], [1e-300, 1e10]),
        ("g-2-wp20", [1e-6, 6.5, 1e9], [1e-300, 1e10]),
        ("g-2-bmw21", [1e-6, 6.5, 1e9], [1e-300, 1e10]),
        ("g-2-wp25", [1e-6, 6.5, 1e9], [1e-300, 1e10]),
    ]

    @Test("The conformance suite, formulas", arguments: ranges)
    func conformance(stem: String, speaks: [Double], isSilent: [Double]) throws {
        let suite = ConstraintConformance(
            try computed(stem), speaks: try speaks.map { try Mass(inMeV: $0) },
            isSilent: try isSilent.map { try Mass(inMeV: $0) }, known: try Self.knownLimits(of: stem))
        #expect(suite.faults().isEmpty, "\(suite.faults())")
    }

    @Test("The conformance suite, curves")
    func curveConformance() throws {
        for document in try BundledDocuments.curves() {
            let hasEnds = document.ownLimits.contains { $0.region.massRange != nil }
            let suite = ConstraintConformance(
                try bound(document), speaks: try [1, 6.5, 20, 3000].map { try Mass(inMeV: $0) },
                isSilent: try (hasEnds ? [0.5, 3001] : []).map { try Mass(inMeV: $0) })
            #expect(suite.faults().isEmpty, "\(document.card.stem)")
        }
    }

    /// Stem, mass [MeV], limit on g′, half of its last printed digit.
    static let known: [(String, Double, Double, Double)] = [
        ("kaon-neutrino-only-pang1973", 6.5, 5.23e-4, 5e-7),
        ("kaon-vector-pang1973", 6.5, 4.66e-3, 5e-6),
        ("kaon-vector-e949", 6.5, 2.95e-3, 5e-6),
        // Br < 1.3e-6 and the independent width, 0.0284: two digits.
        ("kaon-vector-na62", 100, 8.5e-3, 2e-4),
        ("z-decay-three-flavours", 1, 3.2e-2, 5e-4),
        ("z-decay-three-flavours", 6.5, 3.9e-2, 5e-4),
        ("z-decay-mu-tau", 6.5, 4.8e-2, 5e-4),
        ("z-decay-inclusive", 6.5, 0.69, 5e-3),
        ("w-decay-neutrino-only", 10, 2.0e-3, 5e-5),
        ("w-decay-neutrino-only", 1000, 0.20, 5e-3),
        ("g-2-bmw21", 6.5, 4.80e-4, 5e-7),
        ("g-2-wp25", 6.5, 3.93e-4, 5e-7),
    ]

    private static func knownLimits(of stem: String) throws -> [KnownLimit] {
        try known.filter { $0.0 == stem }.map { _, mass, limit, half in
            KnownLimit(mass: try Mass(inMeV: mass), coupling: limit, tolerance: half / limit)
        }
    }

    @Test("A bound that breaks the rules is found out")
    func violations() throws {
        let suite = ConstraintConformance(
            try computed("kaon-vector-pang1973"), speaks: [try Mass(inMeV: 1e4)], isSilent: [try Mass(inMeV: 6.5)],
            known: [KnownLimit(mass: try Mass(inMeV: 6.5), coupling: 1e-3, tolerance: 0.1)])
        #expect(Set(suite.faults().map(\.subject)) == [.silence, .knownValues])
    }

    @Test("Every bundled document has a complete card and well-formed references")
    func cards() throws {
        for entry in ProgramsOwn.catalogue.entries().entries {
            let faults = entry.document.card.conformanceFaults()
            #expect(faults.isEmpty, "\(entry.stem): \(faults)")
        }
    }

    @Test("Known limits, to their printed digits", arguments: known)
    func knownLimit(stem: String, mass: Double, expected: Double, half: Double) throws {
        let limit = try #require(try computed(stem).limit(at: mass))
        #expect(abs(limit - expected) <= half, "\(stem) at \(mass) MeV: \(limit)")
    }

    @Test("N_eff excludes below 10.4 MeV at 3.33 and below 8.6 MeV at 3.5", arguments: [(3.33, 10.4), (3.5, 8.6)])
    func neffCrossing(limit: Double, crossing: Double) throws {
        let neff = try bound(BundledDocuments.neff(limit: limit))
        // The crossing is printed to 0.1 MeV.
        #expect(try neff.limit(at: crossing - 0.05) == 1e-9)
        #expect(try neff.boundary(at: try Mass(inMeV: crossing + 0.05)) == .excludes(.init()))
    }

    @Test("Below its table N_eff is excluded where its first row is, for couplings that reach equilibrium")
    func neffBelowItsTable() throws {
        let neff = try bound(BundledDocuments.neff(limit: 3.33))
        #expect(try neff.limit(at: 0.999) == 1e-9 / 0.999)
        #expect(try neff.limit(at: 0.1) == 1e-8)
        // Nothing is known below a table that begins with an allowed mass.
        let generous = try bound(BundledDocuments.neff(limit: 5.5))
        #expect(try generous.limit(at: 0.9) == nil)
        #expect(try generous.boundary(at: try Mass(inMeV: 0.9)) != .excludes(.init()))
    }

    @Test("A supplied curve is taken as it is")
    func suppliedCurve() throws {
        let curve = try Curve(knots: [.init(mass: 1, coupling: 1e-3), .init(mass: 10, coupling: 2e-3)])
        for stem in linked.stems {
            let supplied = try bound(BundledDocuments.supplied(stem, kind: .observed, region: .above(curve)))
            #expect(try supplied.limit(at: 10) == 2e-3)
            #expect(try supplied.limit(at: 11) == nil)
        }
    }
}
