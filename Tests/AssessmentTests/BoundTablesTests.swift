import Assessment
import ConstraintKit
import Testing

/// Tables of limits computed elsewhere for the same formulas, four printed digits: thinned out, every range covered.
@Suite("Bundled bounds against tables made elsewhere")
struct BoundTablesTests {
    struct Table: Sendable, CustomTestStringConvertible {
        let stem: String
        /// Greatest relative difference: half of the last printed digit, or what is said beside the table.
        let tolerance: Double
        let rows: [(mass: Double, limit: Double)]
        var testDescription: String { stem }
    }

    static let tables = [
        // 5e-4: half a unit of four digits beginning with 1.
        Table(
            stem: "kaon-neutrino-only-pang1973", tolerance: 5e-4,
            rows: [
                (0.3, 2.413e-05), (1, 8.045e-05), (3, 0.0002413), (6.5, 0.000523), (20, 0.001611), (70, 0.005809),
                (150, 0.01512), (250, 0.04924), (300, 0.1171),
            ]),
        // 7e-4: the table's own integration. It has every Z′ unseen: below 2m_μ.
        Table(
            stem: "kaon-vector-pang1973", tolerance: 7e-4,
            rows: [
                (0.5, 0.002811), (1, 0.003143), (3, 0.003878), (6.5, 0.004657), (20, 0.006654), (70, 0.01318),
                (150, 0.0311), (200, 0.05565),
            ]),
        Table(
            stem: "z-decay-three-flavours", tolerance: 5e-4,
            rows: [
                (0.1, 0.0265), (4.217, 0.03725), (56.23, 0.05182), (421.7, 0.07451), (1334, 0.09941), (4217, 0.1492),
                (1e4, 0.2367),
            ]),
        Table(
            stem: "z-decay-mu-tau", tolerance: 5e-4,
            rows: [
                (0.1, 0.03246), (4.217, 0.04563), (56.23, 0.06347), (421.7, 0.09126), (1334, 0.1218), (4217, 0.1827),
                (1e4, 0.2898),
            ]),
        // 1e-3: the table takes another value of the W's width, 0.06 % higher in the coupling throughout.
        Table(
            stem: "w-decay-neutrino-only", tolerance: 1e-3,
            rows: [(0.1, 2.016e-05), (10, 0.002016), (177.8, 0.03585), (1e4, 2.016)]),
    ]

    @Test("Limits agree", arguments: tables)
    func limitsAgree(table: Table) throws {
        let document = try #require(BundledDocuments.computed(table.stem))
        let bound = try LinkedBounds().constraint(document, Conventions())
        for (mass, expected) in table.rows {
            let limit = try #require(try bound.limit(at: mass))
            #expect(abs(limit / expected - 1) <= table.tolerance, "\(mass) MeV: \(limit), not \(expected)")
        }
    }
}
