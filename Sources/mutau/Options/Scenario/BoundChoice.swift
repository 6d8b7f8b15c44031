import ArgumentParser
import CurveArchive
import MuonGMinus2
import Scenarios

/// A prediction of muon g−2 as the user names it: a known one, or a difference `VALUE±SIGMA`.
struct GMinus2Prediction {
    let stem: String
    /// The document of a difference; nil for a known prediction, whose document is in the catalogue.
    let given: CatalogueEntry?

    static let knownStems = ["wp20": "g-2-wp20", "bmw21": "g-2-bmw21", "wp25": "g-2-wp25"]

    init(_ text: String) throws {
        if let known = Self.knownStems[text.lowercased()] {
            (stem, given) = (known, nil)
        } else if let anomaly = AnomalyArgument(text) {
            let document = try MuonGMinus2Bound.document(value: anomaly.value, sigma: anomaly.sigma)
            (stem, given) = (document.card.stem, CatalogueEntry(given: document))
        } else {
            throw ValidationError(
                "'\(text)' is no reference of muon g−2: write wp20, bmw21, wp25 or a difference like 25e-10±6e-10")
        }
    }
}

extension Scenario {
    private static let predictions = Set(GMinus2Prediction.knownStems.values)

    /// The group of the predictions of muon g−2, under whatever name; made where the scenario has none.
    private mutating func gMinus2Group() -> Int {
        if let index = alternatives.firstIndex(where: { !Self.predictions.isDisjoint(with: $0.stems) }) { return index }
        alternatives.append(.init(name: "muon g-2", counts: nil, others: []))
        return alternatives.count - 1
    }

    /// Makes one prediction of muon g−2 count. All others that the scenario names, wherever it names them, are then only
    /// reported.
    mutating func count(_ prediction: GMinus2Prediction) {
        let index = gMinus2Group()
        let named = alternatives[index].stems + bounds.filter(Self.predictions.contains)
        bounds.removeAll { Self.predictions.contains($0) || $0 == prediction.stem }
        alternatives[index] = Alternatives(
            name: alternatives[index].name, counts: prediction.stem, others: named.filter { $0 != prediction.stem })
    }

    /// Where the prediction that counts is not among those named, the first that is takes its place.
    mutating func keep(only stems: [String]) {
        // One that the scenario lists in no group still excludes the others, and can't decide beside them.
        let newcomers = stems.filter { stem in
            Self.predictions.contains(stem) && !alternatives.contains { $0.stems.contains(stem) }
        }
        if !newcomers.isEmpty { alternatives[gMinus2Group()].others += newcomers }
        bounds = stems.filter { stem in !alternatives.contains { $0.stems.contains(stem) } }
        alternatives = alternatives.compactMap { group in
            var kept = group.keeping { stems.contains($0) }
            guard kept?.counts == nil, let first = stems.first(where: group.stems.contains) else { return kept }
            kept?.counts = first
            kept?.others.removeAll { $0 == first }
            return kept
        }
    }

    mutating func leaveOut(_ stems: Set<String>) {
        bounds.removeAll { stems.contains($0) }
        alternatives = alternatives.compactMap { $0.keeping { !stems.contains($0) } }
    }
}

extension Scenario.Alternatives {
    /// What is left of a group; where the one that counts is gone, none of the others takes its place.
    fileprivate func keeping(_ isKept: (String) -> Bool) -> Scenario.Alternatives? {
        guard stems.contains(where: isKept) else { return nil }
        return .init(name: name, counts: counts.flatMap { isKept($0) ? $0 : nil }, others: others.filter(isKept))
    }
}
