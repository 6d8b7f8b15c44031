import Documents

extension Console {
    /// Writes an answer in a form: the one place where answers become text.
    package static func write<A: Answer>(_ answer: A, as format: AnswerFormat) throws {
        switch format {
        case .text: try writeText(answer)
        case .json: try writeJSON(String(decoding: answer.bytes(as: format), as: UTF8.self))
        case .csv, .markdown, .latex, .html:
            try writeDocument(String(decoding: answer.bytes(as: format), as: UTF8.self))
        case .votable: try writeData(answer.bytes(as: format))
        }
    }

    /// For people, in the room there is.
    private static func writeText<A: Answer>(_ answer: A) throws {
        let stream = ConsoleStream.output
        // A file keeps its lines; its strings stand in quotes, and escapes mean the same in them as in JSON.
        if A.textIsFile { return try writeJSON(answer.text) }
        let text = TextStyle.$current.withValue(stream.style) { fitted(answer.text) }
        try writeLines(stream.isColoured ? Highlighting.answer(text) : text)
    }

    /// Writes lines for people, in the room there is.
    /// - Throws: ``ErrorReport`` where standard output can't take it.
    package static func writeProse(_ text: String) throws { try writeLines(fitted(text)) }

    private static func fitted(_ text: String) -> String {
        let style = ConsoleStream.output.style
        let text = style.spelled(PlainText.shown(text))
        return style.columns.map { WrappedText.fitted(text, columns: $0) } ?? text
    }

    /// Writes a help page.
    /// - Throws: ``ErrorReport`` where standard output can't take it.
    package static func writeHelp(_ page: HelpPage) throws {
        let stream = ConsoleStream.output
        let text = page.text(columns: stream.style.columns ?? HelpPage.usualColumns, spelled: stream.style.spelled)
        try writeLines(stream.isColoured ? Highlighting.help(text) : text)
    }
}
