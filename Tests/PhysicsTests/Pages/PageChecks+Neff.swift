import ConstraintKit
import Testing

@testable import Physics

extension PageCheck {
    /// Where N_eff falls below a limit, with natural mixing [MeV], at the couplings of the page's table.
    static let neffEdges: [PageCheck] = [("3.33: here", 3.33), ("3.151: here", 3.151)].map { label, limit in
        PageCheck("NeffBound", label, columns: 1...9) {
            try [1e-8, 3e-8, 1e-7, 3e-7, 1e-6, 1e-5, 1e-4, 3e-4, 5e-4].map { try heaviest(limit, at: $0) }
        }
    }

    private static func heaviest(_ limit: Double, at coupling: Double) throws -> Double {
        let table = try NeffTable.shipped.get()
        var (inside, outside) = (4.5, 30.0)
        for _ in 0..<20 {
            let middle = 0.5 * (inside + outside)
            let slice = try #require(table.slice(at: try mass(middle)))
            let neutrinos = try #require(
                slice.neutrinos(coupling: coupling, mixing: coupling * NaturalMixing.perCoupling))
            if neutrinos > limit { inside = middle } else { outside = middle }
        }
        return inside
    }
}
