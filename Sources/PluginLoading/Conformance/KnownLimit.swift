import ConstraintKit
import VOTable

/// A value that a bound must reproduce: where one of its intervals has an edge.
public struct KnownLimit: Sendable, Hashable {
    public var mass: Mass
    /// g′
    public var coupling: Double
    /// Relative.
    public var tolerance: Double

    public init(mass: Mass, coupling: Double, tolerance: Double) {
        self.mass = mass
        self.coupling = coupling
        self.tolerance = tolerance
    }
}

extension KnownLimit {
    /// The first line of the file.
    public static let header = ["mass_MeV", "coupling", "relative_tolerance"]

    /// Reads `mass_MeV,coupling,relative_tolerance`, one value a line; lines that begin with # are passed over.
    /// - Throws: ``KnownLimitError``
    public static func all(in text: String) throws(KnownLimitError) -> [KnownLimit] {
        var limits: [KnownLimit] = []
        var hasHeader = false
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let content = line.drop(while: \.isWhitespace)
            guard !content.isEmpty, !content.hasPrefix("#") else { continue }
            let cells = content.split(separator: ",", omittingEmptySubsequences: false)
            if !hasHeader {
                guard cells.map({ $0.filter { !$0.isWhitespace } }) == header else {
                    throw .init(line: index + 1, isHeader: true)
                }
                hasHeader = true
                continue
            }
            guard cells.count == 3, let mass = DecimalText.finiteNumber(cells[0]),
                let coupling = DecimalText.finiteNumber(cells[1]),
                let tolerance = DecimalText.finiteNumber(cells[2]), coupling > 0, tolerance > 0, tolerance < 1
            else { throw .init(line: index + 1, isHeader: false) }
            do { limits.append(.init(mass: try Mass(inMeV: mass), coupling: coupling, tolerance: tolerance)) } catch {
                throw .init(line: index + 1, isHeader: false)
            }
        }
        return limits
    }
}

/// A line of a file of known values, counted from 1, that can't be read.
public struct KnownLimitError: Error, Sendable, Hashable {
    public var line: Int
    public var isHeader: Bool
}
