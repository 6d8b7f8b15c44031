import Physics

extension MuonicCharges {
    /// The left-handed doublet, which no bound has: conserved but for the muon's mass, which again gives a 1/m².
    static let leftHanded = MuonicCharges(neutrino: 1, leftMuon: 1, rightMuon: 0)
}
