import AllowedRegion
import Documents
import IceCubeFit

extension FitParameter {
    /// The sign in a text.
    var sign: String {
        switch self {
        case .mass: "m"
        case .coupling: "g′"
        case .amplitude: "A"
        case .gamma: "γ"
        }
    }

    /// The key in machine-readable answers.
    var key: String {
        switch self {
        case .mass: "mass_MeV"
        case .coupling: "coupling"
        case .amplitude: "amplitude"
        case .gamma: "gamma"
        }
    }

    /// `m = 5.77 MeV`.
    func text(_ value: Double) -> String {
        "\(sign) = \(NumberText.short(value, digits: 4))" + (self == .mass ? " MeV" : "")
    }

    /// The same; nil for what is no number, as γ where the sources have none.
    func textIfKnown(_ value: Double) -> String? { value.isNaN ? nil : text(value) }

    func text(_ range: ClosedRange<Double>) -> String {
        "\(sign) \(NumberText.short(range.lowerBound))–\(NumberText.short(range.upperBound))"
            + (self == .mass ? " MeV" : "")
    }

    var axisTitle: String {
        switch self {
        case .mass: AxisTitle.mass
        case .coupling: AxisTitle.coupling
        case .amplitude: AxisTitle.amplitude
        case .gamma: AxisTitle.gamma
        }
    }
}

extension FourParameterPoint {
    /// All four, `m = 5.77 MeV, g′ = 4.99e-4, A = 1.32, γ = 2.52`.
    /// γ is left out where the sources have none.
    var text: String {
        FitParameter.allCases.filter { !value(of: $0).isNaN }.map { $0.text(value(of: $0)) }.joined(separator: ", ")
    }
}

extension Statistic {
    /// What is minimised.
    var sign: String {
        switch self {
        case .chi2: "χ²"
        case .asymmetricGaussian: "−2 ln L"
        }
    }

    var differenceTitle: String {
        switch self {
        case .chi2: AxisTitle.deltaChi2
        case .asymmetricGaussian: AxisTitle.deltaLogLikelihood
        }
    }
}

extension Channel {
    /// The sign of what is measured.
    var sign: String {
        switch self {
        case .cascades: "cascades (ν_e + ν_τ)/2"
        case .tracks: "tracks ν_μ"
        case .allFlavours: "all flavours"
        }
    }
}

extension FitPair {
    /// The name of a file about it.
    var name: String { "\(first.rawValue)-\(second.rawValue)" }
}
