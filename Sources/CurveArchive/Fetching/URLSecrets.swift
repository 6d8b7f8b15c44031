/// What in a URL may be a secret, and the URL without it, for messages, answers and files that others may read.
///
/// It looks at the text alone, since a URL that is refused is shown, too. What opens something has many names, and often
/// none: whatever is not known to be harmless is masked.
public enum URLSecrets {
    /// What stands in the place of a secret.
    static let mask = "***"

    /// The URL with its user, its password, its fragment, and the values of its parameters masked, those of a few names
    /// excepted that only say what is wanted.
    public static func masked(_ url: String) -> String {
        let scalars = url.unicodeScalars
        let start = start(of: url)
        // By scalars: a letter that combines with a sign before it would hide that from a search for characters.
        let end = scalars[start...].firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
        let place = maskedAuthority(url[start..<end])
        let parts = pieces(of: place[...], partedBy: "/").map { maskedPart($0) }
        return String(url[..<start]) + parts.joined() + maskedParameters(url[end...], partedBy: "?#&;")
    }

    /// Whether a URL may hold a secret.
    public static func areIn(_ url: String) -> Bool { masked(url) != url }

    /// Where what follows the scheme begins; a URL without a scheme is one from its beginning.
    private static func start(of url: String) -> String.Index {
        guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else { return url.startIndex }
        return url.index(colon, offsetBy: 3)
    }

    private static func maskedAuthority(_ text: Substring) -> String {
        let end = text.firstIndex(of: "/") ?? text.endIndex
        var at = text[..<end].lastIndex(of: "@")
        // A stroke in a password ends the host too early: what then stands for a port is no number.
        if at == nil, let colon = text[..<end].lastIndex(of: ":"), !text[..<end].hasSuffix("]"),
            !text[text.index(after: colon)..<end].allSatisfy(\.isNumber)
        {
            at = text.lastIndex(of: "@")
        }
        guard let at else { return String(text) }
        return mask + text[at...]
    }

    /// One part of a path: parameters follow a semicolon, and a URL in a path may have a user and a password of its own.
    private static func maskedPart(_ text: Substring) -> String {
        let end = text.unicodeScalars.firstIndex(of: ";") ?? text.endIndex
        let parameters = maskedParameters(text[end...], partedBy: ";/")
        guard let at = text[..<end].lastIndex(of: "@"), text[..<at].contains(":") else {
            return text[..<end] + parameters
        }
        let stroke = text.hasPrefix("/") ? "/" : ""
        return stroke + mask + text[at..<end] + parameters
    }

    private static func maskedParameters(_ text: Substring, partedBy separators: String) -> String {
        pieces(of: text, partedBy: separators).map { piece in
            guard let first = piece.unicodeScalars.first, separators.unicodeScalars.contains(first) else {
                return maskedParameter(piece)
            }
            let start = piece.unicodeScalars.index(after: piece.startIndex)
            return String(piece[..<start]) + maskedParameter(piece[start...])
        }.joined()
    }

    /// Each with the separator before it.
    private static func pieces(of text: Substring, partedBy separators: String) -> [Substring] {
        var (pieces, start): ([Substring], _) = ([], text.startIndex)
        let scalars = text.unicodeScalars
        for index in scalars.indices where index > start && separators.unicodeScalars.contains(scalars[index]) {
            pieces.append(text[start..<index])
            start = index
        }
        return pieces + [text[start...]]
    }

    private static func maskedParameter(_ text: Substring) -> String {
        let equals = text.unicodeScalars.firstIndex(of: "=")
        let name = text[..<(equals ?? text.endIndex)]
        let value = equals.map { text[text.unicodeScalars.index(after: $0)...] } ?? ""
        if text.isEmpty || harmlessNames.contains(decoded(name).lowercased()) && isPlain(decoded(value)) {
            return String(text)
        }
        // Without a value the secret is what stands for the name, be it with the signs at the end of base64.
        return value.allSatisfy { $0 == "=" } ? mask : "\(name)=\(mask)"
    }

    /// Parameters that say what is wanted, and open nothing.
    private static let harmlessNames: Set<String> = [
        "branch", "column", "dl", "download", "file", "filename", "format", "gid", "inline", "lang", "light",
        "name", "page", "path", "persistentid", "raw", "ref", "ref_type", "rev", "revision", "row", "rows",
        "sheet", "table", "type", "v", "version",
    ]

    /// Whether a value can be a word, number or path, and neither a URL nor one more parameter.
    private static func isPlain(_ value: String) -> Bool {
        value.utf8.count <= 80
            && value.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: " +,-./_".utf8.contains(byte)
                }
            }
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
