/// JSON within a `<script>` block of an HTML document.
package enum ScriptText {
    /// The same value without a `<`: nothing can end the block, or begin a comment in it.
    package static func escaped(json: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.utf8.count)
        for byte in json.utf8 {
            if byte == UInt8(ascii: "<") { bytes.append(contentsOf: "\\u003c".utf8) } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
