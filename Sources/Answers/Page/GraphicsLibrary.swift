import Files

/// d3, with which the page draws: the system's, as Debian's package `node-d3` has it, and its licence.
public struct GraphicsLibrary: Sendable {
    let script: String
    let licence: String

    /// The package to install where it is missing.
    public static let package = "node-d3"

    private static let place = "/usr/share/nodejs/d3/dist/d3.min.js"
    private static let placeOfLicence = "/usr/share/doc/node-d3/copyright"
    /// Several times what it is.
    private static let mostBytes = 2_000_000

    /// The one that is installed; nil where there is none, or it holds what would end a script.
    public static func installed() -> GraphicsLibrary? {
        guard let script = text(at: place), let licence = text(at: placeOfLicence), !script.contains("</script"),
            !script.contains("<!--"), !licence.contains("-->")
        else { return nil }
        return GraphicsLibrary(script: script, licence: licence)
    }

    private static func text(at path: String) -> String? {
        // Whatever is wrong with it, the page does without, and who made it is told.
        guard case .success(let bytes) = Result(catching: { try readFile(path, limit: mostBytes) }) else {
            return nil
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
