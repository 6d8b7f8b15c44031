import AllowedRegion
import Assessment
import Scenarios

/// A scenario as the page has it: its bounds, what they become under the page's controls, and its fits.
public struct PageScenario: Sendable {
    /// The words of the command line that choose it.
    public var arguments: [String]
    public var boundSet: BoundSet
    public var variants: [PageVariant]
    public var fits: [PageFit]
    /// The fluxes at Earth and what IceCube measured of them; nil where they can't be tabulated.
    public var spectrum: PageSpectrum?
    /// The group of predictions that a stated difference of muon g−2 joins; nil where the scenario has none.
    public var differenceGroup: String?

    public init(
        arguments: [String], boundSet: BoundSet, variants: [PageVariant], fits: [PageFit],
        spectrum: PageSpectrum? = nil, differenceGroup: String? = nil
    ) {
        (self.arguments, self.boundSet, self.variants, self.fits) = (arguments, boundSet, variants, fits)
        (self.spectrum, self.differenceGroup) = (spectrum, differenceGroup)
    }
}

/// What some bounds become where one control of the page stands elsewhere.
public struct PageVariant: Sendable {
    /// A control of the page.
    public enum Control: String, Sendable, CaseIterable {
        /// Every bound at this confidence level, as far as it converts.
        case level = "cl"
        /// Projections to so many muons on target.
        case muons = "muons"
        /// The largest N_eff that is granted.
        case neff = "neff"
        /// The prediction of muon g−2, as a limit at Δa + nσ; the value is σ, with Δa = 0.
        case difference = "difference"
    }

    public var control: Control
    public var value: Double
    /// The confidence level asked for besides; nil: each bound at its own.
    public var level: Double?
    public var boundSet: BoundSet

    public init(_ control: Control, _ value: Double, level: Double? = nil, _ boundSet: BoundSet) {
        (self.control, self.value, self.level, self.boundSet) = (control, value, level, boundSet)
    }
}

/// A fit of the page, under one treatment of amplitude and index.
public struct PageFit: Sendable {
    /// `scenario`, `fixed` or `profiled`.
    public enum Treatment: String, Sendable { case fixed, profiled }

    public var treatment: Treatment
    /// The words of the command line that choose it beside the scenario's.
    public var arguments: [String]
    public var grid: FitGrid

    public init(_ treatment: Treatment, arguments: [String], _ grid: FitGrid) {
        (self.treatment, self.arguments, self.grid) = (treatment, arguments, grid)
    }
}
