import Files

/// Why a file on the search path is no plugin of this program.
public enum PluginRefusal: Error, Sendable, Hashable {
    case unreadable(ReadingError)
    /// Someone else can write the file, or a directory on the way to it.
    case writableByOthers(path: String)
    /// What is wrong with the file itself, seen without running it.
    case image(ELFError)
    /// It is a shared object, and registers no bounds.
    case registersNothing
    /// It is of Swift, and this program was built without library evolution.
    case programNotResilient
    /// It is of Swift, and the program that loads such plugins is not installed.
    case hostMissing(path: String)
    /// It is of Swift, and the program that loads such plugins does not start: Swift's runtime is missing here.
    case hostLacksRuntime(path: String)
    /// The program whose child is to load it is of another version than this library.
    case otherProgram(path: String)
    /// It was built for another generation of ConstraintKit or by another compiler.
    case otherGeneration(found: String, expected: String)
    /// It needs parts of ConstraintKit that this program lacks, some of them by name.
    case missingSymbols([String])
    /// It claims something as a stem that can't be one.
    case notAStem(String)
    /// One of its stems belongs to something else already.
    case stemTaken(stem: String, by: String)
    /// One of its bounds has no document.
    case documentMissing(stem: String, path: String)
    /// What it did when it was run.
    case fault(PluginFault)

    /// Whether nobody can tell what the user put there: it can't be read, or somebody else could have changed it.
    public var isDistrust: Bool {
        switch self {
        case .unreadable, .writableByOthers: true
        default: false
        }
    }
}
