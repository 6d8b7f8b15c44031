import Assessment
import ConstraintKit
import Documents
import Scenarios

/// What a bound adds to −2 ln L over the page.
struct PageLikelihood {
    private let table: LikelihoodTable

    /// nil of one that can have no part in the product, whichever of its alternatives counts.
    init?(_ bound: Bound, on grid: MapGrid) {
        guard !bound.isPlugin, bound.role == .decides || bound.alternatives != nil,
            let table = LikelihoodTable(bound, along: grid.masses, couplings: grid.couplings)
        else { return nil }
        self.table = table
    }

    /// Steps of 12 % over two decades of masses, and of 10 % over four of couplings.
    static func grid(of grid: MapGrid) throws -> MapGrid {
        let (masses, couplings) = (grid.masses, grid.couplings)
        return try MapGrid(
            massRange: masses[0].inMeV...masses[masses.count - 1].inMeV,
            couplingRange: couplings[0].value...couplings[couplings.count - 1].value, columns: 41, rows: 97)
    }

    var json: JSONValue {
        switch table.form {
        case .power(let units, let exponent):
            ["units": PackedNumbers.text(units), "exponent": .number(exponent)]
        case .own(let values, let withoutMediator):
            ["values": PackedNumbers.text(values), "without": PackedNumbers.text(withoutMediator)]
        }
    }
}
