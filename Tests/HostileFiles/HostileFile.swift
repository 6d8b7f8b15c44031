/// A file made to cost its reader dearly: the program refuses it, with these words among those that say why.
///
/// The words name the limit that stops it, so that a test which expects them expects the reader to stop there.
public struct HostileFile: Sendable, CustomStringConvertible {
    public let name: String
    public let refusal: String
    public let bytes: @Sendable () -> [UInt8]

    public var description: String { name }

    init(_ name: String, _ refusal: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
        (self.name, self.refusal, self.bytes) = (name, refusal, bytes)
    }

    init(_ name: String, _ refusal: String, text: @escaping @Sendable () -> String) {
        self.init(name, refusal) { Array(text().utf8) }
    }

    /// One of every kind.
    public static let all: [HostileFile] = entities + grammars + nesting + masses + lies + lists + texts
}

func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
