extension ForeignFile {
    /// Knows a file by its first bytes.
    init?(magic bytes: [UInt8]) {
        for (kind, marks) in Self.marks where marks.contains(where: bytes.starts) {
            self = kind
            return
        }
        guard bytes.dropFirst(257).starts(with: "ustar".utf8) else { return nil }
        self = .tar
    }

    /// Knows a text by its first lines.
    init?(text: Substring) {
        if text.hasPrefix("BEGIN YODA_") || text.hasPrefix("# BEGIN YODA_") {
            self = .yoda
        } else if text.hasPrefix("****"), text.prefix(1 << 10).contains("*    Row   *") {
            self = .rootScan
        } else if Self.isMacroOfROOT(text) {
            self = .rootMacro
        } else if Self.isAnswer(text) {
            self = .answer
        } else {
            return nil
        }
    }

    /// Whether the first line heads the table of an answer: of limits by mass, or of bounds.
    private static func isAnswer(_ text: Substring) -> Bool {
        let names = Set(fields(of: text.prefix { !$0.isNewline }, separator: ","))
        return names.isSuperset(of: ["mass_MeV", "coverage", "limit_low", "limit_high"])
            || names.isSuperset(of: ["stem", "title", "kind", "role"])
    }

    /// Whether a text begins as C++ does and draws a graph; a remark in a table may speak of one.
    private static func isMacroOfROOT(_ text: Substring) -> Bool {
        let isCode = ["{", "void ", "int ", "auto ", "TGraph", "TCanvas", "#include", "//", "/*"].contains(
            where: text.hasPrefix)
        let isJSON = text.first == "{" && text.dropFirst().first { !$0.isWhitespace } == "\""
        return isCode && !isJSON && ["new TGraph", "->SetPoint(", "#include <TGraph"].contains(where: text.contains)
    }

    private static let marks: [(ForeignFile, [[UInt8]])] = [
        (.pdf, [Array("%PDF-".utf8)]), (.postScript, [Array("%!PS".utf8), [0xC5, 0xD0, 0xD3, 0xC6]]),
        (
            .image,
            [
                [0x89] + Array("PNG".utf8), [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0x00],
                [0x4D, 0x4D, 0x00, 0x2A],
            ]
        ),
        (.rtf, [Array("{\\rtf".utf8)]),
        (.spreadsheet, [Array("PK".utf8) + [3, 4], [0xD0, 0xCF, 0x11, 0xE0]]),
        (
            .otherArchive,
            [
                Array("BZh".utf8), [0xFD] + Array("7zXZ".utf8), [0x28, 0xB5, 0x2F, 0xFD],
                Array("7z".utf8) + [0xBC, 0xAF],
                [0x1F, 0x9D], Array("Rar!".utf8),
            ]
        ),
        (.gitLFSPointer, [Array("version https://git-lfs".utf8)]),
        (
            .binaryTable,
            [
                Array("PAR1".utf8), [0x89] + Array("HDF".utf8), Array("SIMPLE  =".utf8), Array("root".utf8) + [0],
                [0x93] + Array("NUMPY".utf8), Array("ARROW1".utf8),
            ]
        ),
    ]
}
