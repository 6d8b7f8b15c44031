import ConstraintKit
import CurveFormats
import Files

/// The bounds that the program does not carry, in the order of `missing.yaml`.
public struct MissingBounds: Sendable, Hashable {
    /// The name of the file below `Constraints/`.
    public static let fileName = "missing.yaml"

    public private(set) var all: [MissingBound]
    /// The stems of those that `mutau refresh` can bring in.
    public let fetchable: Set<String>

    public static let none = MissingBounds([])

    /// - Parameter fetchable: the stems of those that can be fetched.
    public init(_ all: [MissingBound], fetchable: Set<String> = []) {
        self.all = all
        self.fetchable = fetchable
    }

    /// What the program knows to be missing, and of it what its own catalogue has an address of.
    public init(bundled: BundledFiles = .ofProgram) throws(AddressFileError) {
        guard let file = bundled[Self.fileName] else {
            self = .none
            return
        }
        do throws(AddressBookError) { all = try Self.read(yaml: file.contents()) } catch {
            throw .contents(path: Self.fileName, error)
        }
        var addressed: Set<String> = []
        if let catalogue = bundled[AddressBook.fileName] {
            do throws(AddressBookError) {
                addressed = try AddressBook.addressedStems(ofYAML: catalogue.contents())
                    .intersection(all.map(\.stem))
            } catch { throw .contents(path: AddressBook.fileName, error) }
        }
        fetchable = addressed
    }

    /// What the program knows to be missing, read once.
    public static var ofProgram: MissingBounds {
        get throws(AddressFileError) { try loaded.get() }
    }

    private static let loaded: Result<MissingBounds, AddressFileError> = {
        let source = BundledFiles.ofProgram.sourceOfMissing
        let prepared = PreparedFiles(PreparedBytes.ofProgram).value(of: fileName, source: source) {
            reader throws(PreparedReader.Fault) in try MissingBounds(&reader)
        }
        if let prepared { return .success(prepared) }
        do throws(AddressFileError) { return .success(try MissingBounds()) } catch { return .failure(error) }
    }()

    /// Whether the program knows a stem to be missing, for words alone: an answer that rests on the list is told where it
    /// can't be read.
    public static func names(_ stem: String) -> Bool {
        if case .success(let list) = loaded { list[stem] != nil } else { false }
    }

    /// Whether the program's own catalogue has an address of what it knows to be missing, for words alone.
    public static func canFetch(_ stem: String) -> Bool {
        if case .success(let list) = loaded { list.fetchable.contains(stem) } else { false }
    }

    public subscript(stem: String) -> MissingBound? { all.first { $0.stem == stem } }

    /// Those of which there is nothing among these stems.
    public func missing(beside stems: some Sequence<String>) -> MissingBounds {
        let here = Set(stems)
        var rest = self
        rest.all.removeAll { here.contains($0.stem) }
        return rest
    }

    /// The same where a mixing of the Z′ with the photon is granted.
    public func granting(_ mixing: KineticMixing) -> MissingBounds {
        var granting = self
        for index in granting.all.indices { granting.all[index].granted = mixing }
        return granting
    }

    /// Those that satisfy a condition.
    public func filter(_ isKept: (MissingBound) -> Bool) -> MissingBounds {
        var rest = self
        rest.all.removeAll { !isKept($0) }
        return rest
    }
}
