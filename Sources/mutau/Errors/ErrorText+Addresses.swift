import CurveArchive
import CurveFormats

// Words for what is wrong with a catalogue of addresses.

extension ErrorText {
    static func of(_ error: AddressFileError) -> String {
        switch error {
        case .reading(let error): of(error)
        case .contents(let path, let error): "the catalogue '\(clipped(path, to: 200))': \(of(error))"
        case .record(let error): of(error)
        }
    }

    static func of(_ error: AddressBookError) -> String {
        switch error {
        case .tooLarge(let bytes, let limit): "it has \(bytes) bytes; at most \(limit) are read"
        case .notYAML(let reason):
            "it is no YAML: \(clipped(reason.split(separator: "\n").prefix(2).joined(separator: " "), to: 160))"
        case .usesAnchors: "it uses anchors or aliases (& and *): write the values out"
        case .unknownKey(let path, let nearest, let known):
            "the key '\(clipped(path))' means nothing"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ": known here are \(list(known))")
        case .wrongValue(let path, let found, let expected):
            "'\(clipped(path))' is '\(clipped(found))', and should be \(expected)"
        case .wrongKind("", _): "it is empty or no mapping, and should begin with 'curves:'"
        case .wrongKind(let path, let expected): "'\(clipped(path))' should be \(expected)"
        case .missing(let path, let expected): "'\(clipped(path))' is missing: \(expected)"
        case .undecided(let path): "'\(clipped(path))' needs either sources or none_known"
        case .at(let place, let error): "\(of(error)) (\(place.words))"
        }
    }
}
