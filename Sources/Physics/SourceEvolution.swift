import RealModule

/// How the density of neutrino sources in comoving volume changes with redshift. It only grows.
public enum SourceEvolution: String, Sendable, Hashable, CaseIterable {
    /// The star formation rate of Yüksel et al. 2008 (0804.4008), with η = −10:
    /// [(1+z)^−34 + ((1+z)/5161)³ + ((1+z)/9.06)^35]^(−1/10).
    case starFormation = "star-formation"
    /// The same at every redshift.
    case uniform

    /// The density relative to today's, up to a constant that drops out of every result.
    /// - Parameter scale: 1 + z.
    public func density(scale: Double) -> Double {
        switch self {
        case .starFormation:
            Double.pow(Double.pow(scale, -34) + Double.pow(scale / 5161, 3) + Double.pow(scale / 9.06, 35), -0.1)
        case .uniform: 1
        }
    }
}
