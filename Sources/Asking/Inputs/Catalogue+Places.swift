import CurveArchive
import Foundation

extension Catalogue {
    /// The documents in the user's own folders, on the search path, and in the program. What can't be used is named.
    ///
    /// - Parameter places: what the user said of these places; nil: nothing could be said.
    /// - Throws: ``ErrorReport`` where the user's own folders are not what the user made them.
    package static func ofUser(_ paths: ArchivePaths, _ places: PlaceOptions?) throws -> Catalogue {
        let catalogue = Catalogue(paths: paths)
        for problem in catalogue.problems {
            try places.tell(
                ErrorText.of(problem), isOwn: problem.concernsOwn(paths), code: ErrorReport.exitStatus(problem))
        }
        return catalogue
    }

    /// This catalogue without the documents on the search path that can't be used. Each of them is named.
    ///
    /// - Parameter places: what the user said of these places; nil: nothing could be said.
    /// - Throws: ``ErrorReport`` where none of them may be left out.
    package func withoutUnusable(onSearchPathOf paths: ArchivePaths, _ places: PlaceOptions?) throws -> Catalogue {
        var leftOut: Set<String> = []
        for problem in unusableOnSearchPath(paths) {
            guard case .document(let stem, _, _) = problem else { continue }
            let text = ErrorText.of(problem) + (places?.strict == true ? "" : "; that bound is left out")
            try places.tell(text, isOwn: false, code: ErrorReport.exitStatus(problem))
            leftOut.insert(stem)
        }
        return unlisting(leftOut)
    }
}

extension PlaceOptions {
    /// Where documents and plugins are looked for.
    package func paths() -> ArchivePaths {
        let paths = ArchivePaths.ofProcess
        guard ignoreOwn else { return paths }
        Console.warn(
            "your own folders are left out: documents that you added, refreshed ones and installed plugins do not count"
        )
        return paths.withoutOwn
    }
}

extension PlaceOptions? {
    /// Names something that can't be used, and is left out. In the user's own folders that ends the command: an answer
    /// without it would look as if it were complete.
    /// - Throws: ``ErrorReport``
    package func tell(_ problem: String, isOwn: Bool, code: Int32) throws {
        if isOwn {
            let way = map { _ in "; an answer without your own folders is to be had with --ignore-own" } ?? ""
            throw ErrorReport(problem + way, code: code)
        }
        guard self?.strict != true else { throw ErrorReport(problem, code: code) }
        Console.warn(problem)
    }
}
