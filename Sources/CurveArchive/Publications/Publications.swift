import ConstraintKit
import Yams

/// The publications whose fields the program knows, each once: cards, data and parameters name them by a texkey, an arXiv
/// number or a DOI.
public struct Publications: Sendable {
    /// The name of the file below `Constraints/`.
    public static let fileName = "references.yaml"

    /// In the order of the file.
    public let all: [Reference]
    private let places: [String: Int]

    public static let none = Publications([])

    public init(_ all: [Reference]) {
        self.all = all
        var places: [String: Int] = [:]
        for (place, reference) in all.enumerated() {
            for name in reference.names where places[name] == nil { places[name] = place }
        }
        self.places = places
    }

    /// What the program carries.
    /// - Throws: ``AddressFileError`` where the list can't be read.
    public init(bundled: BundledFiles = .ofProgram) throws(AddressFileError) {
        guard let file = bundled[Self.fileName] else {
            self = .none
            return
        }
        do throws(AddressBookError) { self.init(try Self.read(yaml: file.contents())) } catch {
            throw .contents(path: Self.fileName, error)
        }
    }

    /// What the program carries, read once; none where it can't be read, which a test refuses: what is cited then has the
    /// words of its card.
    public static let ofProgram: Publications = {
        do throws(AddressFileError) { return try Publications() } catch { return .none }
    }()

    /// The one that a reference names; nil where it is not known, and where its identifiers are not those of one publication.
    public subscript(reference: Reference) -> Reference? {
        let found = Set(reference.names.compactMap { places[$0] })
        guard found.count == 1, let known = found.first.map({ all[$0] }) else { return nil }
        let kinds: [KeyPath<Reference, String?>] = [\.texkey, \.number, \.lowercaseDOI]
        let agree = kinds.allSatisfy { kind in
            guard let stated = reference[keyPath: kind], let its = known[keyPath: kind] else { return true }
            return stated == its
        }
        return agree ? known : nil
    }

    /// A reference with the fields of its publication that it does not state itself.
    public func completed(_ reference: Reference) -> Reference {
        guard let known = self[reference] else { return reference }
        var completed = reference
        for field in ReferenceField.all where completed[field] == .notVerified { completed[field] = known[field] }
        return completed
    }

    /// Reads the list: under `publications`, each with every field of ``ReferenceField/all`` filled.
    static func read(yaml bytes: [UInt8]) throws(AddressBookError) -> [Reference] {
        let root = try AddressBook.root(ofYAML: bytes)
        do throws(AddressBookError) {
            let key = "publications"
            guard let list = try MissingFields(root, path: "", known: [key]).listIfAny(key) else {
                throw .missing(path: key, expected: "a value")
            }
            var publications: [Reference] = []
            let keys = ReferenceField.all.map(\.key)
            for (node, path) in list {
                let fields = try MissingFields(node, path: path, known: keys)
                var reference = Reference(citation: "")
                for field in ReferenceField.all {
                    let text = try fields.text(field.key)
                    guard !text.isEmpty else {
                        throw .missing(
                            path: fields.place(field.key),
                            expected:
                                "a value, or '\(ReferenceFact.noneExists.words)' or '\(ReferenceFact.notVerified.words)'"
                        )
                    }
                    reference[field] = ReferenceFact(text)
                }
                publications.append(reference)
            }
            return publications
        } catch { throw error.located(inYAML: bytes) }
    }
}

extension Reference {
    /// By what a publication is found, that of arXiv without its version: a DOI is the same in capitals.
    fileprivate var names: [String] {
        [
            texkey.map { "texkey:\($0)" }, number.map { "arxiv:\($0)" }, lowercaseDOI.map { "doi:\($0)" },
        ].compactMap(\.self)
    }

    fileprivate var number: String? { arxiv.map { number in String(number.prefix { $0 != "v" }) } }
    fileprivate var lowercaseDOI: String? { doi?.lowercased() }
}
