extension VOTableError.Lookalike {
    /// What the bytes are if they can't be a VOTable, by how they begin; nil where they may be XML.
    init?(beginning bytes: [UInt8]) {
        var start = bytes[...].prefix(1024)
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        // UTF-16 and UTF-32 begin with a mark or have a zero byte beside the first bracket.
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) || start.prefix(4).contains(0) {
            return nil
        }
        start = start.drop(while: DecimalText.isSpace)
        let beginning = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
        if beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html") {
            self = .html
        } else if beginning.hasPrefix("<") {
            return nil
        } else if beginning.hasPrefix("{") || beginning.hasPrefix("[") {
            self = .json
        } else if beginning.hasPrefix("version https://git-lfs") {
            self = .gitLFSPointer
        } else {
            self = .text
        }
    }
}
