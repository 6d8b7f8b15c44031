import Answers
import Assessment
import CurveArchive
import CurveFormats
import Files

// Words for files, the network, and what comes from them.

extension ErrorText {
    package static func of(_ error: SystemError) -> String { error.text }

    /// The system hands names over as text in UTF-8, with a mark where they are none: such a file can't be found by it.
    static func advice(onNameOf path: String) -> String {
        path.unicodeScalars.contains("\u{FFFD}")
            ? "; its name is no UTF-8: give it another one, or its contents by '< FILE' as /dev/stdin" : ""
    }

    package static func of(_ error: ReadingError) -> String {
        switch error {
        case .unreadable(let path, let error):
            "'\(whole(path))' can't be read: \(error.text)\(advice(onNameOf: path))"
        case .notAFile(let path): "'\(whole(path))' is a directory or a device, not a file"
        case .tooLarge(let path, let limit): "'\(whole(path))' is larger than the \(limit) bytes that are read"
        case .openToOthers(let place): of(place)
        }
    }

    package static func of(_ error: WritingError) -> String {
        switch error {
        case .cannotCreate(let path, let error): "'\(whole(path))' can't be created: \(error.text)"
        case .cannotWrite(let path, let error):
            "'\(whole(path))' can't be written: \(error.text); what was there before is unchanged"
        case .isADirectory(let path): "'\(whole(path))' is a directory: name a file"
        case .isNotADirectory(let path): "'\(whole(path))' is a file: name a directory"
        case .holdsOtherFiles(let path, let names):
            "'\(whole(path))' holds files that mutau did not write (\(list(names.map(clipped)))): name another directory"
        case .isWorkingDirectory(let path):
            "'\(whole(path))' is the current directory, which can't be replaced: name one below it"
        case .unusableName(let name): "'\(clipped(name))' can't be the name of a file"
        case .leftBehind(let path, let error):
            "the new files are in place; the old ones could not be removed from '\(whole(path))': \(error.text)"
        }
    }

    package static func of(_ error: CatalogueError) -> String {
        switch error {
        case .unknownStem(let stem, _) where MissingBounds.names(stem):
            "the bound '\(clipped(stem))' is not in here: 'mutau show \(clipped(stem))' says why"
        case .unknownStem(let stem, let meant):
            "there is no bound '\(clipped(stem))'" + (question(meant).map { "; \($0)" } ?? ": see 'mutau list'")
        case .unusable(let stem, let origin, let fault):
            "the document of '\(stem)' \(place(origin)) is unusable: \(of(fault))" + remedy(for: stem, origin, fault)
        }
    }

    /// What to do about a damaged document, which would else stop every answer.
    private static func remedy(for stem: String, _ origin: CurveOrigin, _ fault: DocumentFault) -> String {
        if case .refreshed = origin, case .reading = fault { return ": run 'mutau refresh \(stem)'" }
        guard case .user = origin else { return "" }
        return "; mend or remove that file, or leave the bound out with '--without \(stem)'"
    }

    package static func of(_ fault: DocumentFault) -> String {
        switch fault {
        case .reading(let error): of(error)
        case .format(let error): of(error)
        case .otherStem(let found): "it calls itself '\(clipped(found))'"
        case .record(let error): of(error)
        case .otherContents(let expected, let found):
            "its contents changed since it was fetched (sha256 \(found.hexadecimal.prefix(12))… instead of "
                + "\(expected.hexadecimal.prefix(12))…): run 'mutau refresh'"
        }
    }

    package static func of(_ error: OwnStoreError) -> String {
        switch error {
        case .noDirectory: "no home directory is known to keep bounds in: set HOME or XDG_DATA_HOME"
        case .notAStem(let text): of(CurveFormatError.badStem(clipped(text)))
        case .exists(let stem, let path):
            "'\(stem)' was added before (\(whole(path))): replace it with --force, or name another --stem"
        case .busy(let path): of(RefreshError.busy(path: path))
        case .addresses(let error): of(error)
        case .lock(let error): of(error)
        case .writing(let error): of(error)
        }
    }

    package static func of(_ problem: CatalogueProblem) -> String {
        switch problem {
        case .document(let stem, let origin, let fault):
            "the document of '\(stem)' \(place(origin)) is unusable: \(of(fault))"
        case .directory(let path, let error): "the directory '\(whole(path))' can't be listed: \(error.text)"
        case .fileName(let path):
            "'\(whole(path))' is passed over: the name of a document is its stem, of letters, digits, - and _"
        case .lock(let error): of(error)
        case .openToOthers(let path, let place):
            place.path == path
                ? of(place) : "'\(whole(path))' could be put in place by somebody else: \(of(place))"
        }
    }

    /// Who else could change something, and what to do about it.
    package static func of(_ place: OpenPlace) -> String {
        let path = whole(place.path)
        return switch place.hand {
        case .owner(let user): "'\(path)' belongs to the user \(user): 'chown' it to yourself, or remove it"
        case .group(let group): "the group \(group) may write '\(path)': look at it, and run 'chmod g-w' on it"
        case .anyone: "everyone may write '\(path)': look at it, and run 'chmod o-w' on it"
        }
    }

    /// A document that is not the program's own, to be said with every answer that uses it; nil for one that is.
    package static func provenance(of bound: Bound) -> String? {
        let stem = bound.card.stem
        if let code = bound.code { return "'\(stem)' is computed by \(clipped(Wording.code(code), to: 200))" }
        let relation = bound.replacesBundled ? "stands in place of the bundled one" : "is added by you"
        return switch bound.origin {
        case .bundled, .given: nil
        case .plugin(let path): "'\(stem)' \(relation): \(whole(path))"
        case .refreshed(_, let url): "'\(stem)' is as fetched from \(clipped(url))"
        case .user(let path): "'\(stem)' \(relation): \(whole(path))"
        case .overlay(let path):
            "'\(stem)' is an overlay for this answer alone\(bound.replacesBundled ? ", in place of the bundled bound" : ""): "
                + whole(path)
        }
    }

    private static func place(_ origin: CurveOrigin) -> String {
        switch origin {
        case .bundled: "in the program"
        case .refreshed(let path, _): "at '\(whole(path))'"
        case .user(let path): "at '\(whole(path))'"
        case .plugin(let path): "at '\(whole(path))'"
        case .given: "given on the command line"
        case .overlay(let path): "at '\(whole(path))'"
        }
    }
}
