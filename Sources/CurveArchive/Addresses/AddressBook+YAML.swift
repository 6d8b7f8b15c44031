import ConstraintKit
import CurveFormats
import Files
import Yams

extension AddressBook {
    /// The most bytes a catalogue may have: a hundred times ours.
    private static var greatestSize: Int { 1 << 20 }

    /// Reads a catalogue from YAML. Every key is checked, so that a slip of the pen is an error and not a default.
    public init(yaml bytes: [UInt8]) throws(AddressBookError) {
        guard bytes.count <= Self.greatestSize else {
            throw .tooLarge(bytes: bytes.count, limit: Self.greatestSize)
        }
        let root = try Self.root(ofYAML: bytes)
        do throws(AddressBookError) { entries = try Self.entries(of: root) } catch { throw error.located(inYAML: bytes) }
    }

    private static func entries(of root: Node) throws(AddressBookError) -> [String: Entry] {
        let file: AddressBookFile
        do { file = try YAMLDecoder().decode(AddressBookFile.self, from: root) } catch { throw Self.error(error) }
        var entries: [String: Entry] = [:]
        for (stem, curve) in file.curves {
            guard Card.isStem(stem) else {
                throw .wrongValue(path: "curves", found: stem, expected: "a stem: letters, digits, - and _")
            }
            entries[stem] = try curve.entry(stem: stem)
        }
        return entries
    }

    /// YAML with sorted keys, so that two catalogues compare line by line.
    func serialized() throws -> [UInt8] {
        let encoder = YAMLEncoder()
        encoder.options.sortKeys = true
        encoder.options.allowUnicode = true
        return Array(try encoder.encode(AddressBookFile(curves: entries.mapValues { AddressBookFile.Curve($0) })).utf8)
    }

    static func error(_ error: any Error) -> AddressBookError {
        func path(_ context: DecodingError.Context) -> String { name(context.codingPath) }
        switch error {
        case let error as AddressBookError: return error
        case DecodingError.keyNotFound(let key, let context):
            return .missing(path: name(context.codingPath + [key]), expected: "a value")
        case DecodingError.typeMismatch(let type, let context):
            return .wrongKind(path: path(context), expected: words(for: type))
        case DecodingError.valueNotFound(let type, let context):
            return .missing(path: path(context), expected: words(for: type))
        case DecodingError.dataCorrupted(let context):
            if let cause = context.underlyingError as? AddressBookError { return cause }
            return .notYAML(reason: context.underlyingError.map { "\($0)" } ?? context.debugDescription)
        default: return .notYAML(reason: "\(error)")
        }
    }

    private static func words(for type: Any.Type) -> String { type == String.self ? "a text" : "a mapping or a list" }

    /// `curves.<stem>.sources[0].url`
    static func name(_ path: [any CodingKey]) -> String {
        path.reduce("") { text, key in
            if let index = key.intValue { return "\(text)[\(index)]" }
            return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
        }
    }
}

/// The form in the file.
private struct AddressBookFile: Codable {
    var curves: [String: Curve]

    struct Curve: Codable {
        var sources: [Location]?
        var noneKnown: String?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case sources
            case noneKnown = "none_known"
        }
    }

    struct Location: Codable {
        var url: String?
        var hepdata: String?
        var tableWords: [String]?
        var format: Format?
        var reading: FileDescription

        enum CodingKeys: String, CodingKey, CaseIterable {
            case url, hepdata
            case tableWords = "table_words"
            case format
        }
    }

    enum Format: String, Codable, CaseIterable {
        /// A document as this program writes it.
        case native
        /// Any format that can be read, told by its contents.
        case any
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case curves }

    init(curves: [String: Curve]) { self.curves = curves }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        curves = try decoder.container(keyedBy: CodingKeys.self).decode([String: Curve].self, forKey: .curves)
    }
}

extension AddressBookFile.Curve {
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        sources = try container.decodeIfPresent([AddressBookFile.Location].self, forKey: .sources)
        noneKnown = try container.decodeIfPresent(String.self, forKey: .noneKnown)
    }

    init(_ entry: AddressBook.Entry) {
        switch entry {
        case .addresses(let addresses): sources = addresses.map(AddressBookFile.Location.init)
        case .noneKnown(let reason): noneKnown = reason
        }
    }

    func entry(stem: String) throws(AddressBookError) -> AddressBook.Entry {
        switch (sources, noneKnown) {
        case (let sources?, nil) where !sources.isEmpty:
            var addresses: [CurveAddress] = []
            for (index, source) in sources.enumerated() {
                addresses.append(try source.address(place: "curves.\(stem).sources[\(index)]"))
            }
            return .addresses(addresses)
        case (nil, let reason?): return .noneKnown(reason)
        default: throw .undecided(path: "curves.\(stem)")
        }
    }
}

extension AddressBookFile.Location {
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(
            except: CodingKeys.allCases.map(\.rawValue) + FileDescription.fields.map(\.key))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        url = try container.decodeIfPresent(String.self, forKey: .url)
        hepdata = try container.decodeIfPresent(String.self, forKey: .hepdata)
        tableWords = try container.decodeIfPresent([String].self, forKey: .tableWords)
        format = try container.decodeIfPresent(String.self, forKey: .format).map { text in
            guard let format = AddressBookFile.Format(rawValue: text) else {
                throw AddressBookError.wrongValue(
                    path: AddressBook.name(decoder.codingPath) + ".format", found: text,
                    expected: AddressBookFile.Format.allCases.map(\.rawValue).joined(separator: " or "))
            }
            return format
        }
        reading = try FileDescription(from: decoder)
    }

    init(_ address: CurveAddress) {
        url = address.table == nil ? address.url : nil
        hepdata = address.table?.number.text
        tableWords = address.table?.words
        format = address.reading == nil || address.table != nil ? nil : .any
        reading = address.reading ?? FileDescription()
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(url, forKey: .url)
        try container.encodeIfPresent(hepdata, forKey: .hepdata)
        try container.encodeIfPresent(tableWords, forKey: .tableWords)
        try container.encodeIfPresent(format, forKey: .format)
        try reading.encode(to: encoder)
    }

    /// A native document says everything itself: whoever says something of a file, says that it is none.
    func address(place: String) throws(AddressBookError) -> CurveAddress {
        let saysSomething = reading != FileDescription()
        guard format != .native || !saysSomething else {
            throw .wrongValue(path: "\(place).format", found: "native", expected: "any, with what is said of the file")
        }
        if let hepdata { return try tableAddress(hepdata, place: place) }
        guard let url, tableWords == nil else {
            throw .missing(path: "\(place).\(url == nil ? "url" : "hepdata")", expected: "a value")
        }
        // Whether http is allowed, and to whom, is asked when it is fetched.
        do { _ = try CheckedURL(url, allowsPlainHTTP: true, allowsFile: true) } catch .libraryMissing {
            // It is checked once more when it is fetched, which is told that the library is missing.
        } catch {
            throw .wrongValue(
                path: "\(place).url", found: URLSecrets.masked(url),
                expected: "a URL of https, http or file, without name and password")
        }
        return CurveAddress(url: url, reading: format == .any || saysSomething ? reading : nil)
    }

    /// The address of a table of a paper, which its record settles when it is fetched.
    private func tableAddress(_ hepdata: String, place: String) throws(AddressBookError) -> CurveAddress {
        guard url == nil else {
            throw .wrongValue(path: "\(place).url", found: "a URL", expected: "left out beside hepdata")
        }
        guard let number = HEPDataNumber("hepdata:\(hepdata)") else {
            throw .wrongValue(
                path: "\(place).hepdata", found: hepdata, expected: "INSPIRE's number, ins2625676 for instance")
        }
        guard let words = tableWords, !words.isEmpty, !words.contains(where: \.isEmpty) else {
            throw .missing(
                path: "\(place).table_words", expected: "words of the description of the table that is meant")
        }
        var address = CurveAddress(url: "hepdata:\(number.text)", reading: reading)
        address.table = HEPDataTableChoice(number: number, words: words)
        return address
    }
}

private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Decoder {
    /// A key that means nothing is a slip of the pen.
    func refuseKeys(except known: [String]) throws {
        for key in try container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
            throw AddressBookError.unknownKey(
                path: AddressBook.name(codingPath + [key]), nearest: nearestName(to: key.stringValue, among: known),
                known: known)
        }
    }
}
