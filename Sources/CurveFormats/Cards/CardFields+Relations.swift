import ConstraintKit
import Physics

// What a bound is to others: the program offers choices by it, and so needs to know no bound by its name.

extension CardField {
    public static let alternatives = CardField(
        fact: "alternatives",
        "The group of bounds that can't all hold, of which one counts: its name, muon g-2 for instance.",
        .visibleText, utype: "limit:Limit.alternatives")

    public static let shortName = CardField(
        fact: "short_name", "What it is called where one of its group is chosen.", .stem,
        utype: "limit:Limit.shortName")

    public static let exposure = CardField(
        fact: "exposure",
        "The parameter that the number of signal events grows with, in a search without background: g′ ∝ exposure^(−½).",
        TextForm<Exposure>.word, utype: "limit:Limit.exposure")
}
