import ArgumentParser
import CurveArchive
import CurveFormats
import Files
import Foundation

/// A file of curves that the user named, by its path or by a URL.
struct CurveInput {
    let file: CurveFile
    /// Where it was fetched from; nil for a file.
    let url: String?

    /// - Parameter allowsPlainHTTP: whether http may go to other machines.
    /// - Throws: ``ReadingError``, ``FetchError``
    init(_ place: String, allowsPlainHTTP: Bool) throws {
        guard place.contains("://") else {
            file = CurveFile(name: fileName(place), bytes: try readInput(place))
            url = nil
            return
        }
        var client = HTTPClient(version: ProgramVersion.number, environment: ProcessInfo.processInfo.environment)
        client.allowsPlainHTTP = allowsPlainHTTP
        guard case .document(let found) = try client.fetch(FetchRequest(url: place)) else {
            throw ErrorReport("\(ErrorText.clipped(place)) sends no document", code: ExitStatus.unavailable)
        }
        file = CurveFile(name: Self.name(of: place), bytes: found.bytes)
        url = place
    }

    /// What a URL calls its document: the last part of its path, without query and fragment.
    private static func name(of url: String) -> String {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        return path.hasSuffix("/") ? "download" : fileName(String(path))
    }
}
