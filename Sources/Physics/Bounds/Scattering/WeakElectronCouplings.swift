/// g_L and g_R of the low-energy interaction of a neutrino with electrons,
/// −2√2 G_F ν̄γ^αP_Lν ēγ_α(g_L P_L + g_R P_R)e.
struct WeakElectronCouplings {
    let left: Double
    let right: Double

    init(left: Double, right: Double) {
        self.left = left
        self.right = right
    }

    /// −½ + sin²θ_W and sin²θ_W by the Z; ν_e adds 1 to the first by the W.
    init(of family: LeptonFamily) {
        let sine = Constants.sineSquaredWeakAngle
        self.init(left: (family == .electron ? 0.5 : -0.5) + sine, right: sine)
    }

    /// C_V, the vector coupling.
    var vector: Double { left + right }
}
