import ConstraintKit
import Yams

extension MissingBounds {
    /// Reads the list from YAML. Every key and every range is checked, as in a catalogue of addresses.
    static func read(yaml bytes: [UInt8]) throws(AddressBookError) -> [MissingBound] {
        let root = try AddressBook.root(ofYAML: bytes)
        do throws(AddressBookError) {
            let key = "missing"
            guard let list = try MissingFields(root, path: "", known: [key]).listIfAny(key) else {
                throw .missing(path: key, expected: "a value")
            }
            var bounds: [MissingBound] = []
            var seen: Set<String> = []
            for (node, path) in list {
                let bound = try MissingBound(node, path: path)
                guard Card.isStem(bound.stem), seen.insert(bound.stem).inserted else {
                    throw .wrongValue(
                        path: "\(path).stem", found: bound.stem,
                        expected: "a stem that no other has: letters, digits, - and _")
                }
                bounds.append(bound)
            }
            return bounds
        } catch { throw error.located(inYAML: bytes) }
    }
}

extension MissingBound {
    private static let keys = [
        "stem", "title", "interpretation", "statement", "reach", "caution", "basis", "why", "needs",
    ]

    /// Those that name its publication.
    private static let ofReference = ["texkey", "arxiv", "doi", "citation"]

    private static func reference(_ fields: MissingFields) throws(AddressBookError) -> Reference {
        Reference(
            texkey: try fields.textIfAny("texkey"), arxiv: try fields.textIfAny("arxiv"),
            doi: try fields.textIfAny("doi"), citation: try fields.text("citation"))
    }

    fileprivate init(_ node: Node, path: String) throws(AddressBookError) {
        let fields = try MissingFields(node, path: path, known: Self.keys + Self.ofReference)
        var reach: [Reach] = []
        for (node, path) in try fields.listIfAny("reach") ?? [] { reach.append(try Reach(node, path: path)) }
        if let found = try fields.textIfAny("needs"), found != "mixing" {
            throw .wrongValue(path: fields.place("needs"), found: found, expected: "mixing")
        }
        var interpretation: Reference?
        if let (node, path) = fields.nodeIfAny("interpretation") {
            interpretation = try Self.reference(try MissingFields(node, path: path, known: Self.ofReference))
        }
        let word = try fields.text("basis")
        guard let basis = Basis(rawValue: word) else {
            throw .wrongValue(
                path: fields.place("basis"), found: word,
                expected: Basis.allCases.map(\.rawValue).joined(separator: " or "))
        }
        self.init(
            stem: try fields.text("stem"), title: try fields.text("title"),
            reference: try Self.reference(fields), interpretation: interpretation,
            statement: try fields.text("statement"), reach: reach, caution: try fields.textIfAny("caution"),
            basis: basis, why: try fields.text("why"), needsMixing: try fields.textIfAny("needs") != nil)
    }
}

extension MissingBound.Reach {
    fileprivate init(_ node: Node, path: String) throws(AddressBookError) {
        let fields = try MissingFields(node, path: path, known: ["masses_MeV", "couplings", "mixings"])
        let masses = try Self.range("masses_MeV", of: fields, "a least mass of zero or more and a greatest, in MeV") {
            $0.count == 2 && $0[0] >= 0 && $0[1] > 0
        }
        guard let masses else {
            throw .missing(path: fields.place("masses_MeV"), expected: "two masses in MeV")
        }
        let couplings = try Self.range(
            "couplings", of: fields, "the least limit above zero, and the greatest where one is stated"
        ) { (1...2).contains($0.count) && $0[0] > 0 }
        let mixings = try Self.range(
            "mixings", of: fields, "the least ε above zero, and the greatest where one is stated, no couplings beside"
        ) { (1...2).contains($0.count) && $0[0] > 0 && masses.lowerBound > 0 && couplings == nil }
        self.init(
            masses: masses, couplings: couplings,
            // Where no greatest is stated, whatever mixes more is excluded too.
            mixings: mixings.map { $0.lowerBound...($0.lowerBound == $0.upperBound ? .infinity : $0.upperBound) })
    }

    private static func range(
        _ key: String, of fields: MissingFields, _ expected: String, isUsable: ([Double]) -> Bool
    ) throws(AddressBookError) -> ClosedRange<Double>? {
        guard let texts = try fields.textsIfAny(key) else { return nil }
        let numbers = texts.compactMap { Double($0) }
        guard numbers.count == texts.count, let first = numbers.first, let last = numbers.last,
            first <= last, last.isFinite, isUsable(numbers)
        else {
            throw .wrongValue(path: fields.place(key), found: texts.joined(separator: ", "), expected: expected)
        }
        return first...last
    }
}
