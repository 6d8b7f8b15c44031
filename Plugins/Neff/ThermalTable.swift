import ConstraintKit

/// N_eff of a thermalised Z′ against its mass, linear between the rows of the document's table `n_eff`.
struct ThermalTable: Sendable {
    /// [MeV], strictly rising.
    private let masses: [Double]
    private let neutrinos: [Double]

    /// - Throws: ``DocumentError`` where the table or a column is missing, or does not make a function of the mass.
    init(_ document: Document) throws(DocumentError) {
        let table = try document.table("n_eff")
        let scale = try Self.megaelectronvolts(in: table, of: document.card.stem)
        masses = try table.column("mass").map { $0 * scale }
        neutrinos = try table.column("n_eff")
        if let fault = Self.fault(masses: masses, neutrinos: neutrinos) {
            throw .unusableTable(stem: document.card.stem, name: "n_eff", reason: fault)
        }
    }

    /// The masses the table covers [MeV].
    var massRange: ClosedRange<Double> { masses[0]...masses[masses.count - 1] }

    /// N_eff at the least mass.
    var first: Double { neutrinos[0] }

    /// N_eff at a mass; nil outside the table.
    func neutrinos(at mass: Mass) -> Double? {
        guard massRange.contains(mass.inMeV) else { return nil }
        let upper = masses.firstIndex { $0 > mass.inMeV } ?? masses.count - 1
        let fraction = (mass.inMeV - masses[upper - 1]) / (masses[upper] - masses[upper - 1])
        return neutrinos[upper - 1] + fraction * (neutrinos[upper] - neutrinos[upper - 1])
    }

    /// The greatest mass of the table up to which N_eff exceeds a limit; nil where it never does [MeV].
    func mass(whereNeutrinosFallTo limit: Double) -> Double? {
        guard let last = neutrinos.lastIndex(where: { $0 > limit }), last + 1 < masses.count else { return nil }
        let fraction = (neutrinos[last] - limit) / (neutrinos[last] - neutrinos[last + 1])
        return masses[last] + fraction * (masses[last + 1] - masses[last])
    }

    private static func megaelectronvolts(in table: AuxiliaryTable, of stem: String) throws(DocumentError) -> Double {
        let name = table.columns.first { $0.name == "mass" }?.unit ?? ""
        guard let unit = EnergyUnit(rawValue: name) else {
            throw .unusableTable(stem: stem, name: "n_eff", reason: "the mass has the unit “\(name)”")
        }
        let exponent = unit.decimalExponent - EnergyUnit.megaelectronvolt.decimalExponent
        return (0..<abs(exponent)).reduce(1.0) { scale, _ in exponent < 0 ? scale / 10 : scale * 10 }
    }

    private static func fault(masses: [Double], neutrinos: [Double]) -> String? {
        if masses.count != neutrinos.count { return "its columns differ in length" }
        if masses.count < 2 { return "it has fewer than two rows" }
        if !(masses + neutrinos).allSatisfy({ $0 > 0 && $0 < .infinity }) { return "a number is not positive" }
        if !zip(masses, masses.dropFirst()).allSatisfy({ $0 < $1 }) { return "the masses do not rise" }
        return nil
    }
}
