extension String {
    /// A text in UTF-8, or in the Latin-1 of older programs where it is none: of a table of points no sign may be lost.
    public init(textOf bytes: some Collection<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self = text
        } else {
            self.init(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }
}
