import ConstraintKit
import VOTable

/// The PARAMs that hold at a place of a document: the nearest first.
struct Scope {
    /// From the innermost outwards.
    let levels: [[Param]]
    /// The table or file, for errors.
    let place: String

    /// The nearest PARAM of the profile.
    func param(_ wanted: NativeParam) -> Param? {
        for params in levels {
            if let found = params.first(utype: wanted.utype, orName: wanted.name) { return found }
        }
        return nil
    }

    /// The text of a PARAM; nil where there is none or it is empty.
    func text(_ wanted: NativeParam) -> String? {
        param(wanted).map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A PARAM that is written in a given form.
    func value<Value>(_ wanted: NativeParam, _ form: TextForm<Value>) throws(CurveFormatError) -> Value? {
        guard let text = text(wanted) else { return nil }
        do throws(UnreadableText) { return try form.read(text) } catch {
            throw CurveFormatError(error, of: wanted.name, text, in: place)
        }
    }

    /// What the nearest PARAMs say of a field of the card.
    func take(_ field: CardField, into options: inout ImportOptions) throws(CurveFormatError) {
        if field.key == CardField.confidenceLevel.key {
            options.confidenceLevel = try confidenceLevel()
        } else if let param = field.parts.first?.param, let text = text(param) {
            do throws(UnreadableText) { try field.read(text, &options) } catch {
                throw CurveFormatError(error, of: param.name, text, in: place)
            }
        }
    }

    /// The nearest word on the confidence level: a level, with its basis beside it, or that there is none.
    private func confidenceLevel() throws(CurveFormatError) -> ConfidenceLevel? {
        let params = CardField.confidenceLevel.parts.compactMap(\.param)
        for level in levels.map({ Scope(levels: [$0], place: place) }) {
            let basis = level.text(params[1])
            if let param = level.param(params[0]) { return try confidenceLevel(param, basis: basis) }
            guard let basis else { continue }
            guard basis == ConfidenceLevel.notStated.basis else {
                throw unknownBasis(basis, [ConfidenceLevel.notStated.basis])
            }
            return .notStated
        }
        return nil
    }

    private func confidenceLevel(_ param: Param, basis: String?) throws(CurveFormatError) -> ConfidenceLevel {
        var fraction = try number(param)
        if param.unit == "%" { fraction = shiftingDecimalPoint(of: fraction, by: -2) }
        guard fraction > 0, fraction < 1 else {
            throw .confidenceLevelOutOfRange(value: fraction, table: place)
        }
        let levels = [ConfidenceLevel.stated(fraction), .inferred(fraction)]
        guard let level = levels.first(where: { $0.basis == basis ?? levels[0].basis }) else {
            throw unknownBasis(basis ?? "", levels.map(\.basis))
        }
        return level
    }

    private func unknownBasis(_ basis: String, _ expected: [String]) -> CurveFormatError {
        .unknownWord(
            parameter: CardField.confidenceLevel.parts[1].key, value: basis, expected: expected, table: place)
    }

    func number(_ param: Param) throws(CurveFormatError) -> Double {
        do throws(VOTableError) {
            let number = try param.number()
            if number.isFinite { return number }
        } catch {}
        throw .badParameter(parameter: param.name, value: param.value, expected: "a number", table: place)
    }

    /// The nearest PARAM that is called as a field that is no part of the profile.
    private func text(called field: CardField) -> String? {
        for params in levels {
            let found = params.first { $0.name.lowercased().replacing("-", with: "_") == field.key }
            if let found, !found.value.isEmpty { return found.value }
        }
        return nil
    }

    /// How the columns of a table that knows nothing of the profile are to be read.
    func reading() throws(CurveFormatError) -> ReadingStatements {
        var said = ImportOptions()
        for field in [.massUnit, .couplingUnit, .quantity, .massColumn, .couplingColumn] as [CardField] {
            try take(called: field, into: &said)
        }
        return ReadingStatements(said)
    }

    /// The publication of a document that knows nothing of the profile.
    func takeReference(into options: inout ImportOptions) throws(CurveFormatError) {
        for field in [.texkey, .arxiv, .doi, .citation] as [CardField] { try take(called: field, into: &options) }
    }

    private func take(called field: CardField, into options: inout ImportOptions) throws(CurveFormatError) {
        guard let text = text(called: field) else { return }
        do throws(UnreadableText) { try field.read(text, &options) } catch {
            throw CurveFormatError(error, of: field.key, text, in: place)
        }
    }

    private static let sides: TextForm<ExcludedSide> = .word
    private static let topologies: TextForm<Topology> = .word

    /// What is said about one curve. A table whose name is a kind says so by that.
    func statements(tableName: String?) throws(CurveFormatError) -> CurveStatements {
        var said = ImportOptions()
        try take(.kind, into: &said)
        try take(.confidenceLevel, into: &said)
        return CurveStatements(
            kind: said.kind ?? tableName.flatMap(Kind.init(rawValue:)), confidenceLevel: said.confidenceLevel,
            side: try value(NativeProfile.excludedSide, Self.sides),
            topology: try value(NativeProfile.topology, Self.topologies),
            band: text(NativeProfile.band))
    }
}
