import Foundation

/// Questions on a terminal: on standard error, since standard output is for the result.
package struct Questions {
    /// nil where nobody can answer: standard input is no terminal.
    package init?() {
        guard isatty(STDIN_FILENO) == 1 else { return nil }
    }

    /// Asks until the answer can be read.
    /// - Parameters:
    ///   - fallback: what an empty answer means; nil: there must be one.
    ///   - read: throws where an answer is none.
    /// - Throws: ``ErrorReport`` where the input ends.
    package func ask<Value>(
        _ question: String, default fallback: String? = nil, _ read: (String) throws -> Value
    ) throws -> Value {
        while true {
            Console.ask(question + (fallback.map { " [\($0)]" } ?? "") + ": ")
            guard let line = readLine() else {
                Console.note("")
                throw ErrorReport("the questions were not answered: nothing was written", code: ExitStatus.usage)
            }
            let answer = line.trimmingCharacters(in: .whitespaces)
            guard let text = answer.isEmpty ? fallback : answer else { continue }
            do { return try read(text) } catch { Console.note("  \(ErrorReport(of: error)?.message ?? "\(error)")") }
        }
    }

    /// Asks for one of a few words.
    package func choose<Word: RawRepresentable & CaseIterable>(
        _ question: String, default fallback: Word? = nil
    ) throws -> Word where Word.RawValue == String {
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return try ask("\(question) (\(words))", default: fallback?.rawValue) { text in
            guard let word = Word(rawValue: text) else {
                throw ErrorReport("'\(ErrorText.clipped(text))' is none of \(words)", code: ExitStatus.usage)
            }
            return word
        }
    }
}
