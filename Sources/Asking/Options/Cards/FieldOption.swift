import ArgumentParser
import CurveFormats

/// What an option says of a field. It is checked when the command line is read, and taken when all of it has been.
/// A reference, as ``ChoiceStatement`` is and for the same reason.
package final class FieldStatement: Sendable {
    private let field: CardField
    private let text: String

    package init(_ field: CardField, _ text: String) throws {
        var scratch = ImportOptions()
        do throws(UnreadableText) { try field.read(text, &scratch) } catch {
            throw ValidationError("'\(ErrorText.clipped(text))' can't be read: write \(error.expected)")
        }
        self.field = field
        self.text = text
    }

    package func take(into options: inout ImportOptions) throws { try field.read(text, &options) }
}

extension Option where Value == FieldStatement? {
    /// The option by which a field is said: name, help, vocabulary and reader are the field's.
    package init(_ field: CardField) {
        self.init(
            name: .customLong(field.optionName), help: field.optionHelp,
            completion: field.words.isEmpty ? nil : .list(field.words), transform: { try FieldStatement(field, $0) })
    }
}

extension Option where Value == [FieldStatement] {
    /// The same for a field that can be said more than once.
    package init(wrappedValue: [FieldStatement], _ field: CardField) {
        self.init(
            wrappedValue: wrappedValue, name: .customLong(field.optionName), help: field.optionHelp,
            transform: { try FieldStatement(field, $0) })
    }
}

extension CardField {
    fileprivate var optionHelp: ArgumentHelp {
        var text = help.hasSuffix(".") ? String(help.dropLast()) : help
        if !words.isEmpty { text += " (values: \(words.joined(separator: ", ")))" }
        if words.isEmpty, !isPlainText { text += ": \(expected)" }
        if isRepeated { text += "; may be repeated" }
        return ArgumentHelp(stringLiteral: text + ".").with(valueName: placeholder)
    }
}

extension ArgumentHelp {
    fileprivate func with(valueName: String?) -> ArgumentHelp {
        var help = self
        help.valueName = valueName
        return help
    }
}
