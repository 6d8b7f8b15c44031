/// Where a version of a table is at HEPData: `/download/table/ins2625676/Table%2012/2/yaml`.
public struct HEPDataAddress: Sendable, Hashable {
    public let number: HEPDataNumber
    /// The table's name in its record.
    public let table: String
    public let version: Int

    init(number: HEPDataNumber, table: String, version: Int) {
        self.number = number
        self.table = table
        self.version = version
    }

    /// - Parameter base: of the site, without a stroke at its end.
    func url(base: String) -> String {
        let name = table.utf8.map { byte in
            let isPlain = Self.isUnreserved(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + Self.hexadecimal(byte)
        }
        return "\(base)/download/table/\(number.text)/\(name.joined())/\(version)/yaml"
    }

    /// - Returns: nil for any other URL.
    public init?(url: String) {
        let checked: CheckedURL
        do throws(URLProblem) { checked = try CheckedURL(url, allowsPlainHTTP: true) } catch { return nil }
        let parts = checked.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 7, parts[1] == "download", parts[2] == "table", parts.last == "yaml",
            let number = HEPDataNumber("hepdata:\(parts[3])"), let version = Int(parts[parts.count - 2])
        else { return nil }
        // A stroke in the name has been decoded with the rest.
        self.init(number: number, table: parts[4..<(parts.count - 2)].joined(separator: "/"), version: version)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
