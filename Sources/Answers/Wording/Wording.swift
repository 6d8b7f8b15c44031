import Assessment
import ConstraintKit
import CurveArchive
import CurveFormats
import Documents
import Transport

/// The words for facts, in one place: what the program says about a silence is the same everywhere.
public enum Wording {
    /// Where only edges in mass speak, allowed is said of any coupling.
    public static let noLimit = "no deciding bound limits the coupling at this mass"

    /// What is to be known of a point's standing beside it; nil: nothing.
    /// - Parameter without: stems of bounds that decide and could not be evaluated.
    public static func reason(without stems: [String], isAllowedWithoutLimit: Bool) -> String? {
        let words = [
            stems.isEmpty ? nil : "left out, since it can't be evaluated here: \(stems.joined(separator: ", "))",
            isAllowedWithoutLimit ? noLimit : nil,
        ].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    /// Why a bound has nothing to say.
    public static func reason(_ silence: Silence) -> String {
        switch silence {
        // The code of a plugin need not say where it speaks.
        case .outsideRange(let lower, let upper) where !(lower >= 0 && lower < upper): "it says nothing of this mass"
        case .outsideRange(let lower, let upper): "it covers \(number(lower)) to \(number(upper)) MeV only"
        case .inGap(let lower, let upper): "its curve has a gap from \(number(lower)) to \(number(upper)) MeV"
        case .otherDecay(let decay): "a Z′ of this mass decays otherwise" + after(decay)
        case .assumptionNotMade(let assumption): "the scenario does not make its assumption" + after(assumption)
        case .undecided(let reason): "it can't tell" + after(reason)
        }
    }

    /// What a plugin may have left empty.
    private static func after(_ text: String) -> String { hasWords(text) ? ": \(text)" : "" }

    /// What limits a result of the transport.
    public static func sentence(_ caveat: Caveat) -> String {
        switch caveat {
        case .finiteWidth(let error, let tolerance):
            "The narrow-line transport may be off by \(number(error, 2)), more than \(number(tolerance, 1)): "
                + "the wings of the resonance matter."
        case .gridStep(let error, let tolerance):
            "The transport with lines of finite width may be off by \(number(error, 2)), more than "
                + "\(number(tolerance, 1)), on the finest grid that is taken here."
        case .exchangeNeglected(let coupling, let depth):
            "At g′ = \(number(coupling)) the exchange in the t-channel, which is left out, has an optical depth of "
                + "about \(number(depth, 2)) at s ≫ m²."
        case .indicative(let coupling): "At g′ = \(number(coupling)) the result is indicative only."
        case .thermalMotion(let state, let ratio?):
            "The relic neutrinos of mass state \(state) are not at rest at the highest redshift: "
                + "3.15 T/m = \(number(ratio, 2))."
        case .thermalMotion(let state, nil): "Mass state \(state) is massless and left out as a target."
        case .targetsAtRest(let state, let change):
            "Taking those of mass state \(state) at rest moves the flux in a third of a decade of energy by "
                + (change < 1 ? "up to \(number(change, 2)) of" : "as much as") + " what would arrive without a Z′."
        case .spectrumEdge(let edge): sentence(edge)
        case .unphysicalAmplitude(let amplitude):
            "The amplitude that was fitted, A = \(number(amplitude)), is unphysical: that of the flux seen is of order one, and "
                + "outside \(number(Caveat.physicalAmplitudes.lowerBound)) to "
                + "\(number(Caveat.physicalAmplitudes.upperBound)) χ² says nothing of a Z′."
        case .fluxUnseen(let amplitude, let share):
            "With A = \(number(amplitude)), which is given, the sources send "
                + (share > 0 ? "at most \(number(share, 2)) of what is measured" : "nothing")
                + " into any of the segments compared: χ² says nothing of a Z′."
        }
    }

    /// Why a verdict is what it is.
    public static func reason(_ verdict: BoundVerdict) -> String {
        let reason =
            switch verdict.verdict {
            // A factor that would be printed as one says nothing.
            case .excluded(let strength)
            where strength < 1 || number(strength, digits(of: verdict.bound)) == number(1, digits(of: verdict.bound)):
                "just beyond its limit"
            case .excluded(let strength) where strength.isFinite:
                "beyond its limit by a factor of \(number(strength, digits(of: verdict.bound)))"
            case .excluded: "every coupling is excluded at this mass"
            case .allowed where verdict.isAtTheLimit: "at its limit"
            case .allowed(nil): "excludes no coupling at this mass"
            case .allowed: "within its limit"
            case .preferred(let pull): "inside the band" + distance(pull)
            case .disfavoured(let pull): "outside the band" + distance(pull)
            case .silent(let silence): self.reason(silence)
            case .failed(let failure): "could not be evaluated: \(self.failure(failure))"
            }
        let near = nearness(of: verdict).map { verdict.isAtTheLimit ? $0 : "but \($0)" }
        let remarks = [near, verdict.remark, verdict.bound.caveat].compactMap(\.self)
        return ([reason] + remarks + conditions(of: verdict.bound)).joined(separator: "; ")
    }

    private static func digits(of bound: Bound) -> Int { bound.digitsOfEdges ?? 3 }

    private static func distance(_ pull: Double?) -> String { pull.map { ", \(number($0, 2))σ from its centre" } ?? "" }

    /// What a kind of statement is called.
    public static func kind(_ kind: Kind) -> String { kind.words }

    /// The part a bound plays, where it is not plain from its kind.
    public static func kind(of bound: Bound) -> String {
        if case .alternative = bound.role { return "\(kind(bound.card.kind)), if \(alternativeName(of: bound))" }
        return kind(bound.card.kind) + (bound.origin.isOverlay ? " (overlay)" : "")
    }

    /// A confidence level, `90 %`.
    public static func confidenceLevel(_ level: ConfidenceLevel) -> String { level.words }

    /// With its convention where the card says it: `95 % (one-sided)`, `98 % (inferred, one-sided)`.
    static func confidenceLevel(of card: Card) -> String {
        let words = card.confidenceLevel.words
        guard let sides = card.levelSides?.rawValue else { return words }
        return words.hasSuffix(")") ? "\(words.dropLast()), \(sides))" : "\(words) (\(sides))"
    }

    /// A mixing as the command line takes it.
    public static func mixing(_ mixing: KineticMixing) -> String { mixing.text }

    /// Where a document was found.
    public static func origin(_ origin: CurveOrigin) -> String {
        switch origin {
        case .bundled: "bundled"
        case .refreshed(_, let url): "refreshed from \(url)"
        case .user(let path): "your own: \(path)"
        case .plugin(let path): "plugin: \(path)"
        case .given: "given on the command line"
        case .overlay(let path): "overlay: \(path)"
        }
    }

    /// Code from outside the program that takes part.
    public static func code(_ code: PluginCode) -> String {
        "code in \(code.path) (sha256 \(code.sha256.hexadecimal.prefix(12))…)"
    }

    /// A bound that a map had to do without, at all or some of its masses.
    static func failure(_ mapped: MappedBound) -> String? {
        guard mapped.failures > 0 else { return nil }
        return "\(mapped.bound.card.stem) could not be evaluated at \(mapped.failures) masses and is left out there"
            + (mapped.failure.map { ": \(failure($0))" } ?? "")
    }

    /// The short name of an alternative within its group: its document's, or what is left of `g-2-x25` in the group `muon g-2` is X25.
    public static func alternativeName(of bound: Bound) -> String {
        guard case .alternative(let group) = bound.role else { return bound.card.title }
        if let name = bound.card.facts[CardField.shortName.key] { return name.uppercased() }
        func parts(_ text: String) -> [Substring] { text.lowercased().split { $0 == "-" || $0 == " " || $0 == "_" } }
        let own = parts(bound.card.stem).filter { !parts(group).contains($0) }
        return own.isEmpty ? bound.card.title : own.joined(separator: " ").uppercased()
    }

    static func percent(_ fraction: Double) -> String { "\(NumberText.trimmed(100 * fraction)) %" }

    private static func number(_ value: Double, _ digits: Int = 3) -> String { NumberText.short(value, digits: digits) }
}
