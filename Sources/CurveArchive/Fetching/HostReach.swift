#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Who can speak to a host: a server may not send us on to one that it could not reach itself.
enum HostReach: Sendable, Hashable {
    /// This machine.
    case loopback
    /// Machines at the same cable, and what a cloud keeps for its own machines.
    case linkLocal
    /// A private network: by its numbers, or by a name that stands nowhere else.
    case privateNetwork
    case everybody

    /// - Parameter host: as libcurl has it, which has turned shorthands like `127.1` into four numbers by now.
    init(host: String) {
        var name = host.lowercased()
        if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
        if let zone = name.firstIndex(of: "%") { name = String(name[..<zone]) }
        while name.hasSuffix(".") { name.removeLast() }
        self = Self.ofNumbers(name) ?? Self.ofName(name)
    }

    /// - Parameter address: what a name was found to stand for.
    init(address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                Self.ofFour(withUnsafeBytes(of: pointer.pointee.sin_addr, Array.init))
            }
        case AF_INET6:
            self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                Self.ofSixteen(withUnsafeBytes(of: pointer.pointee.sin6_addr, Array.init))
            }
        default: self = .loopback
        }
    }

    /// The numbers of an address.
    static func text(of address: UnsafePointer<sockaddr>) -> String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isSix = Int32(address.pointee.sa_family) == AF_INET6
        let size = isSix ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
        guard getnameinfo(address, socklen_t(size), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else {
            return ""
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func ofName(_ name: String) -> HostReach {
        if name == "localhost" || name.hasSuffix(".localhost") { return .loopback }
        let endings = [".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".home.arpa"]
        return !name.contains(".") || endings.contains { name.hasSuffix($0) } ? .privateNetwork : .everybody
    }

    /// nil for a name.
    private static func ofNumbers(_ text: String) -> HostReach? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return ofFour(withUnsafeBytes(of: four, Array.init)) }
        var sixteen = in6_addr()
        guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
        return ofSixteen(withUnsafeBytes(of: sixteen, Array.init))
    }

    /// By IANA's registry of special addresses.
    private static func ofFour(_ bytes: [UInt8]) -> HostReach {
        switch (bytes[0], bytes[1]) {
        case (0, _), (127, _): .loopback
        case (169, 254), (224..., _): .linkLocal
        case (10, _), (172, 16...31), (192, 168), (100, 64...127): .privateNetwork
        default: .everybody
        }
    }

    private static func ofSixteen(_ bytes: [UInt8]) -> HostReach {
        let isZeroUpTo = bytes.firstIndex { $0 != 0 } ?? 16
        // ::, ::1, and addresses of four numbers in the clothes of sixteen: mapped, compatible, behind a translator.
        if isZeroUpTo >= 15 { return .loopback }
        let isMapped = isZeroUpTo == 10 && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMapped || isZeroUpTo >= 12 || bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) {
            return ofFour(Array(bytes[12...]))
        }
        if bytes.starts(with: [0x20, 0x02]) { return ofFour(Array(bytes[2..<6])) }
        switch (bytes[0], bytes[1]) {
        case (0xFE, 0x80...0xBF), (0xFF, _): return .linkLocal
        case (0xFC, _), (0xFD, _), (0xFE, 0xC0...0xFF): return .privateNetwork
        default: return .everybody
        }
    }
}
