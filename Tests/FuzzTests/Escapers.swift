import Documents
import Foundation

@testable import Drawing

/// What every writer of text must keep, whatever text it is given.
enum Escapers {
    /// What is not kept; empty where all is well.
    static func faults(of text: String) -> [String] {
        let clean = PlainText.clean(text)
        return [
            ("plain", plain(text, clean)), ("html", html(HTMLText.escaped(text)) == scalars(clean)),
            ("markdown", markdown(text, clean)), ("csv", csv(CSVText.text(text), clean)), ("json", json(text)),
            ("latex", latex(LaTeXText.escaped(text))), ("bibtex", bibTeX(text)),
            ("gnuplot", gnuplot(GnuplotText.quoted(text), hasGroups: false)),
            ("gnuplot, typeset", gnuplot(GnuplotText.typeset(text), hasGroups: true)),
        ]
        .filter { !$0.1 }.map(\.0)
    }

    static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

    /// Nothing is left to clean, and no sign before it is composed with it.
    private static func plain(_ text: String, _ clean: String) -> Bool {
        let shown = PlainText.shown(text).unicodeScalars
        return clean.unicodeScalars.allSatisfy(PlainText.isShown) && scalars(PlainText.clean(clean)) == scalars(clean)
            && shown.allSatisfy { $0 == "\n" || PlainText.isShown($0) }
            && "<>=\"'|,;[{&\\`*".unicodeScalars.allSatisfy { sign in
                ("\(sign)" + clean).precomposedStringWithCanonicalMapping.unicodeScalars.first == sign
            }
    }

    /// The text behind the entities; nil where there is markup.
    private static func html(_ escaped: String) -> [Unicode.Scalar]? {
        guard !escaped.unicodeScalars.contains(where: { "<>\"'".unicodeScalars.contains($0) }) else { return nil }
        return unescaped(scalars(escaped))
    }

    private static let entities: [(name: String, sign: Unicode.Scalar)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]

    /// nil where an ampersand begins no entity of ours.
    private static func unescaped(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var result: [Unicode.Scalar] = []
        var rest = text[...]
        while let first = rest.first {
            guard first == "&" else {
                result.append(rest.removeFirst())
                continue
            }
            guard let entity = entities.first(where: { rest.starts(with: $0.name.unicodeScalars) }) else { return nil }
            result.append(entity.sign)
            rest = rest.dropFirst(entity.name.unicodeScalars.count)
        }
        return result
    }

    /// Every mark is behind a backslash or an entity, and what they stand for is the text without spaces at its ends.
    private static func markdown(_ text: String, _ clean: String) -> Bool {
        var bare: [Unicode.Scalar] = []
        var rest = scalars(MarkdownText.escaped(text))[...]
        if let first = rest.first, "-+=:% ".unicodeScalars.contains(first) { return false }
        while let first = rest.popFirst() {
            guard !"`*_[]|~#$<>".unicodeScalars.contains(first) else { return false }
            if first == "\\" {
                guard let sign = rest.popFirst(), sign.isASCII, !sign.properties.isAlphabetic else { return false }
                bare.append(sign)
            } else {
                bare.append(first)
            }
        }
        return unescaped(bare) == scalars(clean.trimmingCharacters(in: .whitespaces))
    }

    /// One cell beside another that comes back but for its apostrophes, and runs in no program.
    private static func csv(_ cell: String, _ clean: String) -> Bool {
        var inside = scalars(cell)[...]
        if inside.first == "\"" {
            guard inside.count > 1, inside.last == "\"" else { return false }
            let parts = inside.dropFirst().dropLast().split(separator: "\"", omittingEmptySubsequences: false)
            // Doubled, so that every second part is empty.
            guard parts.count % 2 == 1, parts.indices.allSatisfy({ $0 % 2 == 0 || parts[$0].isEmpty }) else {
                return false
            }
            let whole = parts.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
            inside = Array(whole.joined(separator: ["\""]))[...]
        } else if inside.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) {
            return false
        }
        let runs = inside.split(separator: ";").contains { part in
            let start = part.drop { $0.properties.isWhitespace || ($0.properties.isQuotationMark && $0 != "'") }
            guard let first = start.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else { return false }
            return Double(String(String.UnicodeScalarView(start))) == nil
        }
        return !runs && inside.filter { $0 != "'" } == scalars(clean).filter { $0 != "'" }
    }

    /// Nothing is lost, and nothing is hidden.
    private static func json(_ text: String) -> Bool {
        let written = JSONValue.text(text).compact
        guard written.unicodeScalars.allSatisfy(PlainText.isShown) else { return false }
        do {
            let read = try JSONSerialization.jsonObject(with: Data(written.utf8), options: .fragmentsAllowed) as? String
            return read.map(scalars) == scalars(text)
        } catch { return false }
    }
}
