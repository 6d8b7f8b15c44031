/// The statistic behind a limit, as far as it says what the limit would be at another confidence level.
public enum StatisticKind: String, Sendable, Hashable, CaseIterable {
    /// Events are counted, none is seen and none expected from background: the limit stands at N = −ln(1−CL) events.
    case counting
    /// A measured value with a normal error: the limit stands z(CL) of its one-sided standard deviations from zero.
    case gaussian
    /// A likelihood of several numbers, of which a curve shows one level.
    case likelihood
    /// CL_s with a background.
    case cls
    /// A posterior probability under some prior.
    case bayesian
}

/// The charge by which a curve rescales where the charges of the new force are not those of Lμ−Lτ.
public enum ChargeRule: String, Sendable, Hashable, CaseIterable {
    /// The Z′ couples to muons alone in what is measured: g′ |q_μ| is limited.
    case muon
}

/// How the number of signal events goes with the couplings: S ∝ g′^a |ε|^b.
public struct SignalLaw: Sendable, Hashable {
    /// p = a + b, the power of g′ where the mixing ε goes with g′.
    public var power: Double
    /// b, the power of ε among them.
    public var mixingPower: Double

    public init(power: Double, mixingPower: Double = 0) {
        self.power = power
        self.mixingPower = mixingPower
    }

    /// a, the power of g′ at a fixed ε.
    public var ownPower: Double { power - mixingPower }
}

// Facts that say what may be done with a curve, as documents write them; the names are those of their keys.
extension Card {
    /// The statistic behind the limit; nil where the card does not say it.
    public var statisticKind: StatisticKind? { facts[Self.keyOfStatistic].flatMap(StatisticKind.init(rawValue:)) }

    /// The power p in S ∝ g′^p, ε going with g′; nil where the card does not say it.
    public var signalPower: Double? { number("signal_power").flatMap { $0 > 0 ? $0 : nil } }

    /// How the signal goes with g′ and ε; nil where the card does not say both powers.
    public var signalLaw: SignalLaw? {
        guard let power = signalPower, let mixing = number("mixing_power"), (0...power).contains(mixing) else {
            return nil
        }
        return SignalLaw(power: power, mixingPower: mixing)
    }

    /// The relative error δ with which the curve itself is known: its limit may as well be g′(1 + δ) or g′/(1 + δ); nil
    /// where the card does not say it.
    public var curveError: Double? { number("curve_error").flatMap { $0 > 0 ? $0 : nil } }

    /// The charge that rescales it; nil where the card does not say how other charges would.
    public var chargeRule: ChargeRule? { facts["charge_rule"].flatMap(ChargeRule.init(rawValue:)) }

    /// The keys of these facts.
    public static let keysOfSignal: Set<String> = [
        keyOfStatistic, "signal_power", "mixing_power", "curve_error", "charge_rule",
    ]

    /// That of ``statisticKind``.
    public static let keyOfStatistic = "statistic_kind"

    private func number(_ key: String) -> Double? {
        facts[key].flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    }
}
