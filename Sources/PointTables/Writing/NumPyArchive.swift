/// An archive of NumPy arrays of any shape, made in memory: `numpy.load` gives each by its name.
public struct NumPyArchive {
    private var zip = ZipWriter()
    private var bytes: [UInt8] = []

    public init() {}

    /// Adds numbers as `<f8`.
    /// - Parameters:
    ///   - values: row by row, the last index fastest.
    ///   - shape: the lengths of the axes, whose product is the number of values.
    public mutating func add(_ name: String, _ values: [Double], shape: [Int]) {
        add(name, "<f8", shape, values.flatMap { Self.littleEndian($0.bitPattern, 8) })
    }

    /// Adds texts as `<U…`, as long as the longest.
    public mutating func add(_ name: String, texts: [String], shape: [Int]) {
        let length = max(1, texts.map(\.unicodeScalars.count).max() ?? 1)
        // Few texts stand in many places.
        var cells: [String: [UInt8]] = [:]
        var data: [UInt8] = []
        for text in texts {
            let cell =
                cells[text]
                ?? {
                    let scalars = text.unicodeScalars.flatMap { Self.littleEndian(UInt64($0.value), 4) }
                    return scalars + [UInt8](repeating: 0, count: 4 * length - scalars.count)
                }()
            cells[text] = cell
            data += cell
        }
        add(name, "<U\(length)", shape, data)
    }

    private mutating func add(_ name: String, _ descriptor: String, _ shape: [Int], _ data: [UInt8]) {
        let (member, header) = zip.begin(name + ".npy")
        bytes += header
        bytes += zip.add(NumPyHeader.bytes(descriptor, shape: shape), to: member)
        bytes += zip.add(data, to: member)
        bytes += zip.end(member)
    }

    /// The archive; nothing can be added to it.
    public consuming func finished() -> [UInt8] { bytes + zip.finished() }

    private static func littleEndian(_ bits: UInt64, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    }
}
