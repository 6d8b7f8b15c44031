import ConstraintKit

/// The documents of the bounds that have code, made by hand: parameters, and curves of two or three knots.
enum BundledDocuments {
    static let computed: [Document] = [
        document("kaon-neutrino-only-pang1973", ["branching_ratio_limit": 6e-6]),
        document("kaon-vector-pang1973", ["branching_ratio_limit": 6e-6]),
        document("kaon-vector-e949", ["branching_ratio_limit": 2.4e-6]),
        document("kaon-vector-na62", ["branching_ratio_limit": 2e-7, "missing_mass_squared_GeV2": 0.1]),
        document("z-decay-three-flavours", ["width_excess_MeV": 3, "flavours": 3]),
        document("z-decay-mu-tau", ["width_excess_MeV": 3, "flavours": 2]),
        document("z-decay-inclusive", ["width_excess_MeV": 3]),
        document("w-decay-neutrino-only", ["width_excess_MeV": 69]),
        document("trident-ccfr", ["ratio": 0.82, "ratio_sigma": 0.28]),
        document("trident-charm2", ["ratio": 1.58, "ratio_sigma": 0.57]),
        document("na64mu-2024-computed", ["muons_on_target": 1.98e10]),
        document("na64e-2024", ["electrons_on_target": 9.37e11], mixing: .natural),
        document("borexino", ["measured_error": 0.03, "predicted_error": 0.06], mixing: .natural),
        document("white-dwarf", ["rate_excess_limit": 0.3], mixing: .natural),
        document("electron-g-2-rb", ["delta_a_e": 3.4e-13, "sigma_a_e": 1.6e-13], mixing: .natural),
        document("electron-g-2-cs", ["delta_a_e": -10.2e-13, "sigma_a_e": 2.6e-13], mixing: .natural),
        neff(limit: 3.33), document("neff-history", ["n_eff_max": 3.33]),
        document("neff-history-2026", ["n_eff_max": 3.151, "n_eff_measured": 2.99, "n_eff_sigma": 0.07]),
        gMinus2("g-2-wp20", 25.1e-10, 5.9e-10, .preferred),
        gMinus2("g-2-bmw21", 10.7e-10, 7.0e-10),
        gMinus2("g-2-wp25", 3.85e-10, 6.37e-10),
    ]

    static func curves() throws -> [Document] {
        [
            try na64mu("na64mu-2024", scale: 1, kind: .observed, muons: 1.98e10),
            try na64mu("na64mu-1e11-mot", scale: 0.2, kind: .projected, muons: 1e11),
            try na64mu("na64mu-1e12-mot", scale: 0.08, kind: .projected, muons: 1e12),
            try massBound(),
        ]
    }

    static func computed(_ stem: String) -> Document? { computed.first { $0.card.stem == stem } }

    static func document(
        _ stem: String, _ parameters: [String: Double], kind: Kind = .observed, mixing: KineticMixing = .none
    ) -> Document {
        Document(
            card: Card(
                stem: stem, title: stem, kind: kind, confidenceLevel: .stated(0.9), kineticMixing: mixing,
                method: .computed),
            parameters: parameters)
    }

    static func gMinus2(_ stem: String, _ value: Double, _ error: Double, _ kind: Kind = .observed) -> Document {
        document(stem, ["delta_a_mu": value, "sigma_a_mu": error], kind: kind)
    }

    /// Rows of the table of a thermalised Z′ (after the method of 1812.05605 and 2001.04466).
    static func neff(limit: Double) -> Document {
        var document = document("neff-thermal", ["n_eff_max": limit, "coupling_floor": 1e-9])
        document.tables["n_eff"] = AuxiliaryTable(columns: [
            .init(name: "mass", unit: "MeV", values: [1, 5, 6.5, 8, 9, 10, 11, 13, 20]),
            .init(
                name: "n_eff", unit: "",
                values: [5.3997, 4.133, 3.8032, 3.5676, 3.4514, 3.3605, 3.2897, 3.192, 3.0699]),
        ])
        return document
    }

    /// Rows of the reconstructed curve of NA64μ (1.98e10 muons on target), multiplied by `scale`.
    static func na64mu(_ stem: String, scale: Double, kind: Kind, muons: Double) throws -> Document {
        let rows = [(1, 4.992e-4), (6.5, 5e-4), (30, 5.156e-4), (100, 6.487e-4), (3000, 6.16e-2)]
        let curve = try Curve(knots: rows.map { .init(mass: $0.0, coupling: $0.1 * scale) })
        return supplied(stem, kind: kind, region: .above(curve), parameters: ["muons_on_target": muons])
    }

    static func massBound() throws -> Document {
        supplied("neff-5mev", kind: .observed, region: .belowMass(try Mass(inMeV: 5), .above(1e-9)))
    }

    static func supplied(
        _ stem: String, kind: Kind, region: Region, parameters: [String: Double] = [:]
    ) -> Document {
        Document(
            card: Card(stem: stem, title: stem, kind: kind, confidenceLevel: .stated(0.9), method: .reconstructed),
            limits: [.init(name: "curve", kind: kind, confidenceLevel: .stated(0.9), region: region)],
            parameters: parameters)
    }
}
