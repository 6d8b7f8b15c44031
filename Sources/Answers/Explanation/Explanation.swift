import Assessment
import ConstraintKit
import CurveFormats
import Documents

/// What a referee would accept for a verdict: what it says, which document and publication it rests on, where in it, by which
/// rule, with what margin, and under which assumptions.
struct Explanation {
    private let verdict: BoundVerdict
    private let mass: Mass
    private let coupling: Coupling
    private let conventions: Conventions

    /// - Parameter conventions: those of the scenario.
    init(_ verdict: BoundVerdict, at mass: Mass, _ coupling: Coupling, _ conventions: Conventions) {
        (self.verdict, self.mass, self.coupling, self.conventions) = (verdict, mass, coupling, conventions)
    }

    private var card: Card { verdict.bound.card }
    private var digits: Int { verdict.bound.digitsOfEdges ?? 3 }

    /// Some sentences; nil for a bound that says nothing of the point.
    var text: String? {
        guard let claim else { return nil }
        return PlainText.clean(
            [claim, rule, source, assumptions].map { $0.last == "." ? $0 : $0 + "." }.joined(separator: " "))
    }

    private var claim: String? {
        let verb: String
        switch verdict.verdict {
        case .excluded: verb = verdict.decides ? "excludes" : "would exclude"
        case .allowed: verb = "allows"
        case .preferred: verb = "prefers"
        case .disfavoured: verb = "does not prefer"
        case .silent, .failed: return nil
        }
        return
            "\(card.title) \(verb) g′ = \(NumberText.exact(coupling.value)) at m = \(NumberText.exact(mass.inMeV)) MeV: "
            + (limit + [verdict.remark].compactMap(\.self)).joined(separator: "; ")
    }

    private var limit: [String] {
        let margin = verdict.marginInDex.map { abs($0) }.map { NumberText.fixed($0, decimals: max(2, digits)) } ?? ""
        if let edge = verdict.massLimit {
            let side = mass < edge ? "below" : "above"
            return ["it demands m > \(NumberText.short(edge.inMeV)) MeV, and the mass lies \(margin) dex \(side) that"]
        }
        guard let limit = verdict.limit else {
            return [verdict.wordsWithoutEdge]
        }
        let place =
            "\(verdict.isOfBand ? "the edge of its band" : "its limit") there is g′ = \(NumberText.short(limit, digits: digits))"
        if verdict.isAtTheLimit { return [place + ", and the point stands on it"] }
        return [place + ", and the point lies \(margin) dex \(coupling.value > limit ? "above" : "below") it"]
    }

    /// Where the limit was read off, or how it was computed.
    private var rule: String {
        let limit = verdict.isOfBand ? "The edge" : "The limit"
        switch verdict.basis(at: mass) {
        case .interpolated(let support, let factor):
            let place =
                support.first == support.last
                ? "\(limit) is that of the point \(Self.knot(support.first)) of the document"
                : "\(limit) is interpolated on a log–log scale between the points \(Self.knot(support.first)) and "
                    + "\(Self.knot(support.last)) of the document"
            guard abs(factor - 1) > 1e-6 else { return place }
            let changes = verdict.bound.conditions.changes
            return place + ", times \(NumberText.short(factor)) in the scenario"
                + (changes.isEmpty ? "" : " (\(changes.joined(separator: "; ")))")
        case .massEdge(let edge):
            return "It is an edge in mass at \(NumberText.exact(edge.inMeV)) MeV, with nothing interpolated"
        case .noEdge: return "The document's curve has no edge at this mass"
        case .computed: return "\(limit) is computed from the numbers of the document, with nothing read off a curve"
        case .plugin: return "\(limit) is computed by " + (verdict.bound.code.map(Wording.code) ?? "a plugin")
        }
    }

    private static func knot(_ knot: Curve.Knot) -> String {
        "(\(NumberText.exact(knot.mass)) MeV, \(NumberText.exact(knot.coupling)))"
    }

    /// The document, its publication, and how its numbers were obtained.
    private var source: String {
        let publication = card.references.first.map(Self.name) ?? "which names no publication"
        let note = card.methodNote.map { ": \($0)" } ?? ""
        return "The document is \(card.stem) (sha256 \(verdict.bound.sha256.hexadecimal.prefix(12))…), \(publication); "
            + "its numbers are \(card.method.asParticiple)\(note)"
    }

    private static func name(of reference: Reference) -> String {
        let names = [
            reference.texkey, reference.arxiv.map { "arXiv:\($0)" }, reference.doi.map { "doi:\($0)" },
        ].compactMap(\.self)
        return "after " + (names.isEmpty ? reference.citation : names.joined(separator: ", "))
    }

    /// `at 90 % CL (stated; CLs)`
    private var level: String {
        guard let fraction = card.confidenceLevel.fraction else { return "without a stated confidence level" }
        let basis =
            switch card.confidenceLevel {
            case .converted: "as the scenario asks"
            case .stated, .inferred, .notStated: card.confidenceLevel.basis
            }
        return
            "at \(Wording.percent(fraction)) CL (\([basis, card.statistic].compactMap(\.self).joined(separator: "; ")))"
    }

    private static func with(_ mixing: KineticMixing) -> String {
        mixing == .none ? "without kinetic mixing" : "with \(Wording.mixing(mixing)) kinetic mixing"
    }

    private var assumptions: String {
        let mixing = "derived \(Self.with(verdict.bound.conditions.mixingOfDerivation ?? card.kineticMixing))"
        let rescaled =
            verdict.bound.conditions.mixingOfDerivation == nil
            ? "" : " and rescaled to \(Wording.mixing(card.kineticMixing))"
        let further = card.assumptions.isEmpty ? "" : ", assuming \(card.assumptions.joined(separator: "; "))"
        let granted = conventions.kineticMixing == .none ? "no" : Wording.mixing(conventions.kineticMixing)
        let charges =
            conventions.charges == .muonMinusTau ? "the charges of Lμ−Lτ" : "charges other than those of Lμ−Lτ"
        let caveat = verdict.bound.caveat.map { " (\($0))" } ?? ""
        return
            "It holds \(level), \(mixing)\(rescaled)\(further). The scenario grants \(granted) kinetic mixing and \(charges)\(caveat)"
    }
}
