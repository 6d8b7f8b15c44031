import ConstraintKit
import CurveFormats
import Yams

extension MissingBounds {
    /// Reads the list from YAML. Every key and every range is checked, as in a catalogue of addresses.
    static func read(yaml bytes: [UInt8]) throws(AddressBookError) -> [MissingBound] {
        do throws(FormatFault) { try BoundedYAML.check(bytes) } catch {
            if case .anchor(let line) = error { throw .at(.init(line: line), .usesAnchors) }
            throw .notYAML(reason: error.explanation)
        }
        let root: Node
        let text = String(decoding: bytes, as: UTF8.self)
        do { root = try Parser(yaml: text, resolver: .basic).singleRoot() ?? "" } catch {
            throw AddressBook.error(error)
        }
        do throws(AddressBookError) {
            let file: MissingFile
            do { file = try YAMLDecoder().decode(MissingFile.self, from: root) } catch {
                throw AddressBook.error(error)
            }
            var seen: Set<String> = []
            for (index, entry) in file.missing.enumerated() {
                guard Card.isStem(entry.stem), seen.insert(entry.stem).inserted else {
                    throw .wrongValue(
                        path: "missing[\(index)].stem", found: entry.stem,
                        expected: "a stem that no other has: letters, digits, - and _")
                }
            }
            return file.missing.map(\.bound)
        } catch { throw error.located(in: root) }
    }
}

/// The form in the file.
private struct MissingFile: Decodable {
    var missing: [Entry]

    struct Entry {
        var stem, title, statement, why: String
        var reference: Reference
        var reach: [MissingBound.Reach]
        var caution: String?
        var basis: MissingBound.Basis
        var needsMixing: Bool

        var bound: MissingBound {
            MissingBound(
                stem: stem, title: title, reference: reference, statement: statement, reach: reach, caution: caution,
                basis: basis,
                why: why, needsMixing: needsMixing)
        }
    }

    struct Reach {
        var reach: MissingBound.Reach
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case missing }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        missing = try decoder.container(keyedBy: CodingKeys.self).decode([Entry].self, forKey: .missing)
    }
}

extension MissingFile.Entry: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case stem, title, texkey, arxiv, doi, citation, statement, reach, caution, basis, why, needs
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String { try container.decode(String.self, forKey: key) }
        func textIfAny(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
        (stem, title, statement, why) = (try text(.stem), try text(.title), try text(.statement), try text(.why))
        reference = Reference(
            texkey: try textIfAny(.texkey), arxiv: try textIfAny(.arxiv), doi: try textIfAny(.doi),
            citation: try text(.citation))
        reach = try container.decodeIfPresent([MissingFile.Reach].self, forKey: .reach)?.map(\.reach) ?? []
        caution = try textIfAny(.caution)
        needsMixing =
            try textIfAny(.needs).map { found in
                guard found == "mixing" else {
                    throw AddressBookError.wrongValue(
                        path: AddressBook.name(decoder.codingPath + [CodingKeys.needs]), found: found,
                        expected: "mixing")
                }
                return true
            } ?? false
        let word = try text(.basis)
        guard let basis = MissingBound.Basis(rawValue: word) else {
            throw AddressBookError.wrongValue(
                path: AddressBook.name(decoder.codingPath + [CodingKeys.basis]), found: word,
                expected: MissingBound.Basis.allCases.map(\.rawValue).joined(separator: " or "))
        }
        self.basis = basis
    }
}

extension MissingFile.Reach: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case masses = "masses_MeV"
        case couplings, mixings
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func range(
            _ key: CodingKeys, _ expected: String, isUsable: ([Double]) -> Bool
        ) throws -> ClosedRange<Double>? {
            guard let texts = try container.decodeIfPresent([String].self, forKey: key) else { return nil }
            let numbers = texts.compactMap { Double($0) }
            guard numbers.count == texts.count, let first = numbers.first, let last = numbers.last,
                first <= last, last.isFinite, isUsable(numbers)
            else {
                throw AddressBookError.wrongValue(
                    path: AddressBook.name(decoder.codingPath + [key]), found: texts.joined(separator: ", "),
                    expected: expected)
            }
            return first...last
        }
        let masses = try range(.masses, "a least mass of zero or more and a greatest, in MeV") {
            $0.count == 2 && $0[0] >= 0 && $0[1] > 0
        }
        guard let masses else {
            throw AddressBookError.missing(
                path: AddressBook.name(decoder.codingPath + [CodingKeys.masses]), expected: "two masses in MeV")
        }
        let couplings = try range(.couplings, "the least limit above zero, and the greatest where one is stated") {
            (1...2).contains($0.count) && $0[0] > 0
        }
        let mixings = try range(
            .mixings, "the least ε above zero, and the greatest where one is stated, no couplings beside"
        ) {
            (1...2).contains($0.count) && $0[0] > 0 && masses.lowerBound > 0 && couplings == nil
        }
        reach = .init(
            masses: masses, couplings: couplings,
            // Where no greatest is stated, whatever mixes more is excluded too.
            mixings: mixings.map { $0.lowerBound...($0.lowerBound == $0.upperBound ? .infinity : $0.upperBound) })
    }
}
