/// Every tolerance of the transport, with what it costs and buys.
public struct Precision: Sendable, Hashable {
    /// The largest step in u = ln(1+z) of the quadratures over redshift. Halving it doubles the time and divides the
    /// error, 1e-6 in a ratio, by sixteen.
    public var redshiftStep = 0.024
    /// Steps of the source integral's own table between u = 0 and ln(1+z_max): 1e-8 in a ratio; the time to prepare a
    /// spectral index is half theirs.
    public var sourceSteps = 512
    /// The widest piece in ln E that one Gauss–Legendre rule of a bin's integral spans: 1e-7 of a bin.
    public var energyStep = 0.25
    /// The self-similar table's step in ln κ. Cubic, as the next two: halving one divides its error by sixteen and
    /// doubles the table. Together they leave 3e-5 of a bin's flux.
    public var strengthStep = 0.2
    /// The self-similar table's step in γ, whose error is the largest of the three.
    public var indexStep = 0.1
    /// The self-similar table's step in ln E.
    public var tableEnergyStep = 0.05
    /// The grid solver's points per decade of energy, and so its steps in redshift; towards lines they are closer. Twice as
    /// many take 3.5 times as long and divide the error by four: 8e-5 of a bin where lines are narrow, 1e-3 at g′ = 0.02,
    /// see ``GridSolver``'s estimate.
    public var pointsPerDecade = 50.0
    /// The error of a ratio above which a result carries a caveat, and above which another solver is chosen.
    public var tolerance = 1e-3

    public init() {}

    /// Whether the work they ask for is bounded.
    var isUsable: Bool {
        redshiftStep >= 1e-4 && redshiftStep <= 0.2 && sourceSteps >= 16 && sourceSteps <= 1 << 20
            && energyStep >= 1e-3 && energyStep <= 1 && strengthStep >= 0.01 && strengthStep <= 1 && indexStep >= 0.01
            && indexStep <= 1 && tableEnergyStep >= 1e-3 && tableEnergyStep <= 1 && pointsPerDecade >= 5
            && pointsPerDecade <= 5000 && tolerance > 0 && tolerance < .infinity
    }
}
