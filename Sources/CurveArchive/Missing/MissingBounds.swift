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
                let book = try AddressBook(yaml: catalogue.contents())
                addressed = Set(all.map(\.stem).filter { !book.addresses(of: $0).isEmpty })
            } catch { throw .contents(path: AddressBook.fileName, error) }
        }
        fetchable = addressed
    }

    /// What the program knows to be missing, where that is only a help. A list that can't be read is told where it is shown.
    public static let ofProgram: MissingBounds = {
        do throws(AddressFileError) { return try MissingBounds() } catch { return .none }
    }()

    public subscript(stem: String) -> MissingBound? { all.first { $0.stem == stem } }

    /// Those of which there is nothing among these stems.
    public func missing(beside stems: some Sequence<String>) -> MissingBounds {
        let here = Set(stems)
        var rest = self
        rest.all.removeAll { here.contains($0.stem) }
        return rest
    }

    /// Those that satisfy a condition.
    public func filter(_ isKept: (MissingBound) -> Bool) -> MissingBounds {
        var rest = self
        rest.all.removeAll { !isKept($0) }
        return rest
    }
}
