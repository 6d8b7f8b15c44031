/// How large an answer may be, so that a command takes at most 256 MB.
public enum AnswerLimits {
    /// Points of a map: its documents take 650 bytes a point.
    public static let points = 300_000
    /// Masses of a map, or couplings: the table and the limits at a mass take as much as a point.
    public static let side = 10_000
    /// Masses of an envelope, or of a bound that is evaluated: each takes some ten records of 500 bytes.
    public static let masses = 10_000
    /// Energies of a spectrum: with its figure and its tables it takes 1.1 kB an energy.
    public static let energies = 100_000
    /// A file of as many energies with all their digits [bytes].
    public static let bytesOfEnergies = 4 << 20
}
