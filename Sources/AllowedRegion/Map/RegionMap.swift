import Assessment
import ConstraintKit
import Scenarios
import Transport

/// What a scenario says at every point of a grid of masses and couplings.
///
/// The arrays hold one value a grid point in the order of ``MapGrid/index(column:row:)``.
public struct RegionMap: Sendable {
    public let scenario: Scenario
    public let grid: MapGrid
    /// The bounds of the scenario, each with what it says along the masses.
    public let bounds: [MappedBound]
    /// By the deciding bounds alone.
    public let standings: [Standing]
    /// The position in ``bounds`` of the deciding bound with the smallest margin; −1 where none speaks.
    public let decidingBound: [Int16]
    /// χ² of IceCube's spectrum.
    public let chi2: [Double]
    /// The paper's ratio R, eq. (16).
    public let ratio: [Double]
    /// A, given or fitted [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
    public let amplitude: [Double]
    /// γ, given or fitted; nil where the sources have no power law.
    public let gamma: [Double?]
    /// The estimated error of the transported flux at each point, relative to free streaming.
    public let transportError: [Double]

    /// χ² without a Z′ under the scenario's treatment of amplitude and index.
    public let chi2WithoutMediator: Double
    /// χ² of the best fit without a Z′ of both amplitude and index.
    public let chi2OfFreeFit: Double
    /// The denominator of R times its degrees of freedom: χ²_SM at the paper's (1.4, 2.6).
    public let chi2StandardModel: Double
    /// The point of the grid with the smallest χ².
    public let best: Int

    /// What the deciding bounds leave.
    public let allowed: PlaneRegion
    /// Where R < 1, the paper's definition: no preference, since the flux without a Z′ to which R compares is no fit.
    public let preferredByIceCube: PlaneRegion
    /// Both at once.
    public let allowedAndPreferred: PlaneRegion
    /// Where the Z′ describes IceCube's spectrum better per degree of freedom than the best fit without one.
    public let betterThanFreeFit: PlaneRegion
    /// Warnings about the transport that hold somewhere on the grid.
    public let caveats: [Caveat]
    /// Where IceCube's data come from.
    public var dataReferences: [Reference] = []
    /// The stems of data that their source calls provisional.
    public var provisionalData: [String] = []
    /// The numbers of the spectrum that have ranges: at ``best``, and in the fit without a Z′.
    public var spectrumValues: [SpectrumValue] = []
    public var freeSpectrumValues: [SpectrumValue] = []
    /// At ``best`` with the spectrum that the scenario compares beside its own; nil: none.
    public var other: OtherSpectrumAnswer?
    /// What each way to combine the bounds says; nil for a map made by hand.
    public var combinations: MapCombinations?

    /// The publications behind bounds and data.
    public var references: [Reference] { bounds.flatMap(\.bound.card.references) + dataReferences }
}
