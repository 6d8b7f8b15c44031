import Files

/// A remark of the form `key: value`, where the key is one of ours: that of a field, of one item of it, or the name of its
/// option, with `_`, `-` or a blank between words.
struct TextStatement {
    /// As the file has it, in small letters.
    let key: String
    let field: CardField
    /// Which of several by name, `n_eff_max` of `parameter_n_eff_max`.
    let itemName: String?
    let value: String
    let line: Int

    /// - Returns: nil for a remark in words, which may have a colon too.
    init?(_ remark: Substring, line: Int) {
        guard let (key, value) = Self.parts(remark) else { return nil }
        self.init(key: key, value: value, line: line)
        // What programs write of their own run, `method = bisection`, is none of ours.
        let isEquation = remark.first { $0 == ":" || $0 == "=" } == "="
        if isEquation || Self.mayBeProse(key), !isReadable { return nil }
    }

    private init?(key: String, value: String, line: Int) {
        (self.key, self.value, self.line) = (key, value, line)
        let parameter = CardField.parameters.itemKey + "_"
        let plain = key.replacing("-", with: "_")
        if let field = Self.fields[plain] {
            guard field.isInText else { return nil }
            (self.field, itemName) = (field, nil)
        } else if plain.hasPrefix(parameter) {
            (field, itemName) = (.parameters, String(key.dropFirst(parameter.count)))
        } else {
            return nil
        }
    }

    /// Whether it is also what the rows below are called, where they are one block of several: `# Name: limit A`.
    var namesRows: Bool { key == CardField.title.optionName }

    private var isReadable: Bool {
        var scratch = ImportOptions()
        do throws(UnreadableText) { try field.read(value, &scratch) } catch { return false }
        return !value.isEmpty
    }

    private static func parts(_ remark: Substring) -> (key: String, value: String)? {
        guard let mark = remark.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
        let key = remark[..<mark].trimmed.lowercased().replacing(" ", with: "_")
        // `coupling_unit = 1e-3` as programs write it; an equation of anything else is none of ours.
        guard remark[mark] == ":" || fields[key.replacing("-", with: "_")] != nil else { return nil }
        return (key, String(remark[remark.index(after: mark)...].trimmed))
    }

    /// By key, the name of an item and the name of the option.
    private static let fields: [String: CardField] = Dictionary(
        uniqueKeysWithValues: (CardField.all + CardField.ofReading).flatMap { field in
            Set([field.key, field.itemKey, field.optionName.replacing("-", with: "_")]).map { ($0, field) }
        })

    /// Whether a key is also a plain word that others begin a remark with, `Quantity: cross section`: it is ours only where
    /// its value can be read. That of a fact must be readable.
    private static func mayBeProse(_ key: String) -> Bool {
        let plain = key.replacing("-", with: "_")
        guard let field = fields[plain], field.key != CardField.excludedSide.key, field.key != CardField.topology.key
        else { return false }
        return field.parts.isEmpty && CardField.ofReading.contains { $0.key == field.key }
            || ![field.key, field.itemKey].contains(plain)
    }
}

extension TextStatement {
    /// What there is to be told of a remark that was taken for one in words, and may have been meant for more.
    static func doubt(of remark: Substring, line: Int, file: String) -> CurveWarning? {
        guard let (key, value) = parts(remark), !value.isEmpty, key.count <= longestKey else { return nil }
        let shown = String(value.prefix(80))
        if let field = fields[key.replacing("-", with: "_")] {
            return field.isInText
                ? CurveWarning.remarkUnreadable(
                    file: file, line: line, key: key, value: shown, expected: field.expected)
                : CurveWarning.remarkOfOption(file: file, line: line, key: key, option: "--\(field.optionName)")
        }
        return nearestName(to: key, among: fields.keys.sorted()).map {
            CurveWarning.remarkMisspelled(file: file, line: line, key: key, nearest: $0)
        }
    }

    /// Letters; a key that is longer is a sentence.
    private static let longestKey = 24
}
