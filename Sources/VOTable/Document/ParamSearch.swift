extension [Param] {
    /// The first of a utype, or else the first of a name, whatever the case of either.
    ///
    /// Each document that is read asks this hundreds of times. By their places: a PARAM is a dozen words, and to look at one
    /// is not to copy it.
    public func first(utype: String, orName name: String) -> Param? {
        let place = indices.first { self[$0].has(utype: utype) } ?? indices.first { isWord(self[$0].name, name) }
        return place.map { self[$0] }
    }
}

extension Param {
    /// Whether its utype is this one, whatever the case.
    public func has(utype wanted: String) -> Bool { utype.map { isWord($0, wanted) } ?? false }
}

/// Whether two words of ASCII are the same but for their case, without a copy of either.
private func isWord(_ text: String, _ wanted: String) -> Bool {
    let (text, wanted) = (text.utf8, wanted.utf8)
    guard text.count == wanted.count else { return false }
    return text.elementsEqual(wanted) { byte, other in
        byte == other
            || (byte ^ other == 0x20 && (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
    }
}
