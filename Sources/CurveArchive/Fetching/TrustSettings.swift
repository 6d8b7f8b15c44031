/// Which certificate authorities to trust, where the environment says so: the variables that curl itself obeys, and in
/// its order. Proxies (`https_proxy`, `no_proxy`, …) libcurl reads on its own.
public struct TrustSettings: Sendable, Hashable {
    /// A file of certificates.
    public var file: String?
    /// A directory of certificates.
    public var directory: String?

    public init(environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let bundle = value("CURL_CA_BUNDLE") {
            file = bundle
        } else {
            directory = value("SSL_CERT_DIR")
            file = value("SSL_CERT_FILE")
        }
    }
}
