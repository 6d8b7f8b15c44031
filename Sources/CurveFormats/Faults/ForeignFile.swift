/// Files that hold no table a program could read, though a person may see one in them. Each is known by its first bytes, so
/// that the message can say what to do instead.
public enum ForeignFile: String, Sendable, Hashable, CaseIterable {
    case pdf = "a PDF document"
    case image = "an image"
    case spreadsheet = "a ZIP archive or a spreadsheet"
    case tar = "a tar archive"
    case wideText = "text in UTF-16"

    init?(recognising bytes: [UInt8]) {
        func begins(with text: String) -> Bool { bytes.starts(with: text.utf8) }
        if begins(with: "%PDF-") {
            self = .pdf
        } else if [[0x89] + "PNG".utf8, [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)].contains(where: bytes.starts) {
            self = .image
        } else if bytes.starts(with: "PK".utf8 + [3, 4]) {
            self = .spreadsheet
        } else if bytes.dropFirst(257).starts(with: "ustar".utf8) {
            self = .tar
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .wideText
        } else {
            return nil
        }
    }

    /// What to do instead.
    var advice: String {
        switch self {
        case .pdf, .image: "digitise the curve, with WebPlotDigitizer for instance, and give the project's JSON file"
        case .spreadsheet: "give one of the files in it, or save the sheet as CSV"
        case .tar: "unpack it and give the file in it, wpd.json where WebPlotDigitizer made it"
        case .wideText: "save it as UTF-8"
        }
    }
}
