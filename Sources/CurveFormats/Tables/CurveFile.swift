/// A file to be read: what it holds, and what it is called.
public struct CurveFile: Sendable, Hashable {
    /// Its name without the directory, `mine-2025.csv`; the stem comes from it where nothing else gives one.
    public var name: String
    public var bytes: [UInt8]

    /// The most points of one curve.
    public static var greatestPointCount: Int { FormatLimits.rows }

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
