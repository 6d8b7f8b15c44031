/// The charges, in units of g′, of the three fields a charged-current decay to μν radiates a Z′ from.
public struct MuonicCharges: Sendable, Hashable {
    public let neutrino: Double
    public let leftMuon: Double
    public let rightMuon: Double

    public init(neutrino: Double, leftMuon: Double, rightMuon: Double) {
        self.neutrino = neutrino
        self.leftMuon = leftMuon
        self.rightMuon = rightMuon
    }

    /// The vector current of muons and left-handed neutrinos, as L_μ − L_τ has it. It is conserved, so rates grow only
    /// with the logarithm of the mass as m → 0.
    public static let conservedCurrent = MuonicCharges(neutrino: 1, leftMuon: 1, rightMuon: 1)
    /// The neutrino alone, as in 1304.3460. Not conserved: the longitudinal Z′ makes rates grow as 1/m².
    public static let neutrinoOnly = MuonicCharges(neutrino: 1, leftMuon: 0, rightMuon: 0)

    /// Whether the current is conserved: no charge changes in the decay, nor where the muon's mass flips its chirality.
    var isConserved: Bool { neutrino == leftMuon && leftMuon == rightMuon }
}
