import CSSL
import Foundation

/// A certificate with its key, made on the fly, by which a server shows who it is.
public final class TLSIdentity: Sendable {
    /// What may be wrong with a certificate.
    public enum Kind: Sendable, CaseIterable {
        case valid
        case expired
        /// For another host than the one that shows it.
        case otherHost
        /// By no authority but itself.
        case selfSigned
    }

    public struct Failure: Error { var step: String }

    /// The authority's certificate, which a client has to trust.
    public let authority: String
    // Never changed once it is made, and OpenSSL lets several threads use it.
    nonisolated(unsafe) private let context: OpaquePointer

    public init(_ kind: Kind) throws {
        let (authorityKey, key) = try (Self.newKey(), Self.newKey())
        let authority = try Self.certificate(
            "test authority", key: authorityKey, days: 1, "basicConstraints", "CA:TRUE")
        let host = kind == .otherHost ? "DNS:elsewhere.invalid" : "IP:127.0.0.1"
        let isOwn = kind == .selfSigned
        let leaf = try Self.certificate(
            "test server", key: key, days: kind == .expired ? -1 : 1, "subjectAltName", host,
            issuer: isOwn ? nil : authority, issuerKey: isOwn ? nil : authorityKey)
        guard let context = SSL_CTX_new(TLS_server_method()), SSL_CTX_use_certificate(context, leaf) == 1,
            SSL_CTX_use_PrivateKey(context, key) == 1
        else { throw Failure(step: "context") }
        self.context = context
        self.authority = try Self.text(of: authority)
        X509_free(leaf)
        X509_free(authority)
        EVP_PKEY_free(key)
        EVP_PKEY_free(authorityKey)
    }

    deinit { SSL_CTX_free(context) }

    func session() -> OpaquePointer? { SSL_new(context) }

    private static func newKey() throws -> OpaquePointer {
        let maker = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil)
        defer { EVP_PKEY_CTX_free(maker) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(maker) == 1, EVP_PKEY_keygen(maker, &key) == 1, let key else {
            throw Failure(step: "key")
        }
        return key
    }

    /// - Parameter days: from now to its end; it began two days ago.
    private static func certificate(
        _ name: String, key: OpaquePointer, days: Int, _ extensionName: String, _ value: String,
        issuer: OpaquePointer? = nil, issuerKey: OpaquePointer? = nil
    ) throws -> OpaquePointer {
        guard let made = X509_new() else { throw Failure(step: "certificate") }
        let day = 86_400
        X509_set_version(made, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(made), Int.random(in: 1...1_000_000_000))
        X509_gmtime_adj(X509_getm_notBefore(made), -2 * day)
        X509_gmtime_adj(X509_getm_notAfter(made), days * day)
        X509_set_pubkey(made, key)
        let subject = X509_get_subject_name(made)
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, name, -1, -1, 0)
        X509_set_issuer_name(made, issuer.map { X509_get_subject_name($0) } ?? subject)
        var setting = v3_ext_ctx()
        X509V3_set_ctx(&setting, issuer ?? made, made, nil, nil, 0)
        guard let added = X509V3_EXT_conf_nid(nil, &setting, OBJ_sn2nid(extensionName), value),
            X509_add_ext(made, added, -1) == 1, X509_sign(made, issuerKey ?? key, nil) > 0
        else { throw Failure(step: extensionName) }
        X509_EXTENSION_free(added)
        return made
    }

    private static func text(of certificate: OpaquePointer) throws -> String {
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = i2d_X509(certificate, &bytes)
        guard count > 0, let bytes else { throw Failure(step: "encoding") }
        defer { CRYPTO_free(bytes, #file, #line) }
        let lines = Data(bytes: bytes, count: Int(count)).base64EncodedString(
            options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN CERTIFICATE-----\n\(lines)\n-----END CERTIFICATE-----\n"
    }
}
