import ConstraintKit
import CurveFormats
import Yams

extension SourceCatalogue {
    /// The most bytes a catalogue may have: a hundred times ours.
    private static var greatestSize: Int { 1 << 20 }

    /// Reads a catalogue from YAML. Every key is checked, so that a slip of the pen is an error and not a default.
    public init(yaml bytes: [UInt8]) throws(SourceCatalogueError) {
        guard bytes.count <= Self.greatestSize else {
            throw .tooLarge(bytes: bytes.count, limit: Self.greatestSize)
        }
        do throws(FormatFault) { try BoundedYAML.check(bytes) } catch {
            if case .anchor = error { throw .usesAnchors }
            throw .notYAML(reason: error.explanation)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let file: File
        do { file = try YAMLDecoder().decode(File.self, from: text) } catch { throw Self.error(error) }
        for (stem, curve) in file.curves {
            guard Card.isStem(stem) else {
                throw .wrongValue(path: "curves", found: stem, expected: "a stem: letters, digits, - and _")
            }
            entries[stem] = try curve.entry(stem: stem)
        }
    }

    /// YAML with sorted keys, so that two catalogues compare line by line.
    func serialized() throws -> [UInt8] {
        let encoder = YAMLEncoder()
        encoder.options.sortKeys = true
        encoder.options.allowUnicode = true
        return Array(try encoder.encode(File(curves: entries.mapValues { File.Curve($0) })).utf8)
    }

    private static func error(_ error: any Error) -> SourceCatalogueError {
        func path(_ context: DecodingError.Context) -> String { name(context.codingPath) }
        switch error {
        case let error as SourceCatalogueError: return error
        case DecodingError.keyNotFound(let key, let context):
            return .missing(path: name(context.codingPath + [key]), expected: "a value")
        case DecodingError.typeMismatch(let type, let context):
            return .wrongKind(path: path(context), expected: words(for: type))
        case DecodingError.valueNotFound(let type, let context):
            return .missing(path: path(context), expected: words(for: type))
        case DecodingError.dataCorrupted(let context):
            if let cause = context.underlyingError as? SourceCatalogueError { return cause }
            return .notYAML(reason: context.underlyingError.map { "\($0)" } ?? context.debugDescription)
        default: return .notYAML(reason: "\(error)")
        }
    }

    private static func words(for type: Any.Type) -> String { type == String.self ? "a text" : "a mapping or a list" }

    /// `curves.borexino.sources[0].url`
    static func name(_ path: [any CodingKey]) -> String {
        path.reduce("") { text, key in
            if let index = key.intValue { return "\(text)[\(index)]" }
            return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
        }
    }
}

/// The form in the file.
private struct File: Codable {
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
        var url: String
        var format: Format?
        var reading: SourceReading

        enum CodingKeys: String, CodingKey, CaseIterable { case url, format }
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

extension File.Curve {
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        sources = try container.decodeIfPresent([File.Location].self, forKey: .sources)
        noneKnown = try container.decodeIfPresent(String.self, forKey: .noneKnown)
    }

    init(_ entry: SourceCatalogue.Entry) {
        switch entry {
        case .sources(let locations): sources = locations.map(File.Location.init)
        case .noneKnown(let reason): noneKnown = reason
        }
    }

    func entry(stem: String) throws(SourceCatalogueError) -> SourceCatalogue.Entry {
        switch (sources, noneKnown) {
        case (let sources?, nil) where !sources.isEmpty:
            var locations: [SourceLocation] = []
            for (index, source) in sources.enumerated() {
                locations.append(try source.location(place: "curves.\(stem).sources[\(index)]"))
            }
            return .sources(locations)
        case (nil, let reason?): return .noneKnown(reason)
        default: throw .undecided(path: "curves.\(stem)")
        }
    }
}

extension File.Location {
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(
            except: CodingKeys.allCases.map(\.rawValue) + SourceReading.fields.map(\.key))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        url = try container.decode(String.self, forKey: .url)
        format = try container.decodeIfPresent(String.self, forKey: .format).map { text in
            guard let format = File.Format(rawValue: text) else {
                throw SourceCatalogueError.wrongValue(
                    path: SourceCatalogue.name(decoder.codingPath) + ".format", found: text,
                    expected: File.Format.allCases.map(\.rawValue).joined(separator: " or "))
            }
            return format
        }
        reading = try SourceReading(from: decoder)
    }

    init(_ location: SourceLocation) {
        url = location.url
        format = location.reading == nil ? nil : .any
        reading = location.reading ?? SourceReading()
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(url, forKey: .url)
        try container.encodeIfPresent(format, forKey: .format)
        try reading.encode(to: encoder)
    }

    /// A native document says everything itself: whoever says something of a file, says that it is none.
    func location(place: String) throws(SourceCatalogueError) -> SourceLocation {
        let saysSomething = reading != SourceReading()
        guard format != .native || !saysSomething else {
            throw .wrongValue(path: "\(place).format", found: "native", expected: "any, with what is said of the file")
        }
        // Whether http is allowed, and to whom, is asked when it is fetched.
        do { _ = try CheckedURL(url, allowsPlainHTTP: true, allowsFile: true) } catch {
            throw .wrongValue(
                path: "\(place).url", found: url, expected: "a URL of https, http or file, without name and password")
        }
        return SourceLocation(url: url, reading: format == .any || saysSomething ? reading : nil)
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
            throw SourceCatalogueError.unknownKey(
                path: SourceCatalogue.name(codingPath + [key]), nearest: nearestName(to: key.stringValue, among: known),
                known: known)
        }
    }
}
