/// A beam on a target, and no more to be seen than that energy is missing.
///
/// The boson leaves, or decays to what leaves, so events = particles on target · nuclei per cm² · σ(missing energy) ·
/// efficiency. The efficiency is one number for all masses: it also stands for what is not known of the target, of
/// triggers and of angles.
public struct MissingEnergySearch: Sendable {
    /// What becomes of the beam in the target.
    public enum Passage: Sendable, Hashable {
        /// It passes so many radiation lengths with its energy, as muons do.
        case through(radiationLengths: Double)
        /// It ends in a shower, as electrons do.
        case stopped
    }

    public let process: VectorBremsstrahlung
    /// The missing energy from which on an event counts, over the beam's.
    public let leastFraction: Double
    public let passage: Passage
    private let shower: ElectronShower?

    public init(process: VectorBremsstrahlung, leastFraction: Double, passage: Passage) {
        self.process = process
        self.leastFraction = leastFraction
        self.passage = passage
        shower = passage == .stopped ? ElectronShower(downTo: leastFraction) : nil
    }

    /// Bosons with enough energy per particle on target, over g² of the lepton; the boson's mass in MeV.
    public func yield(_ mass: Double, _ method: VectorBremsstrahlung.Method = .weizsaeckerWilliams) -> Double {
        let nuclei = process.target.nucleiPerRadiationLength
        switch passage {
        case .through(let lengths):
            return nuclei * lengths * process.crossSection(mass, fractions: leastFraction...1, method)
        case .stopped:
            return nuclei * (shower?.points ?? []).reduce(0) { $0 + $1.length * slowed(to: $1.fraction, mass, method) }
        }
    }

    /// σ/g² [cm²] for the same energy missing where the beam has kept only a part of its own.
    private func slowed(to part: Double, _ mass: Double, _ method: VectorBremsstrahlung.Method) -> Double {
        let slower = VectorBremsstrahlung(
            leptonMass: process.leptonMass, beamEnergy: process.beamEnergy * part, target: process.target,
            includesInelastic: process.includesInelastic)
        return slower.crossSection(mass, fractions: min(1, leastFraction / part)...1, method)
    }
}
