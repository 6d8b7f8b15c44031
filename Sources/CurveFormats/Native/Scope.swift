import ConstraintKit
import VOTable

/// The PARAMs that hold at a place of a document: the nearest first.
struct Scope {
    /// From the innermost outwards.
    let levels: [[Param]]
    /// The table or file, for errors.
    let place: String

    /// The nearest PARAM of the profile, known by its utype or its name.
    func param(_ name: Profile.Name) -> Param? {
        for params in levels {
            if let param = params.first(where: { $0.utype?.lowercased() == name.utype.lowercased() }) { return param }
            if let param = params.first(where: { $0.name.lowercased() == name.rawValue }) { return param }
        }
        return nil
    }

    /// The text of a PARAM; nil where there is none or it is empty.
    func text(_ name: Profile.Name) -> String? {
        param(name).map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A word of a vocabulary.
    func word<Word: RawRepresentable & CaseIterable>(
        _ name: Profile.Name, of type: Word.Type = Word.self
    ) throws(CurveFormatError) -> Word? where Word.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw .unknownWord(
                parameter: name.rawValue, value: text, expected: Word.allCases.map(\.rawValue), table: place)
        }
        return word
    }

    /// The nearest word on the confidence level: a level, with its basis beside it, or that there is none.
    func confidenceLevel() throws(CurveFormatError) -> ConfidenceLevel? {
        for params in levels {
            let level = Scope(levels: [params], place: place)
            let basis = level.text(.confidenceLevelBasis)
            if let param = level.param(.confidenceLevel) { return try confidenceLevel(param, basis: basis) }
            guard let basis else { continue }
            guard basis == "not stated" else { throw unknownBasis(basis, ["not stated"]) }
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
        switch basis {
        case nil, "stated": return .stated(fraction)
        case "inferred": return .inferred(fraction)
        case let other?: throw unknownBasis(other, ["stated", "inferred"])
        }
    }

    private func unknownBasis(_ basis: String, _ expected: [String]) -> CurveFormatError {
        .unknownWord(
            parameter: Profile.Name.confidenceLevelBasis.rawValue, value: basis, expected: expected, table: place)
    }

    func mixing() throws(CurveFormatError) -> KineticMixing? {
        guard let text = text(.kineticMixing) else { return nil }
        guard let mixing = KineticMixing(text) else {
            throw .unknownWord(
                parameter: Profile.Name.kineticMixing.rawValue, value: text,
                expected: KineticMixing.vocabulary, table: place)
        }
        return mixing
    }

    func number(_ param: Param) throws(CurveFormatError) -> Double {
        do throws(VOTableError) {
            let number = try param.number()
            if number.isFinite { return number }
        } catch {}
        throw .badParameter(parameter: param.name, value: param.value, expected: "a number", table: place)
    }

    /// What is said about one curve. A table whose name is a kind says so by that.
    func statements(tableName: String?) throws(CurveFormatError) -> Statements {
        Statements(
            kind: try word(.kind) ?? tableName.flatMap(Kind.init(rawValue:)), confidenceLevel: try confidenceLevel(),
            side: try word(.excludedSide), topology: try word(.topology), band: text(.band))
    }
}
