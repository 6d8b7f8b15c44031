import RealModule

/// The nuclei that a beam meets, as a photon of small virtuality sees them.
///
/// Form factors after Tsai, Rev. Mod. Phys. 46, 815 (1974), as in Bjorken, Essig, Schuster and Toro, 0906.0580.
/// t = −q² [MeV²].
public struct NuclearTarget: Sendable, Hashable {
    /// Z.
    public let atomicNumber: Double
    /// A, in atomic mass units.
    public let atomicMass: Double
    /// One radiation length [g/cm²].
    public let radiationLength: Double

    public init(atomicNumber: Double, atomicMass: Double, radiationLength: Double) {
        self.atomicNumber = atomicNumber
        self.atomicMass = atomicMass
        self.radiationLength = radiationLength
        let cubeRoot = Double.root(atomicNumber, 3)
        let screening = Constants.electronMass * cubeRoot / 111
        let inelasticScreening = Constants.electronMass * cubeRoot * cubeRoot / 773
        self.screening = screening * screening
        self.inelasticScreening = inelasticScreening * inelasticScreening
        let massRoot = Double.root(atomicMass, 3)
        size = 0.164e6 / (massRoot * massRoot)
    }

    /// Lead, PDG 2022.
    public static let lead = NuclearTarget(atomicNumber: 82, atomicMass: 207.2, radiationLength: 6.37)

    /// M [MeV].
    public var mass: Double { atomicMass * Self.atomicMassUnit }

    /// Nuclei in one radiation length [1/cm²].
    public var nucleiPerRadiationLength: Double { radiationLength * Self.avogadro / atomicMass }

    /// 1/a² [MeV²]: below it the electrons of the atom screen the nucleus, a = 111 Z^(−1/3)/m_e.
    let screening: Double
    /// 1/a′² [MeV²], the same for what hits single protons, a′ = 773 Z^(−2/3)/m_e.
    let inelasticScreening: Double
    /// d [MeV²]: above it the photon resolves the nucleus, d = 0.164 GeV² A^(−2/3).
    let size: Double

    /// G₂(t) of the nucleus as a whole, Z² [a²t/(1 + a²t)]² /(1 + t/d)².
    func elastic(_ t: Double) -> Double {
        let screened = atomicNumber * t / (t + screening)
        let resolved = size / (t + size)
        return screened * screened * resolved * resolved
    }

    /// G₂(t) of its protons, Z [a′²t/(1 + a′²t)]² [(1 + (μ_p² − 1) t/4m_p²)/(1 + t/0.71 GeV²)⁴]².
    func inelastic(_ t: Double) -> Double {
        let screened = t / (t + inelasticScreening)
        let dipole = 1 + t / 0.71e6
        let power = dipole * dipole * dipole * dipole
        let magnetic = (1 + Self.magneticRise * t) / power
        return atomicNumber * screened * screened * magnetic * magnetic
    }

    private static let avogadro = 6.022_140_76e23
    private static let atomicMassUnit = 931.494_102_42
    /// (μ_p² − 1)/4m_p² [1/MeV²] with μ_p = 2.79.
    private static let magneticRise = (2.79 * 2.79 - 1) / (4 * 938.272_088 * 938.272_088)
}
