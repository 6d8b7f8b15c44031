import AllowedRegion
import Answers
import ConstraintKit
import CurveArchive
import Documents
import Foundation
import VOTable

/// A file of points, read and answered block by block: of a million only some thousands are held at a time.
struct PointList {
    private let path: String
    private let file: FileHandle

    /// The longest line that can hold two numbers.
    private static let longestLine = 4096

    /// - Parameter path: '-' for standard input.
    init(_ path: String) throws {
        self.path = path
        guard path != "-" else {
            file = .standardInput
            return
        }
        var isDirectory: ObjCBool = false
        guard !(FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue) else {
            throw ErrorReport("'\(path)' is a directory, not a file", code: ExitStatus.noInput)
        }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw ErrorReport("'\(path)' can't be read: \(String(cString: strerror(errno)))", code: ExitStatus.noInput)
        }
        self.file = file
    }

    /// Answers each point on a line of its own, in the order of the file.
    /// - Parameters:
    ///   - combined: to say what each way to combine the bounds makes of a point; nil: the union alone.
    ///   - missing: the bounds that take no part because they are not at hand.
    func check(
        _ analysis: Analysis, _ combined: CombinedLikelihood?, _ missing: MissingBounds, format: AnswerFormat
    ) throws {
        let stream = AssessmentStream(as: format, missing: missing)
        let ask = { analysis.assessments(at: $0, combined) }
        if !stream.header.isEmpty { try Console.write(stream.header) }
        var number = 0
        var pending = Data()
        while true {
            let block = try read()
            pending.append(block)
            let lines = takeLines(from: &pending, isAtTheEnd: block.isEmpty)
            try answer(lines, after: number, ask, stream)
            number += lines.count
            guard pending.count <= Self.longestLine else { throw fault(number + 1, "the line is too long") }
            if block.isEmpty { break }
        }
        guard number > 0 else { throw fault(1, "there is no header: write mass_MeV,coupling") }
    }

    /// The lines that are complete; at the end of the file the last may lack its line break.
    private func takeLines(from pending: inout Data, isAtTheEnd: Bool) -> [String] {
        var lines: [String] = []
        var start = pending.startIndex
        while start < pending.endIndex,
            let end = pending[start...].firstIndex(of: 0x0A) ?? (isAtTheEnd ? pending.endIndex : nil)
        {
            lines.append(String(decoding: pending[start..<end], as: UTF8.self))
            start = min(end + 1, pending.endIndex)
        }
        pending = Data(pending[start...])
        return lines
    }

    private func read() throws -> Data {
        do {
            return try file.read(upToCount: 1 << 16) ?? Data()
        } catch {
            throw ErrorReport("'\(path)' can't be read: \(error.localizedDescription)", code: ExitStatus.inputOutput)
        }
    }

    /// Answers a block of lines. What stands before a faulty line is answered first.
    private func answer(
        _ lines: [String], after count: Int,
        _ ask: ([(mass: Mass, coupling: Coupling)]) -> [Result<PointAssessment, any Error>], _ stream: AssessmentStream
    ) throws {
        var points: [(line: Int, mass: Mass, coupling: Coupling)] = []
        var faulty: ErrorReport?
        for (number, line) in zip((count + 1)..., lines) {
            do {
                if let point = try point(line, number) { points.append((number, point.mass, point.coupling)) }
            } catch {
                faulty = fault(number, ErrorReport(of: error)?.message ?? "\(error)")
                break
            }
        }
        var text = ""
        for (point, answer) in zip(points, ask(points.map { ($0.mass, $0.coupling) })) {
            switch answer {
            case .success(let assessment):
                text += try stream.line(assessment)
            case .failure(let error):
                if !text.isEmpty { try Console.write(text) }
                throw fault(point.line, ErrorReport(of: error)?.message ?? "\(error)")
            }
        }
        if !text.isEmpty { try Console.write(text) }
        if let faulty { throw faulty }
    }

    /// The point of a line; nil for the header and an empty line.
    private func point(_ line: String, _ number: Int) throws -> (mass: Mass, coupling: Coupling)? {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if number == 1 {
            guard cells == ["mass_MeV", "coupling"] else {
                throw ErrorReport(
                    "the header is '\(ErrorText.clipped(line))', and should be mass_MeV,coupling",
                    code: ExitStatus.badData)
            }
            return nil
        }
        guard cells != [""] else { return nil }
        guard cells.count == 2, let mass = DecimalText.finiteNumber(cells[0]),
            let coupling = DecimalText.finiteNumber(cells[1])
        else {
            throw ErrorReport(
                "'\(ErrorText.clipped(line))' is not a mass in MeV and a coupling", code: ExitStatus.badData)
        }
        return (try Mass(inMeV: mass), try Coupling(coupling))
    }

    private func fault(_ line: Int, _ reason: String) -> ErrorReport {
        ErrorReport("\(path):\(line): \(reason)", code: ExitStatus.badData)
    }
}
