import Documents

extension Console {
    /// Writes an answer in a form: the one place where answers become text.
    static func write(_ answer: some Answer, as format: AnswerFormat) throws {
        let bytes = try answer.bytes(as: format)
        // A line ends with its break; a document is as it is.
        try write(bytes: bytes.last == 0x0A || format == .votable ? bytes : bytes + [0x0A])
    }
}
