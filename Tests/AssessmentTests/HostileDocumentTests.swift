import Assessment
import ConstraintKit
import Testing

@Suite("Bundled bounds: documents that are no good")
struct HostileDocumentTests {
    private func bound(_ document: Document) throws -> any Constraint {
        try LinkedBounds().constraint(document, Conventions(kineticMixing: document.card.kineticMixing))
    }

    @Test(
        "A parameter that is missing or no number for it is refused",
        arguments: BundledDocuments.computed.map(\.card.stem))
    func parameters(stem: String) throws {
        let document = try #require(BundledDocuments.computed(stem))
        for name in document.parameters.keys {
            var missing = document
            missing.parameters[name] = nil
            #expect(throws: DocumentError.parameterMissing(stem: stem, name: name)) {
                try bound(missing)
            }
            for value in [Double.nan, .infinity, -.infinity] {
                var bad = document
                bad.parameters[name] = value
                #expect(throws: DocumentError.self, "\(stem), \(name) = \(value)") { try bound(bad) }
            }
        }
    }

    @Test(
        "The greatest and least of parameters make no nonsense", arguments: BundledDocuments.computed.map(\.card.stem))
    func extremes(stem: String) throws {
        let document = try #require(BundledDocuments.computed(stem))
        for name in document.parameters.keys {
            for value in Self.extremes(of: name, stem) {
                var extreme = document
                extreme.parameters[name] = value
                for mass in [1e-300, 1e-6, 1e-3, 1, 6.5, 387, 8e4, 1e9, 1e300] {
                    let answer = try bound(extreme).boundary(at: try Mass(inMeV: mass))
                    #expect(answer.isWellFormed, "\(stem), \(name) = \(value), \(mass) MeV: \(answer)")
                }
            }
        }
    }

    /// Flavours are counted; the Standard Model has more neutrinos than three; a_μ and its error are numbers below 1.
    private static func extremes(of name: String, _ stem: String) -> [Double] {
        switch (name, stem) {
        case ("flavours", _): [1, 3]
        case ("n_eff_max", "neff-history"), ("n_eff_max", "neff-history-2026"): [3.0449, 1e300]
        default: [.leastNonzeroMagnitude, 1e-300, 0.99]
        }
    }

    @Test(
        "A limit on N_eff that the Standard Model exceeds is refused",
        arguments: [Double.leastNonzeroMagnitude, 1, 3.0448])
    func neffBelowTheStandardModel(limit: Double) throws {
        #expect(throws: DocumentError.self) {
            try bound(BundledDocuments.document("neff-history", ["n_eff_max": limit]))
        }
    }

    @Test("Flavours are counted", arguments: [0, 0.5, 1.5, 4, Double.leastNonzeroMagnitude])
    func flavours(count: Double) throws {
        let document = BundledDocuments.document("z-decay-mu-tau", ["width_excess_MeV": 3, "flavours": count])
        #expect(throws: DocumentError.self) { try bound(document) }
    }

    static let columns: [(masses: [Double], neutrinos: [Double], unit: String)] = [
        ([], [], "MeV"), ([1], [5], "MeV"), ([1, 2], [5], "MeV"), ([2, 1], [5, 4], "MeV"), ([1, 1], [5, 4], "MeV"),
        ([1, .nan], [5, 4], "MeV"), ([1, 2], [5, .nan], "MeV"), ([0, 2], [5, 4], "MeV"), ([1, 2], [5, 4], "s"),
        ([1, 2], [5, 4], ""), ([1e308, .infinity], [5, 4], "MeV"), ([1e307, 1e308], [5, 4], "TeV"),
    ]

    @Test("A table of N_eff that is no function of the mass is refused", arguments: columns)
    func table(masses: [Double], neutrinos: [Double], unit: String) throws {
        var document = BundledDocuments.neff(limit: 3.33)
        document.tables["n_eff"] = AuxiliaryTable(columns: [
            .init(name: "mass", unit: unit, values: masses), .init(name: "n_eff", unit: "", values: neutrinos),
        ])
        #expect(throws: DocumentError.self) { try bound(document) }
    }

    @Test("The unit of the table's masses is heeded")
    func unit() throws {
        var document = BundledDocuments.neff(limit: 3.33)
        document.tables["n_eff"] = AuxiliaryTable(columns: [
            .init(name: "mass", unit: "GeV", values: [0.001, 0.02]),
            .init(name: "n_eff", unit: "", values: [5, 3]),
        ])
        #expect(try bound(document).limit(at: 5) == 1e-9)
    }
}
