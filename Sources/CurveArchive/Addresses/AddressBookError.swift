import CurveFormats
import Files
import Yams

/// Why a catalogue of addresses can't be used. `path` names the place in it, `curves.<stem>.none_known` for instance.
public enum AddressBookError: Error, Sendable, Hashable {
    /// More bytes than any catalogue has.
    case tooLarge(bytes: Int, limit: Int)
    /// The text is not YAML; `reason` is the parser's.
    case notYAML(reason: String)
    /// An anchor or alias, by which a small file can grow without bound.
    case usesAnchors
    /// A key that means nothing: a slip of the pen, most likely for `nearest`.
    case unknownKey(path: String, nearest: String?, known: [String])
    /// A value of another kind or vocabulary than its key asks for.
    case wrongValue(path: String, found: String, expected: String)
    /// A text where there should be a list, for instance.
    case wrongKind(path: String, expected: String)
    /// A key that can't be done without.
    case missing(path: String, expected: String)
    /// Both addresses, and the statement that none is known; or neither.
    case undecided(path: String)
    /// Any of these, and where in the file.
    indirect case at(YAMLPlace, AddressBookError)
}

/// A catalogue that can't be used, and where it is.
public enum AddressFileError: Error, Sendable, Hashable {
    case reading(ReadingError)
    case contents(path: String, AddressBookError)
    /// What the last change of the user's own files was can't be told.
    case record(LockFileError)
}

extension AddressBookError {
    /// The same with its place in the file, where it names one that is there.
    func located(inYAML bytes: [UInt8]) -> AddressBookError {
        guard case .success(let root?) = Result(catching: { try BoundedYAML.rootWithPlaces(of: bytes) }) else {
            return self
        }
        switch self {
        case .unknownKey(let path, _, _), .wrongValue(let path, _, _), .wrongKind(let path, _), .missing(let path, _),
            .undecided(let path):
            return YAMLPlace(of: path, in: root).map { .at($0, self) } ?? self
        case .tooLarge, .notYAML, .usesAnchors, .at: return self
        }
    }
}
