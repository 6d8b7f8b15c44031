#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Which certificate authorities to trust, where the environment says so: the variables that curl itself obeys, and in
/// its order. Proxies (`https_proxy`, `no_proxy`, …) libcurl reads on its own.
public struct TrustSettings: Sendable, Hashable {
    /// A file of certificates.
    public var file: String?
    /// A directory of certificates.
    public var directory: String?
    /// A file of passwords in place of `~/.netrc`.
    public var netrc: String?

    public init(environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        netrc = value("NETRC")
        if let bundle = value("CURL_CA_BUNDLE") {
            file = bundle
        } else {
            directory = value("SSL_CERT_DIR")
            file = value("SSL_CERT_FILE")
        }
    }
}

/// Whether libcurl goes through a proxy: what a name stands for is then the proxy's business, and the only address seen
/// here is the proxy's own.
enum ProxySettings {
    static func areSet(for scheme: String) -> Bool {
        let names = ["\(scheme)_proxy", "all_proxy"] + (scheme == "https" ? ["HTTPS_PROXY"] : []) + ["ALL_PROXY"]
        return names.contains { name in getenv(name).map { $0.pointee != 0 } ?? false }
    }
}
