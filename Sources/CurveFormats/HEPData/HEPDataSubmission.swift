/// The index of what was submitted to HEPData, `submission.yaml`, and the data files it names where they are at hand.
struct HEPDataSubmission {
    private let unpacked: UnpackedFile
    private let entries: [Entry]

    fileprivate struct Entry: Decodable {
        var name: String?
        var description: String?
        var file: String?

        private enum CodingKeys: String, CodingKey {
            case name, description
            case file = "data_file"
        }
    }

    init(_ unpacked: UnpackedFile) throws(CurveFormatError) {
        self.unpacked = unpacked
        do throws(FormatFault) {
            entries = try BoundedYAML.decode(Entry.self, from: unpacked.file.bytes).map(\.value).filter {
                $0.file != nil
            }
        } catch {
            throw .badFile(.hepDataYAML, error, file: unpacked.file.name)
        }
    }

    /// - Parameter table: the name of the one to take; where there are several it has to be said.
    func tables(choosing table: String?) throws(CurveFormatError) -> TablesOfFile {
        let names = entries.map(\.title)
        let file = unpacked.file.name
        guard let archive = unpacked.archive else {
            throw .submissionAlone(tables: entries.map(\.words), file: file)
        }
        guard let index = Self.index(of: table, in: names) else {
            throw .tableUnsettled(given: table, known: entries.map(\.words), file: file)
        }
        let entry = entries[index]
        guard let member = archive.members.first(where: { $0.name == entry.fileName }) else {
            throw .tableUnsettled(given: entry.fileName, known: archive.members.map(\.path), file: file)
        }
        do throws(FormatFault) {
            let parts = try HEPDataTable.tables(yaml: archive.contents(of: member))
            guard var data = parts.first else { throw .missing(path: "independent_variables") }
            if let name = entry.name { data.name = name }
            if let description = entry.description { data.summary = description }
            return try data.tables(.hepDataYAML, file: file)
        } catch {
            throw .badFile(.hepDataYAML, error, file: "\(file), \(member.path)")
        }
    }

    /// The table that is meant by a name, with or without marks of TeX and blanks; the only one where none is given.
    static func index(of name: String?, in names: [String]) -> Int? {
        guard let name else { return names.count == 1 ? 0 : nil }
        func plain(_ text: String) -> String { plainWords(text).lowercased().filter { !$0.isWhitespace } }
        return names.firstIndex(of: name) ?? names.firstIndex { plain($0) == plain(name) }
    }
}

extension HEPDataSubmission.Entry {
    fileprivate var title: String { name ?? file ?? "" }

    /// Without folders, which are none of ours.
    fileprivate var fileName: String { (file ?? "").split(separator: "/").last.map(String.init) ?? "" }

    fileprivate var words: String {
        let about = description.map { ": " + plainWords(String($0.prefix(80))) } ?? ""
        return "\(title) (\(fileName)\(about))"
    }
}
