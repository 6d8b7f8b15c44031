/// What in a URL is a secret, and the URL without it, for messages, answers and files that others may read.
///
/// It looks at the text alone, since a URL that is refused is shown, too.
public enum URLSecrets {
    /// What stands in the place of a secret.
    static let mask = "***"

    /// The URL with its user, its password and the values of its secret parameters masked.
    public static func masked(_ url: String) -> String {
        let (start, queryMark) = parts(of: url)
        let end = queryMark ?? url.endIndex
        var shown = String(url[..<start]) + maskedAuthority(url[start..<end])
        guard let queryMark else { return shown }
        // A fragment is a list of parameters, too, where single-page sites hand out tokens.
        var parameter = ""
        for character in url[queryMark...] {
            if "?#&;".contains(character) {
                shown += maskedParameter(parameter)
                shown.append(character)
                parameter = ""
            } else {
                parameter.append(character)
            }
        }
        return shown + maskedParameter(parameter)
    }

    /// Whether a URL holds a secret.
    public static func areIn(_ url: String) -> Bool { masked(url) != url }

    /// Where what follows the scheme begins, and where the query or fragment does; a URL without a scheme is one from its
    /// beginning.
    private static func parts(of url: String) -> (start: String.Index, query: String.Index?) {
        var start = url.startIndex
        if let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") {
            start = url.index(colon, offsetBy: 3)
        }
        return (start, url[start...].firstIndex { $0 == "?" || $0 == "#" })
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

    private static func maskedParameter(_ text: String) -> String {
        guard let equals = text.firstIndex(of: "="), text.index(after: equals) < text.endIndex,
            isSecret(name: decoded(text[..<equals]))
        else { return text }
        return text[...equals] + mask
    }

    private static let names: Set<String> = ["auth", "code", "hmac", "jwt", "pass", "pwd", "sid", "sig"]
    private static let parts = [
        "token", "secret", "passwd", "password", "signature", "credential", "session", "authorization",
    ]

    /// Whether a parameter of this name is one that opens something: `key`, `api_key`, `access_token`, `X-Amz-Signature`.
    private static func isSecret(name: String) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || name.hasSuffix("key") || name.hasPrefix("x-amz-") || name.hasPrefix("x-goog-")
            || parts.contains { name.contains($0) }
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
