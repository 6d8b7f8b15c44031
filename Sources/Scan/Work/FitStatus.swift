import AllowedRegion
import IceCubeFit
import Physics
import Scenarios
import Transport

/// Whether a point has a χ², and why not.
public enum FitStatus: String, Sendable, CaseIterable {
    case found
    /// Mass or coupling are not above zero.
    case noPoint = "no-point"
    /// A choice of the scenario can't have the value.
    case noScenario = "no-scenario"
    /// Neutrinos can't be as the values say: a sum of masses below what oscillations leave, for instance.
    case noUniverse = "no-universe"
    /// The transport does not go to such a universe or mediator.
    case noTransport = "no-transport"
    /// The data can't be compared with what arrives.
    case noFit = "no-fit"

    static let columnName = "chi2_status"

    init(_ error: any Error) {
        switch error {
        case is ChoiceError, FitError.unusableAmplitude, FitError.unusableIndex: self = .noScenario
        case is TransportError, FitError.transport: self = .noTransport
        case is NeutrinoMassError, is MixingAngleError: self = .noUniverse
        default: self = .noFit
        }
    }

    /// Of points that were answered, a byte for each.
    static func column(of answers: PointColumns) -> [UInt8] {
        let places = Dictionary(uniqueKeysWithValues: zip(allCases, 0...).map { ($0, UInt8($1)) })
        func place(_ status: FitStatus) -> UInt8 { places[status] ?? 0 }
        let (found, noPoint) = (place(.found), place(.noPoint))
        var column = answers.standing.map { $0 == .invalid ? noPoint : found }
        for failure in answers.iceCubeFailures { column[failure.point] = place(FitStatus(failure.error)) }
        return column
    }
}
