import ConstraintKit
import Testing
import VOTable

@testable import CurveFormats

/// Written and read again, a document is the same to the last bit.
@Suite struct RoundTripTests {
    private static let withFields: Reference = {
        var reference = Reference(citation: "")
        for field in ReferenceField.all { reference[field] = .stated("the \(field.key); a <b> & \"c\"") }
        reference[.doi] = .noneExists
        reference[.volume] = .notVerified
        return reference
    }()

    private static let card = Card(
        stem: "some-bound_1", title: "Söme bound <g′ & more>", summary: "Line one\nand \"two\".", kind: .observed,
        confidenceLevel: .inferred(0.9), statistic: "CLs", kineticMixing: .ratio(-0.0144),
        assumptions: ["Z′ → νν̄ only", "no screening"],
        references: [
            Reference(
                texkey: "Laha:2013xua", arxiv: "1304.3460", doi: "10.1103/PhysRevD.89.093011", citation: "R. Laha"),
            Reference(citation: "a second one"), withFields,
        ], method: .reconstructed, methodNote: "scaled; not published", status: .validated)

    /// Awkward doubles: neighbours of round numbers, thirds, many digits, the ends of the range.
    private static let values = [0.1, 0.1.nextUp, 1.0 / 3, 2.0 / 3, 1e-3, 123456.789012345678, 1e6, 2.3e-308, 1.7e308]

    private static func curve(gapsAfter: Set<Int> = []) throws -> Curve {
        try Curve(
            knots: zip(values.sorted(), values.reversed()).map { .init(mass: $0, coupling: $1) }, gapsAfter: gapsAfter)
    }

    private static func contour() throws -> Contour {
        try Contour([
            .init(mass: 1, coupling: 1e-4), .init(mass: 10, coupling: 1.0 / 30000), .init(mass: 30, coupling: 3e-4),
        ])
    }

    private func again(_ document: Document) throws -> Document {
        var options = ImportOptions()
        // The awkward numbers span more than any real curve.
        options.insists = true
        return try readDocument(nativeVOTable(of: document).serialized(), name: "x.vot", options: options).document
    }

    @Test func everyRegionComesBack() throws {
        let curve = try Self.curve()
        let interval = CouplingInterval(lower: 1e-9, upper: .infinity)
        let regions: [Region] = [
            .above(curve), .below(curve), .inside(try Self.contour()), .outside(try Self.contour()),
            .between(try Band(curve, try Self.curve())), .belowMass(try Mass(inMeV: 10.4), interval),
            .belowMass(try Mass(inMeV: 1.0 / 3), CouplingInterval(lower: 0, upper: 0.1)),
            .above(try Self.curve(gapsAfter: [0, 3])), .above(try Curve(knots: [.init(mass: 10, coupling: 1e-4)])),
        ]
        let limits = regions.enumerated().map { index, region in
            Limit(
                name: "limit \(index)", kind: Kind.allCases[index % Kind.allCases.count],
                confidenceLevel: index % 2 == 0 ? .stated(0.95) : .notStated, region: region)
        }
        let document = Document(card: Self.card, limits: limits)
        #expect(try again(document) == document)
    }

    @Test func tablesAndParametersComeBack() throws {
        let table = AuxiliaryTable(columns: [
            .init(name: "mass", unit: "MeV", values: Self.values),
            .init(name: "n_eff", unit: "", values: Self.values.reversed()),
        ])
        let document = Document(
            card: Self.card, tables: ["n_eff": table], parameters: ["delta_a_mu": 251e-11, "sigma_a_mu": -1.0 / 3])
        #expect(try again(document) == document)
    }

    @Test func aCardAloneComesBackWithItsParameters() throws {
        var card = Self.card
        card.confidenceLevel = .notStated
        card.kineticMixing = .natural
        let document = Document(card: card, parameters: ["delta_a_mu": 38e-11])
        #expect(try again(document) == document)
        let bytes = nativeVOTable(of: document).serialized()
        #expect(!inspect(bytes, name: "x.vot").isUsable)
        #expect(inspect(bytes, name: "x.vot").error == nil)
    }

    @Test(arguments: ["na64e-2024.csv", "charm-ii.csv"]) func importedTextComesBack(_ name: String) throws {
        let document = try importCurves([try TestInput.limit(name)]).document
        #expect(try again(document) == document)
    }
}
