import VOTable

/// A file as its reader takes it: out of gzip, out of a tar archive, in UTF-8.
struct UnpackedFile {
    /// Under the name of the file that was given.
    var file: CurveFile
    var recognition: Recognition
    /// What it was taken out of, for a person: `gzip`, `a/wpd.json of a tar archive`.
    var wrapping: [String] = []
    /// The archive, where the index of a HEPData submission is in it.
    var archive: TarArchive?

    /// - Throws: ``CurveFormatError/votable(_:file:)`` for gzip data that are damaged or too many.
    init(_ file: CurveFile) throws(CurveFormatError) {
        self.file = file
        if Gzip.isGzip(file.bytes) {
            wrapping.append("gzip")
            // A VOTable is unpacked by its own reader, under its own limits.
            let beginning = Gzip.beginning(of: file.bytes, count: 1 << 14)
            recognition = Recognition(beginning)
            guard !beginning.isEmpty, recognition != .format(.votable) else {
                recognition = .format(.votable)
                return
            }
            do throws(VOTableError) {
                self.file.bytes = try Gzip.inflated(file.bytes, limit: FormatLimits.unpackedBytes)
            } catch {
                throw .votable(error, file: file.name)
            }
        }
        recognition = Recognition(self.file.bytes)
        if recognition == .foreign(.tar) { takeMember() }
        // Text in UTF-8 is at least half as long: what is too long for certain is left to its reader to refuse.
        if recognition == .format(.text), self.file.bytes.count <= 2 * FormatLimits.bytes + 2,
            let text = UTF16Text(self.file.bytes)?.utf8
        {
            wrapping.append("UTF-16")
            self.file.bytes = text
            recognition = Recognition(text)
        }
    }

    /// Takes the one file out of an archive that is worth reading: a project, the index of a submission, or the only one
    /// of a format that is read.
    private mutating func takeMember() {
        guard let archive = TarArchive(file.bytes) else { return }
        var known: [(member: TarArchive.Member, recognition: Recognition)] = []
        for member in archive.members where !member.name.hasPrefix(".") {
            let kind = Recognition(archive.contents(of: member))
            if kind == .foreign(.hepDataSubmission) {
                (recognition, self.archive) = (kind, archive)
                return take(member, of: archive)
            }
            if case .format = kind { known.append((member, kind)) }
        }
        let project = known.first { $0.recognition == .format(.webPlotDigitizer) }
        guard let chosen = project ?? (known.count == 1 ? known.first : nil) else { return }
        recognition = chosen.recognition
        take(chosen.member, of: archive)
    }

    private mutating func take(_ member: TarArchive.Member, of archive: TarArchive) {
        wrapping.append("\(member.path) of a tar archive")
        file.bytes = archive.contents(of: member)
    }
}

/// Text in UTF-16, with its mark at the beginning: what spreadsheets call Unicode text.
struct UTF16Text {
    let utf8: [UInt8]

    init?(_ bytes: [UInt8]) {
        let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
        guard isBigEndian || bytes.starts(with: [0xFF, 0xFE]), bytes.count % 2 == 0 else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        guard let text = String(validating: units, as: UTF16.self) else { return nil }
        utf8 = Array(text.utf8)
    }
}
