import Documents

extension Console {
    /// Writes an answer in a form: the one place where answers become text.
    package static func write(_ answer: some Answer, as format: AnswerFormat) throws {
        let bytes = try answer.bytes(as: format)
        if format == .votable { return try writeData(bytes) }
        try write(String(decoding: bytes, as: UTF8.self))
    }
}
