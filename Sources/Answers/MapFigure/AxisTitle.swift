import ConstraintKit

/// The titles of axes as gnuplot takes them.
enum AxisTitle {
    static let mass = mass(in: .megaelectronvolt)
    static let coupling = "'{/:Italic g}′'"
    static let differenceOfChi2 = "'{/:Italic χ}² against that of the best fit without {/:Italic Z}′'"
    static let amplitude = "'{/:Italic A}'"
    static let gamma = "'{/:Italic γ}'"
    static let deltaChi2 = "'Δ{/:Italic χ}²'"
    static let deltaLogLikelihood = "'−2 Δln {/:Italic L}'"
    static let ratioOfChi2 =
        "'{/:Italic R}:  {/:Italic χ}² per d.o.f. with {/:Italic Z}′ over that without, at (1.4, 2.6)'"
    static let energy = "'{/:Italic E}  [GeV]'"
    static let fluxRatio = "'{/:Italic Φ}/{/:Italic Φ}_{without {/:Italic Z}′}'"
    static let energyFlux = "'{/:Italic E}²{/:Italic Φ}  [GeV cm^{−2} s^{−1} sr^{−1}]'"

    static func mass(in unit: EnergyUnit) -> String {
        "'{/:Italic m}_{{/:Italic Z}′}  [\(unit.rawValue)]'"
    }

    static func of(_ axis: CouplingAxis) -> String {
        switch axis {
        case .coupling: coupling
        case .squared: "'{/:Italic g}′^2'"
        case .alpha: "'{/:Italic α}′'"
        case .mixing: "'|{/:Italic ε}|'"
        }
    }
}
