import CurveArchive
import CurveFormats

extension [String] {
    /// The documents of files that are laid over one answer. Each plays the part its kind gives it, as if it were added.
    /// - Throws: what can't be read, and how to give it what it lacks.
    package func entries(beside catalogue: Catalogue) throws -> [CatalogueEntry] {
        var entries: [CatalogueEntry] = []
        for path in self {
            let file = CurveFile(name: fileName(path), bytes: try readInput(path))
            let read: ReadDocument
            do { read = try importCurves([file]) } catch CurveFormatError.missing(let items, _) {
                throw ErrorReport(
                    ErrorText.of(CurveFormatError.missing(items, file: file.name))
                        + ". Make a document of it first, 'mutau import \(file.name) -o \(Self.documentName(of: file.name))' with "
                        + "these options, and overlay that",
                    code: ExitStatus.badData)
            }
            for warning in read.warnings { Console.warn(warning.explanation) }
            entries.append(
                CatalogueEntry(
                    given: read.document, origin: .overlay(path: path),
                    shadows: catalogue.origins(of: read.document.card.stem)))
        }
        return entries
    }

    private static func documentName(of name: String) -> String { (stemOfFile(named: name) ?? "overlay") + ".vot" }
}
