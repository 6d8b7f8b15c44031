import Files
import Foundation

/// What a browser may do with the page: apply this sheet, run these scripts, show pictures inside, and nothing else, whoever
/// wrote what the page shows.
enum PagePolicy {
    static let sheet = "\(pageStyleText)"

    /// - Parameter scripts: that may run, as they stand in the page.
    static func text(scripts: [String]) -> String {
        let allowed = scripts.isEmpty ? "" : "script-src \(scripts.map(digest(of:)).joined(separator: " ")); "
        return "default-src 'none'; style-src \(digest(of: sheet)); \(allowed)img-src data:; base-uri 'none'; "
            + "form-action 'none'"
    }

    private static func digest(of text: String) -> String {
        "'sha256-\(Data(SHA256(of: Array(text.utf8)).bytes).base64EncodedString())'"
    }
}
