import ConstraintKit
import RealModule

/// A document of curves as it holds under the conventions of a scenario: at another confidence level, with another kinetic
/// mixing, for other charges, each as far as its card says how.
public struct RescaledDocument: Sendable {
    /// Its curves and its card as they hold now. Where nothing is said of a change they are as they were.
    public private(set) var document: Document
    /// What was done, `90 % → 95 % by N_CL: ×1.14` for instance.
    public private(set) var notes: [String] = []
    /// Whether the charges of the scenario are taken into account.
    public private(set) var followsCharges = false
    /// A fixed ε, where ε alone is limited.
    private var fixedMixing: MixingRescaling.FixedMixing?

    /// - Throws: ``CurveError`` where a coupling is none any more.
    public init(_ document: Document, _ conventions: Conventions) throws {
        self.document = document
        if let level = conventions.confidenceLevel { try convert(to: level) }
        let charges = ChargeMatrix(conventions.charges)
        try rescale(to: conventions.kineticMixing, charges)
        if charges != .muonMinusTau { try rescale(to: charges) }
    }

    /// The bound of the document, given that of its curves.
    public func bound(_ derived: any CouplingBound) -> any CouplingBound {
        fixedMixing.map { MixingLimit(derived: derived, mixing: $0) } ?? derived
    }

    private mutating func convert(to level: Double) throws {
        let card = document.card
        guard let statistic = card.statisticKind, let power = card.signalPower, card.kind.isLimit else { return }
        for (index, limit) in document.limits.enumerated() where limit.kind.isLimit {
            guard let from = limit.confidenceLevel.fraction, from != level,
                let conversion = LevelConversion(statistic, power: power, from: from, to: level)
            else { continue }
            let region = try limit.region.mapped(logFactor: Double.log(conversion.factor))
            document.limits[index].region = region
            document.limits[index].confidenceLevel = .converted(level)
            if limit.kind == card.kind {
                document.card.confidenceLevel = .converted(level)
                let levels = "\(Self.percent(from)) → \(Self.percent(level))"
                note("\(levels) by \(conversion.rule): ×\(Self.short(conversion.factor))")
            }
        }
    }

    private mutating func rescale(to mixing: KineticMixing, _ charges: ChargeMatrix) throws {
        let card = document.card
        guard let law = card.signalLaw, card.kineticMixing != mixing,
            let rescaling = MixingRescaling(law, from: card.kineticMixing, to: mixing, charges: charges)
        else { return }
        if case .mixingItself(let mixing) = rescaling { fixedMixing = mixing }
        for index in document.limits.indices {
            document.limits[index].region = try document.limits[index].region.rescaled(by: rescaling)
        }
        document.card.kineticMixing = mixing
        let own = law.ownPower == 0 ? "" : "g′^\(Self.short(law.ownPower)) "
        note("rescaled from its own kinetic mixing by S ∝ \(own)|ε|^\(Self.short(law.mixingPower))")
    }

    private mutating func rescale(to charges: ChargeMatrix) throws {
        let muon = abs(charges.charge(of: .muon))
        guard document.card.chargeRule == .muon, charges.areOfChargedLeptonsToo, muon > 0 else { return }
        followsCharges = true
        guard muon != 1 else { return }
        for index in document.limits.indices {
            document.limits[index].region = try document.limits[index].region.mapped(logFactor: -Double.log(muon))
        }
        note("g′ goes with |q_μ| = \(Self.short(muon))")
    }

    private mutating func note(_ text: String) {
        if !notes.contains(text) { notes.append(text) }
    }

    private static func percent(_ fraction: Double) -> String { "\(short(100 * fraction)) %" }

    /// To three digits, without zeros at the end.
    private static func short(_ number: Double) -> String {
        let scale = Double.exp10(2 - Double.log10(max(abs(number), 1e-300)).rounded(.down))
        let rounded = (number * scale).rounded() / scale
        return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : String(rounded)
    }
}

extension Kind {
    /// Whether it is a limit at a confidence level, and no favoured region.
    public var isLimit: Bool { self != .preferred && self != .hint }
}
