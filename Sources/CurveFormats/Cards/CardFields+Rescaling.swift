import ConstraintKit
import VOTable

// What may be done with a curve: at another confidence level, with another kinetic mixing, for other charges, and near its
// boundary. `Card` reads these facts under the same keys (Card+Signal.swift).

extension CardField {
    public static let statisticKind = CardField(
        fact: "statistic_kind",
        """
        The statistic behind the limit: events counted without background, one value with a normal error, a likelihood, \
        CL_s with background, a posterior. The first two say what the limit is at another confidence level.
        """, TextForm<StatisticKind>.word, utype: "limit:Limit.statisticKind")

    public static let signalPower = CardField(
        number: "signal_power",
        "p in S ∝ g′^p, the number of signal events, with kinetic mixing going with g′: 2 for production of the Z′.",
        utype: "limit:Limit.signalPower")

    public static let mixingPower = CardField(
        number: "mixing_power",
        """
        b of these powers are powers of ε, S ∝ g′^(p−b) ε^b: the bound rescales to any kinetic mixing. 2 of 2 where mixing \
        alone makes the Z′, half of them where g′ε enters.
        """, utype: "limit:Limit.mixingPower")

    public static let curveError = CardField(
        number: "curve_error",
        "The relative error with which the curve itself is known, digitised or reconstructed: 0.13 for ±13 %.",
        utype: "limit:Limit.curveError")

    public static let chargeRule = CardField(
        fact: "charge_rule",
        "The charge with which the curve rescales where the charges are not those of Lμ−Lτ; without it the bound is silent.",
        TextForm<ChargeRule>.word, utype: "limit:Limit.chargeRule")
}

extension CardField {
    /// A number above zero that the card keeps among its further facts, as text that reads as it.
    private init(number key: String, _ help: String, utype: String) {
        self.init(fact: key, help, .positiveNumber, utype: utype) {
            FieldValue(number: $0.facts[key].flatMap { DecimalText.finiteNumber($0) })
        }
    }
}

extension FieldValue {
    fileprivate init(number: Double?) { self = number.map { .number($0) } ?? .null }
}

extension TextForm<Double> {
    private static let formOfPositive = "a number above 0"

    static let positiveNumber = Self(
        formOfPositive,
        read: { text throws(UnreadableText) in
            guard let number = DecimalText.finiteNumber(text), number > 0 else {
                throw .malformed(expected: formOfPositive)
            }
            return number
        }, write: { DecimalText.text(of: $0) })
}
