import ConstraintKit
import Physics

extension MuonGMinus2Bound {
    /// A document for any Δa ± σ, by the stem `g-2-user`.
    ///
    /// Its kind follows from the numbers: where Δa stands more than 2σ above zero something is there to explain, and
    /// the document prefers a band; otherwise it limits from above at Δa + 2σ.
    /// - Parameters:
    ///   - value: Δa = a_μ(measured) − a_μ(predicted), a number.
    ///   - sigma: its error.
    /// - Throws: ``DocumentError/parameterOutOfRange(stem:name:value:expected:)`` unless |Δa| < 1 and 0 < σ < 1.
    public static func document(value: Double, sigma: Double) throws -> Document {
        let prefers = value - 2 * sigma > 0
        let card = Card(
            stem: "g-2-user", title: "g−2, given",
            summary: "The muon's anomalous moment differs from its prediction by (\(value) ± \(sigma)).",
            kind: prefers ? .preferred : .observed,
            confidenceLevel: prefers ? .notStated : .inferred(levelOfTwoDeviations),
            statistic: prefers ? nil : "one-sided, two standard deviations",
            assumptions: ["the difference Δa ± σ as given, with a normal error"],
            method: .computed,
            methodNote: prefers
                ? "the couplings within 1σ and 2σ of Δa, which is more than 2σ above zero"
                : "excluded above Δa + 2σ, since Δa is not 2σ above zero")
        let document = Document(card: card, parameters: ["delta_a_mu": value, "sigma_a_mu": sigma])
        _ = try measurement(in: document)
        return document
    }

    /// The one-sided level of 2σ, to the three digits that the documents of the known predictions give.
    private static let levelOfTwoDeviations = 0.977

    /// Δa and σ of a document: a_μ itself is 1.2e-3, so a number above 1 is a slip.
    static func measurement(in document: Document) throws -> AnomalyMeasurement {
        let difference = try document.parameter("delta_a_mu")
        guard abs(difference) < 1 else {
            throw DocumentError.parameterOutOfRange(
                stem: document.card.stem, name: "delta_a_mu", value: difference, expected: "between −1 and 1")
        }
        return AnomalyMeasurement(
            difference: difference, sigma: try document.positiveParameter("sigma_a_mu", atMost: 1))
    }
}
