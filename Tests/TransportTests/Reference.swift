import ConstraintKit
import Foundation
import Physics
import Testing
import Transport

/// A file of ratios from an independent solver; its first line gives the point.
struct Reference {
    var mediator: Mediator
    var index: Double
    var setting: TransportSetting
    /// The numbers of each row.
    var rows: [[Double]]

    init(_ name: String) throws {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Reference"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        var point: [Substring: Substring] = [:]
        for word in try #require(lines.first).split(separator: " ") {
            let parts = word.split(separator: "=")
            if parts.count == 2 { point[parts[0]] = parts[1] }
        }
        func number(_ key: Substring) throws -> Double { try #require(point[key].flatMap { Double($0) }) }
        mediator = Mediator(
            mass: try Mass(inMeV: number("mass_MeV")), coupling: try Coupling(number("coupling")),
            crossSection: try #require(CrossSection(rawValue: String(point["cross_section"] ?? ""))))
        index = try number("gamma")
        setting = try TransportSetting(
            parameterSet: .named(String(point["parameters"] ?? "")),
            ordering: point["ordering"] == "NO" ? .normal : .inverted, sumOfMasses: number("sum_m_nu_eV"))
        setting.maximumRedshift = try number("zmax")
        rows = try lines.dropFirst(2).map { line in
            try line.split(separator: ",").map { try #require(Double($0)) }
        }
    }
}

/// A mediator for tests.
func mediator(_ mass: Double, _ coupling: Double, _ crossSection: CrossSection = .majorana) throws -> Mediator {
    Mediator(mass: try Mass(inMeV: mass), coupling: try Coupling(coupling), crossSection: crossSection)
}

/// Energies at equal steps of the logarithm [GeV].
func logarithmicEnergies(from lower: Double, to upper: Double, count: Int) -> [Double] {
    (0..<count).map { lower * pow(upper / lower, Double($0) / Double(count - 1)) }
}

/// The largest absolute difference in any state at any energy.
func largestDifference(_ left: [SIMD3<Double>], _ right: [SIMD3<Double>]) -> Double {
    zip(left, right).reduce(0) { worst, pair in
        let difference = pair.0 - pair.1
        return max(worst, abs(difference.x), abs(difference.y), abs(difference.z))
    }
}
