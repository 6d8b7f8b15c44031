import IceCubeFit
import Scenarios

extension FitSpace {
    /// Its plane of m and g′ as a grid: as fine as it is searched.
    var plane: MapGrid {
        get throws {
            try MapGrid(
                massRange: range(of: .mass), couplingRange: range(of: .coupling), columns: count(of: .mass),
                rows: count(of: .coupling))
        }
    }
}
