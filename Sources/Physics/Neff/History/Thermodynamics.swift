import RealModule

/// The tables all histories share, made once.
struct Thermodynamics: Sendable {
    let plasma = Plasma()
    let vectorGas = VectorGas()
    let weakExchange = WeakExchange()
    let muonEmission = MuonEmission()

    static let shared = Thermodynamics()
}
