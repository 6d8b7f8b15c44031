/// The lines of the beginning of a text of points, remarks apart.
struct PointLines {
    /// What parts the fields, where the file says so itself, as Excel does.
    private(set) var separator: Character?
    /// The place of the row that came last, in bytes from the first.
    private(set) var start = 0
    /// The number of its line, from 1.
    private(set) var number = 0
    /// The numbers of the lines of all remarks so far.
    private(set) var linesOfRemarks: [Int] = []
    private let bytes: ArraySlice<UInt8>
    private var next: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        next = bytes.startIndex
        let first = text(of: bytes.startIndex..<bytes.startIndex + end(ofLineAt: 0))
        guard first.lowercased().hasPrefix("sep="), first.count <= 5 else { return }
        separator = first.dropFirst(4).first ?? "\t"
        next += end(ofLineAt: 0)
        number = 1
    }

    /// Where the line after one begins, in bytes from the first.
    func end(ofLineAt start: Int) -> Int {
        let rest = bytes[(bytes.startIndex + start)...]
        return (rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex) - bytes.startIndex
    }

    /// The place after a line, in bytes from the first, and the number of the line there.
    func place(after start: Int, line: Int) -> (start: Int, line: Int) { (end(ofLineAt: start), line + 1) }

    /// The place after the first row from a place on.
    func place(ofRowAfter place: (start: Int, line: Int)) -> (start: Int, line: Int) {
        var lines = self
        (lines.next, lines.number) = (bytes.startIndex + place.start, place.line - 1)
        guard lines.nextRow() != nil else { return place }
        return self.place(after: lines.start, line: lines.number)
    }

    /// - Parameter remarks: what stood on the way, without its mark.
    mutating func nextRow(remarks: inout [Substring]) -> Substring? {
        while next < bytes.endIndex {
            start = next - bytes.startIndex
            let end = bytes.startIndex + end(ofLineAt: start)
            let line = text(of: next..<end)
            next = end
            number += 1
            if line.isEmpty { continue }
            if line.first.map({ "#%!".contains($0) }) == true || line.hasPrefix("//") {
                remarks.append(line.drop { "#%!/".contains($0) }.trimmed)
                linesOfRemarks.append(number)
                continue
            }
            return line
        }
        return nil
    }

    mutating func nextRow() -> Substring? {
        var remarks: [Substring] = []
        return nextRow(remarks: &remarks)
    }

    private func text(of range: Range<Int>) -> Substring {
        Substring(String(textOf: bytes[range.clamped(to: bytes.indices)])).trimmed
    }
}
