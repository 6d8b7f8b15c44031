import ArgumentParser
import CurveArchive
import CurveFormats
import Files
import Foundation

/// A file of curves that the user named: by its path, by a URL, or by its number at HEPData.
package struct CurveInput {
    package let file: CurveFile
    /// Where it was fetched from, without the secrets of the address; nil for a file.
    package let url: String?
    /// Whether the address can be kept: it holds no secret.
    package let isKept: Bool

    /// - Parameters:
    ///   - allowsPlainHTTP: whether http may go to other machines.
    ///   - version: of a record at HEPData; nil for the newest.
    ///   - options: what is said of the file, which a record at HEPData completes.
    /// - Throws: ``ReadingError``, ``FetchError``, ``HEPDataError``
    package init(
        _ place: String, allowsPlainHTTP: Bool = false, version: Int? = nil, options: inout ImportOptions
    ) throws {
        let environment = ProcessInfo.processInfo.environment
        var client = HTTPClient(version: ProgramVersion.number, environment: environment)
        client.allowsPlainHTTP = allowsPlainHTTP
        if HEPDataNumber.isMeant(by: place) {
            guard let number = HEPDataNumber(place) else { throw HEPDataError.notANumber(place) }
            let site = HEPDataSite(client: client, environment: environment)
            let download = try site.table(number, named: options.table, version: version)
            download.complete(&options)
            (file, url, isKept) = (download.file, download.url, true)
            return
        }
        guard version == nil else {
            throw ErrorReport(
                "--version is of a record at HEPData, hepdata:ins1234567, and '\(ErrorText.clipped(URLSecrets.masked(place)))' is none",
                code: ExitStatus.usage)
        }
        guard place.contains("://") else {
            file = CurveFile(name: fileName(place), bytes: try readInput(place))
            (url, isKept) = (nil, false)
            return
        }
        guard case .document(let found) = try client.fetch(FetchRequest(url: place)) else {
            throw ErrorReport(
                "\(ErrorText.clipped(URLSecrets.masked(place))) sends no document", code: ExitStatus.unavailable)
        }
        file = CurveFile(name: Self.name(of: place), bytes: found.bytes)
        (url, isKept) = (URLSecrets.masked(place), !URLSecrets.areIn(place))
    }

    /// What a URL calls its document: the last part of its path, without query and fragment.
    private static func name(of url: String) -> String {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        return path.hasSuffix("/") ? "download" : fileName(String(path))
    }
}
