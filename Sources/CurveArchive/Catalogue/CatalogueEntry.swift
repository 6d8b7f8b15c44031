import ConstraintKit
import CurveFormats
import Files

/// A document of the catalogue and where it came from.
public struct CatalogueEntry: Sendable, Hashable {
    public var stem: String
    public var document: Document
    /// What its reader noticed.
    public var warnings: [CurveWarning]
    public var origin: CurveOrigin
    /// The documents of the same stem that this one takes precedence over.
    public var shadows: [CurveOrigin]
    /// The file's bytes.
    public var contents: [UInt8]
    /// Whether it stands in place of a document that the program carries.
    public var replacesBundled: Bool { shadows.contains(.bundled) }
    /// The code that computes the bound, where it is not the program's own.
    public var code: PluginCode?
    /// Whether it is the document of a computation that neither the program nor a plugin at hand makes.
    public var lacksCode: Bool {
        code == nil && origin != .bundled && !replacesBundled && document.card.method == .computed
            && document.ownLimits.isEmpty
    }
    /// Their digest, worked out when it is asked for: most answers have no use for it.
    public var sha256: SHA256 { SHA256(of: contents) }

    public init(
        stem: String, document: Document, warnings: [CurveWarning] = [], origin: CurveOrigin,
        shadows: [CurveOrigin] = [], contents: [UInt8], code: PluginCode? = nil
    ) {
        self.stem = stem
        self.document = document
        self.warnings = warnings
        self.origin = origin
        self.shadows = shadows
        self.contents = contents
        self.code = code
    }
}

/// Where a document was found.
public enum CurveOrigin: Sendable, Hashable {
    /// In the program.
    case bundled
    /// Fetched from `url`, and kept at `path`.
    case refreshed(path: String, url: String)
    /// In one of the user's directories.
    case user(path: String)
    /// Beside the plugin that computes the bound.
    case plugin(path: String)
    /// Made for this run from what the user gave on the command line.
    case given
    /// A file laid over the answers of this run alone.
    case overlay(path: String)
}

extension CurveOrigin {
    /// Whether it was laid over the answers of this run, and is not among the bounds otherwise.
    public var isOverlay: Bool { if case .overlay = self { true } else { false } }

    /// Whether it was fetched.
    public var isFetched: Bool { if case .refreshed = self { true } else { false } }
}

extension CatalogueEntry {
    /// A document that was made for this run; its digest is that of its native form.
    /// - Parameters:
    ///   - origin: ``CurveOrigin/given`` or ``CurveOrigin/overlay(path:)``.
    ///   - shadows: the documents whose place it takes.
    public init(given document: Document, origin: CurveOrigin = .given, shadows: [CurveOrigin] = []) {
        self.init(
            stem: document.card.stem, document: document, origin: origin, shadows: shadows,
            contents: nativeVOTable(of: document).serialized())
    }
}

/// Reads the bytes of a document; the second argument is its file's name, for messages.
public typealias DocumentReader = @Sendable ([UInt8], String) throws(CurveFormatError) -> ReadDocument

/// The greatest size of a document that is read from disk [bytes]: a thousand times what a curve needs.
public let documentSizeLimit = 16 << 20
