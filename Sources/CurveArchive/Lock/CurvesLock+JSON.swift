import ConstraintKit
import Files

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension CurvesLock {
    /// The form in the file, where optional members are left out.
    fileprivate struct File: Codable {
        struct Curve: Codable {
            var url, sha256: String
            var size: Int
            var etag, lastModified: String?
            var time, parser: String
            var readAs: FileDescription?
            var document: String?
            var own: Bool?

            enum CodingKeys: String, CodingKey, CaseIterable {
                case url, sha256, size, etag, time, parser, document, own
                case lastModified = "last_modified"
                case readAs = "read_as"
            }
        }
        var version: Int
        var curves: [String: Curve]
        var bundled: [String: String]?

        enum CodingKeys: String, CodingKey, CaseIterable { case version, curves, bundled }
    }

    /// The file is of another generation, whose keys may be others.
    fileprivate struct OtherVersion: Error { var found: Int }

    /// Reads a lock file that the user names.
    public init(path: String) throws(LockFileError) {
        let bytes: [UInt8]
        do { bytes = try readFile(path, limit: documentSizeLimit) } catch { throw .reading(error) }
        try self.init(bytes, path: path)
    }

    /// JSON with sorted keys, so that two lock files compare line by line.
    func serialized() throws -> [UInt8] {
        let file = File(
            version: Self.version, curves: curves.mapValues { File.Curve($0) },
            bundled: bundled.isEmpty ? nil : bundled.mapValues(\.hexadecimal))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(file)) + [0x0A]
    }

    private static func words(for error: any Error) -> String {
        func place(_ path: [any CodingKey]) -> String { "'\(AddressBook.name(path))'" }
        return switch error {
        case DecodingError.keyNotFound(let key, let context): "\(place(context.codingPath + [key])) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(place(context.codingPath)) has a value of another kind"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(place(context.codingPath)) has a value that means nothing"
        case AddressBookError.unknownKey(let path, let nearest, _):
            "'\(path)' is no key of it" + (nearest.map { "; '\($0)' is" } ?? "")
        case AddressBookError.wrongValue(let path, _, _): "'\(path)' has a value that means nothing"
        case DecodingError.dataCorrupted: "it is no JSON, or cut short"
        default: "\(error)"
        }
    }

    /// - Parameter path: for the error.
    public init(_ bytes: [UInt8], path: String) throws(LockFileError) {
        let file: File
        do {
            // Of any other sequence, the runtime would search the program for whether it is one of bytes.
            file = try JSONDecoder().decode(File.self, from: bytes.withUnsafeBufferPointer { Data(buffer: $0) })
        } catch let error as OtherVersion {
            throw .otherVersion(path: path, found: error.found)
        } catch { throw .damaged(path: path, detail: Self.words(for: error)) }
        func damage(_ stem: String) -> LockFileError {
            .damaged(path: path, detail: "no usable stem, sha256 or size at \(stem.debugDescription)")
        }
        for (stem, curve) in file.curves {
            guard Card.isStem(stem), let curve = Curve(curve) else { throw damage(stem) }
            curves[stem] = curve
        }
        for (stem, digest) in file.bundled ?? [:] {
            guard Card.isStem(stem), let sha256 = SHA256(hexadecimal: digest) else { throw damage(stem) }
            bundled[stem] = sha256
        }
    }
}

extension CurvesLock.File {
    /// Refuses keys that no lock file has: what one says and nobody reads would be held for locked. Those of another version
    /// are its own.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        version = try container.decode(Int.self, forKey: .version)
        guard version == CurvesLock.version else { throw CurvesLock.OtherVersion(found: version) }
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        curves = try container.decode([String: Curve].self, forKey: .curves)
        bundled = try container.decodeIfPresent([String: String].self, forKey: .bundled)
    }
}

extension CurvesLock.File.Curve {
    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        url = try container.decode(String.self, forKey: .url)
        sha256 = try container.decode(String.self, forKey: .sha256)
        size = try container.decode(Int.self, forKey: .size)
        etag = try container.decodeIfPresent(String.self, forKey: .etag)
        lastModified = try container.decodeIfPresent(String.self, forKey: .lastModified)
        time = try container.decode(String.self, forKey: .time)
        parser = try container.decode(String.self, forKey: .parser)
        if container.contains(.readAs) {
            // Whatever a description does not know it leaves to its surroundings, of which there are none here.
            try container.superDecoder(forKey: .readAs).refuseKeys(except: FileDescription.fields.map(\.key))
        }
        readAs = try container.decodeIfPresent(FileDescription.self, forKey: .readAs)
        document = try container.decodeIfPresent(String.self, forKey: .document)
        own = try container.decodeIfPresent(Bool.self, forKey: .own)
    }

    fileprivate init(_ curve: CurvesLock.Curve) {
        self.init(
            url: curve.url, sha256: curve.sha256.hexadecimal, size: curve.size, etag: curve.validators.etag,
            lastModified: curve.validators.lastModified, time: curve.time, parser: curve.parser,
            readAs: curve.conversion?.reading, document: curve.conversion?.document.hexadecimal,
            own: curve.isOwn ? true : nil)
    }
}

extension CurvesLock.Curve {
    /// nil for what no lock file says.
    fileprivate init?(_ curve: CurvesLock.File.Curve) {
        guard let sha256 = SHA256(hexadecimal: curve.sha256), curve.size >= 0 else { return nil }
        self.init(
            url: curve.url, sha256: sha256, size: curve.size,
            validators: .init(etag: curve.etag, lastModified: curve.lastModified), time: curve.time,
            parser: curve.parser, isOwn: curve.own ?? false)
        switch (curve.readAs, curve.document) {
        case (nil, nil): return
        case (let reading?, let document?):
            guard let document = SHA256(hexadecimal: document) else { return nil }
            conversion = .init(reading: reading, document: document)
        default: return nil
        }
    }
}
