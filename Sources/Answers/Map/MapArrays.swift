import AllowedRegion
import PointTables

/// `map.npz`: the map as NumPy arrays, those of the plane of shape masses × couplings, under the names of `map.vot`.
struct MapArrays {
    private let map: RegionMap

    init(_ map: RegionMap) { self.map = map }

    /// The file.
    var bytes: [UInt8] {
        let (masses, couplings) = (map.grid.masses, map.grid.couplings)
        let shape = [masses.count, couplings.count]
        var archive = NumPyArchive()
        archive.add("mass_MeV", masses.map(\.inMeV), shape: [masses.count])
        archive.add("coupling", couplings.map(\.value), shape: [couplings.count])
        archive.add("standing", texts: map.standings.map(\.rawValue), shape: shape)
        archive.add("deciding_bound", texts: map.decidingStems, shape: shape)
        archive.add("chi2", map.chi2, shape: shape)
        archive.add("R", map.ratio, shape: shape)
        archive.add("amplitude", map.amplitude, shape: shape)
        archive.add("gamma", map.gamma.map { $0 ?? .nan }, shape: shape)
        archive.add("transport_error", map.transportError, shape: shape)
        return archive.finished()
    }
}

extension RegionMap {
    /// Of the bound that decides at each point; empty where none speaks.
    var decidingStems: [String] {
        decidingBound.map { bounds.indices.contains(Int($0)) ? bounds[Int($0)].bound.card.stem : "" }
    }
}
