import Documents

extension JSONValue {
    /// A text of a document as a reader is to see it, without what is invisible or breaks lines.
    static func shown(_ text: String) -> JSONValue { .text(PlainText.clean(text)) }
}
