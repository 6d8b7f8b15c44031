import Files
import Physics
import VOTable

extension Chosen where Value == SourceEvolution {
    /// One source, or a shell of them.
    public static var point: Self { Self(named: "point", .point) }

    /// Reads `star-formation`, another name of ``SourceEvolution/named``, or a file of redshifts and densities.
    /// - Throws: ``ChoiceError``
    public init(evolution text: String) throws(ChoiceError) {
        if let found = SourceEvolution.named.first(where: { $0.name == text }) {
            self.init(named: text, found.evolution)
            return
        }
        guard TextFile.isPath(text) else {
            throw .unknown(.evolution, text: text, known: SourceEvolution.named.map(\.name))
        }
        let file = try NumberFile(choice: text, lineHolds: "a redshift and a density", .redshifts)
        do {
            self.init(
                named: text, .table(try EvolutionTable(redshifts: file.column(0), densities: file.column(1))),
                sha256: file.sha256)
        } catch { throw .evolution(file.located(error), path: text) }
    }
}

extension NumberFile {
    /// With the line of the file in place of the row of the table.
    fileprivate func located(_ error: SourceEvolutionError) -> SourceEvolutionError {
        switch error {
        case .redshiftsNotRising(let row): .redshiftsNotRising(row: line(ofRow: row))
        case .densityOutOfRange(let density, let row): .densityOutOfRange(density, row: line(ofRow: row))
        case .unknown, .tableTooShort: error
        }
    }
}

extension Chosen where Value == FlavourComposition {
    /// What there is where nothing is said.
    public static var equal: Self { Self(named: "equal", .equal) }

    /// Reads `equal`, another name of ``FlavourComposition/named``, or the parts of e, μ, τ as `1:2:0`.
    /// - Throws: ``ChoiceError``
    public init(composition text: String) throws(ChoiceError) {
        if let found = FlavourComposition.named.first(where: { $0.name == text }) {
            self.init(named: text, found.composition)
            return
        }
        let cells = text.split(separator: ":", omittingEmptySubsequences: false)
        guard cells.count > 1 else {
            throw .unknown(.composition, text: text, known: FlavourComposition.named.map(\.name) + ["1:2:0"])
        }
        let parts = cells.compactMap { DecimalText.finiteNumber($0) }
        guard cells.count == 3, parts.count == 3 else {
            throw .malformed(.composition, text: text, expected: "the parts of e, mu and tau, 1:2:0 for instance")
        }
        do {
            self.init(named: text, try FlavourComposition(parts: SIMD3(parts[0], parts[1], parts[2])))
        } catch { throw .composition(error) }
    }
}
